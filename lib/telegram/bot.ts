import "server-only";
import { Api } from "grammy";
import { env } from "#lib/base/env.ts";

/** Whether alerts can be sent at all. */
export function isTelegramOn(): boolean {
  return env().TELEGRAM_BOT_TOKEN !== undefined;
}

/**
 * The Bot API of Astra's bot.
 *
 * @throws Error when no bot is configured
 */
export function telegram(): Api {
  const token = env().TELEGRAM_BOT_TOKEN;
  if (!token) throw new Error("TELEGRAM_BOT_TOKEN is not set.");
  const apiRoot = env().TELEGRAM_API_ROOT;
  return new Api(token, { timeoutSeconds: 15, ...(apiRoot && { apiRoot }) });
}
