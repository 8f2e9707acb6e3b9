import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { forUser } from "#lib/db/access.ts";
import { consume, type Limit } from "#lib/http/rate-limit.ts";
import { isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { readFailure, type TelegramFailure } from "#lib/telegram/failure.ts";
import { isKnownStop } from "#lib/telegram/model.ts";
import { testMessage } from "#lib/telegram/new-lead-message.ts";

const testMessages: Limit = { name: "telegram-test", points: 5, seconds: 60 };

/** Links the person's chat by its id; alerts that had stopped start again. */
export async function linkChat(session: Session, chatId: string): Promise<void> {
  const settings = {
    telegramChatId: BigInt(chatId),
    telegramStoppedAt: null,
    telegramStopReason: null,
    telegramPausedUntil: null,
  };
  await forUser(session, (tx) =>
    tx.userSettings.upsert({
      where: { userId: session.userId },
      create: { userId: session.userId, ...settings },
      update: settings,
    }),
  );
}

/** Unlinks the person's chat: no more alerts. */
export async function unlinkChat(session: Session): Promise<void> {
  const settings = { telegramChatId: null, telegramStoppedAt: null, telegramStopReason: null };
  await forUser(session, (tx) =>
    tx.userSettings.updateMany({ where: { userId: session.userId }, data: settings }),
  );
}

/**
 * Sends a message to the person's chat, now.
 *
 * @throws UserError that says why it could not be sent
 */
export async function sendTestMessage(session: Session): Promise<void> {
  if (!isTelegramOn()) throw new UserError("telegramOff");
  if ((await consume(testMessages, session.userId)) > 0) throw new UserError("telegramTooMany");
  const settings = await forUser(session, (tx) =>
    tx.userSettings.findUnique({ where: { userId: session.userId } }),
  );
  if (!settings?.telegramChatId) throw new UserError("telegramNoChat");
  const text = await testMessage(session.name, session.locale);
  const chatId = await sendFollowing(Number(settings.telegramChatId), text);
  await linkChat(session, String(chatId));
}

/** Sends a message to a chat, or to the one that it moved to; answers which. */
async function sendFollowing(chatId: number, text: string, hasMoved = false): Promise<number> {
  try {
    await telegram().sendMessage(chatId, text, { parse_mode: "HTML" });
    return chatId;
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "moved" && !hasMoved) return sendFollowing(failure.chatId, text, true);
    throw refusalOf(failure);
  }
}

function refusalOf(failure: TelegramFailure): UserError {
  if (failure.kind === "wait") return new UserError("telegramWait", { values: { seconds: failure.seconds } });
  if (failure.kind !== "stopped") return new UserError("telegramFailed");
  if (failure.reason === "noRights") return new UserError("telegramNoRights");
  if (isKnownStop(failure.reason)) return new UserError("telegramUnreachable");
  return new UserError("telegramRefused", { values: { words: failure.reason } });
}
