import "server-only";
import { GrammyError } from "grammy";
import { log } from "#lib/base/log.ts";
import { telegram } from "#lib/telegram/bot.ts";
import type { Keyboard } from "#lib/telegram/buttons.ts";
import { readFailure } from "#lib/telegram/failure.ts";

/**
 * Answers in a chat; one that can't be written to hears nothing.
 *
 * @throws when it failed for a reason that may pass
 */
export async function reply(chatId: number, text: string): Promise<void> {
  await unlessRefused(() =>
    telegram().sendMessage(chatId, text, { parse_mode: "HTML", link_preview_options: { is_disabled: true } }),
  );
}

/** Tells whoever pressed a button what came of it, over the message; as something to be closed, where it was refused. */
export async function answerPress(queryId: string, text: string, isRefusal = false): Promise<void> {
  // A press that is older than some seconds can't be answered any more, which Telegram says as a 400.
  await unlessRefused(() =>
    telegram().answerCallbackQuery(queryId, {
      text: [...text].slice(0, 200).join(""),
      show_alert: isRefusal,
    }),
  );
}

/** Ends the waiting of a button that only led on. */
export async function endPress(queryId: string): Promise<void> {
  await unlessRefused(() => telegram().answerCallbackQuery(queryId));
}

/** Where a message of the bot is. */
export interface Place {
  chatId: number;
  messageId: number;
}

export async function changeMessage(
  { chatId, messageId }: Place,
  text: string,
  keyboard: Keyboard,
): Promise<void> {
  await unlessRefused(() =>
    telegram().editMessageText(chatId, messageId, text, {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard },
    }),
  );
}

export async function changeButtons({ chatId, messageId }: Place, keyboard: Keyboard): Promise<void> {
  await unlessRefused(() =>
    telegram().editMessageReplyMarkup(chatId, messageId, { reply_markup: { inline_keyboard: keyboard } }),
  );
}

/** What Telegram refuses for good (a message that is gone, or already reads so; a chat that is closed) stays as it is. */
async function unlessRefused(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    const { kind } = readFailure(error);
    if (kind === "wait" || kind === "retry") throw error;
    if (error instanceof GrammyError)
      log.info({ reason: error.description, method: error.method }, "Telegram refused an answer");
  }
}
