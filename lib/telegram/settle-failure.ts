import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { readFailure } from "#lib/telegram/failure.ts";

/** When the job is to be run again because Telegram asked for quiet; null when it is done. */
export type NotifyResult = { retryAt: Date; chatId: number } | null;

/**
 * Notes what a message that was not taken says of a chat, and when to try again.
 *
 * @param onStopped writes, in the same transaction, that the chat gets no more alerts and why
 * @throws the error itself when it may pass; the job is then tried again with back-off
 */
export async function settleFailure(
  error: unknown,
  { userId, chatId }: { userId: string; chatId: number },
  onStopped: (tx: Transaction, reason: string) => Promise<void>,
): Promise<NotifyResult> {
  const failure = readFailure(error);
  // The person may have linked another chat in the meantime: what Telegram says is of this one.
  const where = { userId, telegramChatId: BigInt(chatId) };
  switch (failure.kind) {
    case "wait": {
      const retryAt = new Date(Date.now() + failure.seconds * 1_000);
      await forSystem((tx) => tx.userSettings.updateMany({ where, data: { telegramPausedUntil: retryAt } }));
      return { retryAt, chatId };
    }
    case "moved":
      await forSystem((tx) =>
        tx.userSettings.updateMany({ where, data: { telegramChatId: BigInt(failure.chatId) } }),
      );
      return { retryAt: new Date(), chatId: failure.chatId };
    case "stopped": {
      const { reason } = failure;
      return forSystem(async (tx) => {
        const data = { telegramStoppedAt: new Date(), telegramStopReason: reason };
        const { count } = await tx.userSettings.updateMany({ where, data });
        if (count === 0) return { retryAt: new Date(), chatId };
        await onStopped(tx, reason);
        return null;
      });
    }
    case "retry":
      throw error;
  }
}
