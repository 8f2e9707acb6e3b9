import "server-only";
import { createHmac } from "node:crypto";
import { Api } from "grammy";
import { env } from "#lib/base/env.ts";
import { keyFor } from "#lib/telegram/keys.ts";

/** Whether Astra has a bot at all. */
export function isTelegramOn(): boolean {
  return env().TELEGRAM_BOT_TOKEN !== undefined;
}

/**
 * The Bot API of Astra's bot.
 *
 * @throws Error when no bot is configured
 */
export function telegram(): Api {
  const apiRoot = env().TELEGRAM_API_ROOT;
  return new Api(token(), { timeoutSeconds: 15, ...(apiRoot && { apiRoot }) });
}

function token(): string {
  const given = env().TELEGRAM_BOT_TOKEN;
  if (!given) throw new Error("TELEGRAM_BOT_TOKEN is not set.");
  return given;
}

let known: { token: string; name: string } | undefined;

/** What the bot is called in links to it; asked once, since hardly any bot is ever called otherwise. */
export async function botName(): Promise<string> {
  if (known?.token === token()) return known.name;
  const { username } = await telegram().getMe();
  known = { token: token(), name: username };
  return username;
}

/** Whether Telegram can reach Astra: it posts to https addresses only, and knows none of a machine's own names. */
export function isReachable(): boolean {
  return isPublicAddress(env().APP_URL);
}

/** Whether an address is one that Telegram takes for a webhook, and for a button that opens it. */
export function isPublicAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" && hostname.includes(".") && !/^[\d.]+$|\.(local|internal)$/.test(hostname);
}

/** Where Telegram posts what happens in its chats. */
export function webhookAddress(): string {
  return `${env().APP_URL}/api/telegram`;
}

/** What Telegram sends along as the proof that a request is its own: it follows from our key and the bot, and is kept nowhere. */
export function webhookSecret(): string {
  return createHmac("sha256", keyFor("telegram webhook")).update(token()).digest("base64url");
}
