import { createInterface } from "node:readline";
import type { SentMessage, TelegramStandIn } from "#scripts/simulator/telegram-stand-in.ts";

/** The account whose private chat the terminal stands for. */
export const typingAccount = 1_234_567;

/** The buttons of a message that can be pressed, in their order. */
export function pressable({ buttons }: SentMessage) {
  return buttons.flat().filter((button) => button.callback_data !== undefined);
}

/**
 * Lets somebody at the terminal write to the bot: a line is a message ("/today", or "/start" with the token of a link), a number presses that button
 * of the newest message that has some.
 *
 * @returns how to stop
 */
export function typeToBot(standIn: TelegramStandIn, input: NodeJS.ReadableStream): () => void {
  const from = { id: typingAccount, is_bot: false, first_name: "Terminal", language_code: "en" };
  const chat = { id: typingAccount, type: "private" };
  const lines = createInterface({ input });
  let typed = 0;
  lines.on("line", (line) => {
    typed += 1;
    const text = line.trim();
    const message = standIn.messages.findLast((one) => pressable(one).length > 0);
    const data =
      message && /^\d+$/.test(text) ? pressable(message)[Number(text) - 1]?.callback_data : undefined;
    if (message && data) {
      const messageId = standIn.messages.indexOf(message) + 1;
      const place = { message_id: messageId, chat: { ...chat, id: Number(message.chatId) } };
      standIn.tell({ callback_query: { id: String(typed), from, data, message: place } });
    } else if (text) {
      standIn.tell({ message: { message_id: typed, from, chat, text } });
    }
  });
  return () => lines.close();
}
