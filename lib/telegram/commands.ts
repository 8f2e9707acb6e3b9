import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { consume, type Limit, release } from "#lib/base/http/rate-limit.ts";
import { isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { chatCode, isChatCode } from "#lib/telegram/chat-code.ts";
import { readFailure, type TelegramFailure } from "#lib/telegram/failure.ts";
import { isKnownStop } from "#lib/telegram/model.ts";
import { codeMessage, groupTestMessage, testMessage } from "#lib/telegram/new-lead-message.ts";
import type { ChatProof } from "#lib/telegram/schema.ts";

const testMessages: Limit = { name: "telegram-test", points: 5, seconds: 60 };

/** How often a person asks for a code, how often one chat gets one from anybody, and how often a code is guessed. */
const codesAsked: Limit = { name: "telegram-code", points: 5, seconds: 600 };
const codesSent: Limit = { name: "telegram-code-chat", points: 5, seconds: 3_600 };
const codesTried: Limit = { name: "telegram-code-try", points: 5, seconds: 600 };

/**
 * Sends the code by which the person proves to read in a chat.
 *
 * @throws UserError that says why it could not be sent
 */
export async function sendChatCode(session: Session, chatId: string): Promise<void> {
  if (!isTelegramOn()) throw new UserError("telegramOff");
  if ((await consume(codesAsked, session.userId)) > 0) throw new UserError("telegramTooMany");
  if ((await consume(codesSent, chatId)) > 0) throw new UserError("telegramTooMany");
  const code = chatCode({ userId: session.userId, chatId });
  await sendFollowing(Number(chatId), await codeMessage(session.name, code, session.locale));
}

/**
 * Links a chat that the person has proved to read; alerts that had stopped start again.
 *
 * @throws UserError when the code is not the one that was sent there in the last minutes
 */
export async function linkChat(session: Session, { chatId, code }: ChatProof): Promise<void> {
  if ((await consume(codesTried, session.userId)) > 0) throw new UserError("telegramTooMany");
  if (!isChatCode({ userId: session.userId, chatId }, code)) {
    throw new UserError("telegramWrongCode", { field: "code" });
  }
  await release(codesTried, session.userId);
  await startAlerts(session.userId, chatId);
}

/** Has a person's alerts go to a chat. No person may write a chat's id: with the rights of the system, once it is proved. */
export async function startAlerts(userId: string, chatId: string | number): Promise<void> {
  const settings = {
    telegramChatId: BigInt(chatId),
    telegramStoppedAt: null,
    telegramStopReason: null,
    telegramPausedUntil: null,
  };
  await forSystem((tx) =>
    tx.userSettings.upsert({ where: { userId }, create: { userId, ...settings }, update: settings }),
  );
}

/** Unlinks the person's chat: no more alerts. */
export async function unlinkChat(session: Session): Promise<void> {
  await forUser(session, (tx) =>
    tx.userSettings.updateMany({ where: { userId: session.userId }, data: { telegramChatId: null } }),
  );
}

/**
 * Unlinks the workspace's group: it hears nothing more.
 *
 * @throws UserError when there is none, or it is not the person's to unlink
 */
export async function unlinkGroup(session: Session): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.telegramGroup.deleteMany({ where: { workspaceId: session.workspace.id } }),
  );
  if (count === 0) throw new UserError("telegramNoGroup");
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
  await startAlerts(session.userId, chatId);
}

/**
 * Sends a message to the workspace's group, now; alerts that had stopped start again.
 *
 * @throws UserError when there is no group, or it is not the person's to say; else one that says why it could not be sent
 */
export async function sendGroupTest(session: Session): Promise<void> {
  if (!isTelegramOn()) throw new UserError("telegramOff");
  if ((await consume(testMessages, session.userId)) > 0) throw new UserError("telegramTooMany");
  const where = { workspaceId: session.workspace.id };
  const group = await forUser(session, (tx) => tx.telegramGroup.findUnique({ where }));
  if (!group) throw new UserError("telegramNoGroup");
  const text = await groupTestMessage(session.workspace.name, session.locale);
  const chatId = BigInt(await sendFollowing(Number(group.chatId), text, "telegramGroupUnreachable"));
  const data = { chatId, stoppedAt: null, stopReason: null, pausedUntil: null };
  // Another group may have been linked meanwhile.
  await forSystem((tx) => tx.telegramGroup.updateMany({ where: { ...where, chatId: group.chatId }, data }));
}

/** What is said of a chat that there is none of, or none any more for the bot. */
type Unreachable = "telegramUnreachable" | "telegramGroupUnreachable";

/** Sends a message to a chat, or to the one that it moved to; answers which. */
async function sendFollowing(
  chatId: number,
  text: string,
  unreachable: Unreachable = "telegramUnreachable",
  hasMoved = false,
): Promise<number> {
  try {
    await telegram().sendMessage(chatId, text, { parse_mode: "HTML" });
    return chatId;
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "moved" && !hasMoved) return sendFollowing(failure.chatId, text, unreachable, true);
    throw refusalOf(failure, unreachable);
  }
}

function refusalOf(failure: TelegramFailure, unreachable: Unreachable): UserError {
  if (failure.kind === "wait") return new UserError("telegramWait", { values: { seconds: failure.seconds } });
  if (failure.kind !== "stopped") return new UserError("telegramFailed");
  if (failure.reason === "noRights") return new UserError("telegramNoRights");
  if (isKnownStop(failure.reason)) return new UserError(unreachable);
  return new UserError("telegramRefused", { values: { words: failure.reason } });
}
