import "server-only";
import { UserError } from "#lib/base/auth/user-error.ts";
import { defaultLocale, type Locale, locales } from "#lib/base/i18n/locales.ts";
import { log } from "#lib/base/log.ts";
import {
  botName,
  isReachable,
  isTelegramOn,
  telegram,
  webhookAddress,
  webhookSecret,
} from "#lib/telegram/bot.ts";
import { loggedFailure } from "#lib/telegram/failure.ts";
import { translator } from "#lib/telegram/message-text.ts";
import { botCommands } from "#lib/telegram/updates/message.ts";
import { allowedUpdates } from "#lib/telegram/updates/schema.ts";

/**
 * Tells Telegram where to post what happens in its chats, and what the bot understands, in every language. Astra that Telegram can't reach
 * asks itself (`updates/polling.ts`): then Telegram is to post nowhere else. It may be done again at any time.
 *
 * @throws UserError when there is no bot, or Telegram does not take it
 */
export async function setUpBot(): Promise<void> {
  if (!isTelegramOn()) throw new UserError("telegramOff");
  try {
    if (isReachable()) {
      await telegram().setWebhook(webhookAddress(), {
        secret_token: webhookSecret(),
        allowed_updates: [...allowedUpdates],
      });
    } else {
      await telegram().deleteWebhook();
    }
    for (const locale of locales) await setCommands(locale);
  } catch (error) {
    log.warn(loggedFailure(error), "the bot could not be set up");
    throw new UserError("telegramFailed");
  }
}

/** The default language is also for whom Astra speaks no better one. */
async function setCommands(locale: Locale): Promise<void> {
  const t = await translator(locale);
  const commands = botCommands
    .filter((command) => command !== "start")
    .map((command) => ({ command, description: t(`commands.${command}`) }));
  await telegram().setMyCommands(commands, locale === defaultLocale ? {} : { language_code: locale });
}

/** How the bot hears what is written to it. */
export interface BotStanding {
  name: string;
  /**
   * - `set`: Telegram posts it here.
   * - `polling`: Astra asks for it, since Telegram can't reach it.
   * - `missing`: nobody has set it up.
   * - `elsewhere`: Telegram posts it to another address.
   */
  hears: "set" | "polling" | "missing" | "elsewhere";
  /** What Telegram last could not deliver here, in its words. */
  lastError: string | null;
}

/** How long a page waits for Telegram. Milliseconds. */
const patience = 4_000;

/** How the bot hears, as Telegram says; null when it does not answer. */
export async function loadBotStanding(): Promise<BotStanding | null> {
  if (!isTelegramOn()) return null;
  const signal = AbortSignal.timeout(patience);
  try {
    const [name, webhook] = await Promise.all([
      botName(),
      telegram().getWebhookInfo(signal as Parameters<ReturnType<typeof telegram>["getWebhookInfo"]>[0]),
    ]);
    return { name, hears: hearsBy(webhook.url ?? ""), lastError: webhook.last_error_message ?? null };
  } catch (error) {
    log.info(loggedFailure(error), "Telegram did not say how the bot stands");
    return null;
  }
}

function hearsBy(url: string): BotStanding["hears"] {
  if (url === "") return isReachable() ? "missing" : "polling";
  return url === webhookAddress() ? "set" : "elsewhere";
}
