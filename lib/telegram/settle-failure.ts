import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { readFailure } from "#lib/telegram/failure.ts";

/** A chat to which something was sent: of a person, or, where that is null, of a workspace's group. */
export interface AddressedChat {
  workspaceId: string;
  userId: string | null;
  chatId: number;
}

/**
 * Notes what a message that was not taken says of a chat, and when to try again.
 *
 * @param onStopped writes, in the same transaction, that the chat gets no more alerts and why
 * @returns null when it need not be tried again
 * @throws the error itself when it may pass; the job is then tried again with back-off
 */
export async function settleFailure(
  error: unknown,
  chat: AddressedChat,
  onStopped: (tx: Transaction, reason: string) => Promise<void>,
): Promise<{ retryAt: Date; chatId: number } | null> {
  const failure = readFailure(error);
  const { chatId } = chat;
  switch (failure.kind) {
    case "wait": {
      const retryAt = new Date(Date.now() + failure.seconds * 1_000);
      await forSystem((tx) => noteOfChat(tx, chat, { pausedUntil: retryAt }));
      return { retryAt, chatId };
    }
    case "moved":
      await forSystem((tx) => noteOfChat(tx, chat, { chatId: BigInt(failure.chatId) }));
      return { retryAt: new Date(), chatId: failure.chatId };
    case "stopped": {
      const { reason } = failure;
      return forSystem(async (tx) => {
        const isNoted = await noteOfChat(tx, chat, { stoppedAt: new Date(), stopReason: reason });
        if (!isNoted) return { retryAt: new Date(), chatId };
        await onStopped(tx, reason);
        return null;
      });
    }
    case "retry":
      throw error;
  }
}

interface ChatNote {
  chatId?: bigint;
  pausedUntil?: Date;
  stoppedAt?: Date;
  stopReason?: string;
}

/** Whoever linked the chat may have linked another one meanwhile: what Telegram says is of this one. Answers whether it still is theirs. */
async function noteOfChat(tx: Transaction, { workspaceId, userId, chatId }: AddressedChat, note: ChatNote) {
  if (userId === null) {
    const { count } = await tx.telegramGroup.updateMany({
      where: { workspaceId, chatId: BigInt(chatId) },
      data: note,
    });
    return count > 0;
  }
  const { count } = await tx.userSettings.updateMany({
    where: { userId, telegramChatId: BigInt(chatId) },
    data: {
      ...(note.chatId !== undefined && { telegramChatId: note.chatId }),
      ...(note.pausedUntil && { telegramPausedUntil: note.pausedUntil }),
      ...(note.stoppedAt && { telegramStoppedAt: note.stoppedAt }),
      ...(note.stopReason !== undefined && { telegramStopReason: note.stopReason }),
    },
  });
  return count > 0;
}
