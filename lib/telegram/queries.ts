import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { isTelegramOn } from "#lib/telegram/bot.ts";

/** How alerts stand for one person. */
export interface TelegramSettings {
  /** False when Astra itself has no bot; then nobody gets alerts. */
  isOn: boolean;
  chatId: string | null;
  stoppedAt: Date | null;
  /** One of `knownStops`, else Telegram's own words. */
  stopReason: string | null;
}

/** The person's own Telegram settings. */
export async function getTelegramSettings(session: Session): Promise<TelegramSettings> {
  const settings = await forUser(session, (tx) =>
    tx.userSettings.findUnique({ where: { userId: session.userId } }),
  );
  return {
    isOn: isTelegramOn(),
    chatId: settings?.telegramChatId?.toString() ?? null,
    stoppedAt: settings?.telegramStoppedAt ?? null,
    stopReason: settings?.telegramStopReason ?? null,
  };
}
