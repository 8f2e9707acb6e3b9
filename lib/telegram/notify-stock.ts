import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { writtenLocale } from "#lib/base/i18n/locales.ts";
import { findUntoldAlerts, noteTold } from "#lib/inventory/alerts.ts";
import { isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { type NotifyResult, settleFailure } from "#lib/telegram/settle-failure.ts";
import { stockMessage } from "#lib/telegram/stock-message.ts";

/** Telegram lets about one message a second into one chat. Source: "Bots FAQ". */
const pauseBetweenMessages = 1_000;

/**
 * Tells a person, in one message, of the products that became low, out, oversold or available again since the last one.
 *
 * @throws when sending failed for a reason that may pass; the job is then tried again with back-off
 */
export async function notifyStock(userId: string): Promise<NotifyResult> {
  if (!isTelegramOn()) return null;
  const person = await forSystem((tx) =>
    tx.user.findUnique({
      where: { id: userId },
      select: { locale: true, browserLocale: true, settings: true },
    }),
  );
  const settings = person?.settings;
  if (!person || !settings?.telegramChatId || settings.telegramStoppedAt) return null;
  const chatId = Number(settings.telegramChatId);
  if (settings.telegramPausedUntil && settings.telegramPausedUntil > new Date())
    return { retryAt: settings.telegramPausedUntil, chatId };
  const { alerts, ids } = await findUntoldAlerts(userId);
  if (alerts.length === 0) return null;
  const text = await stockMessage(alerts, writtenLocale(person), env().APP_URL);
  try {
    await telegram().sendMessage(chatId, text, {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    });
    await noteTold(userId, ids);
    await sleep(pauseBetweenMessages);
    return null;
  } catch (error) {
    // The settings say why the chat gets no more alerts.
    return settleFailure(error, { userId, chatId }, async () => undefined);
  }
}
