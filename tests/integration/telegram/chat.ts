import { randomInt } from "node:crypto";
import { beforeAll } from "vitest";
import {
  type SentMessage,
  type StandInAnswer,
  type StandInCall,
  startTelegramStandIn,
  type TelegramStandIn,
} from "#scripts/simulator/telegram-stand-in.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

/** Telegram's stand-in for the tests of a file, at the address that the server's code in this process asks. */
export interface TestTelegram {
  standIn: () => TelegramStandIn;
  /** How a chat's messages are answered from now on. */
  answer(chatId: number, how: (message: SentMessage) => StandInAnswer): void;
  /** How all other calls are answered from now on. */
  answerCalls(how: (call: StandInCall) => StandInAnswer): void;
  /** What was sent to a chat. */
  messagesTo(chatId: number): SentMessage[];
  /** The newest message in a chat. */
  lastTo(chatId: number): SentMessage;
  /** What a press was answered. */
  answerTo(queryId: string): { text: string; isRefusal: boolean } | undefined;
  /** How a message reads after it was last changed, and the buttons under it. */
  changed(chatId: number, messageId: number): { text?: string; buttons: string[] } | undefined;
  /** What a button carries that a message was last changed to show. */
  dataShown(messageId: number, label: string): string;
}

/** Starts it before the tests of the file. */
export function standInForTelegram(): TestTelegram {
  let standIn: TelegramStandIn | undefined;
  const answers = new Map<string, (message: SentMessage) => StandInAnswer>();
  let answerCall: (call: StandInCall) => StandInAnswer = () => ({ kind: "ok" });
  beforeAll(async () => {
    standIn = await startTelegramStandIn({
      port: ownAstra().telegramPort,
      answer: (message) => answers.get(message.chatId)?.(message) ?? { kind: "ok" },
      answerCall: (call) => answerCall(call),
    });
    return () => standIn?.stop();
  });
  const running = () => {
    if (!standIn) throw new Error("The stand-in has not been started yet.");
    return standIn;
  };
  const messagesTo = (chatId: number) =>
    running().messages.filter((message) => message.chatId === String(chatId));
  return {
    standIn: running,
    answer: (chatId, how) => void answers.set(String(chatId), how),
    answerCalls: (how) => {
      answerCall = how;
    },
    messagesTo,
    lastTo: (chatId) => {
      const last = messagesTo(chatId).at(-1);
      if (!last) throw new Error(`Nothing was sent to chat ${chatId}.`);
      return last;
    },
    answerTo: (queryId) => {
      const call = running().calls.findLast(
        ({ method, parameters }) =>
          method === "answerCallbackQuery" && parameters.callback_query_id === queryId,
      );
      return (
        call && {
          text: String(call.parameters.text ?? ""),
          isRefusal: call.parameters.show_alert === true,
        }
      );
    },
    changed: (chatId, messageId) => {
      const call = running().calls.findLast(
        ({ method, parameters }) =>
          method.startsWith("editMessage") &&
          Number(parameters.chat_id) === chatId &&
          Number(parameters.message_id) === messageId,
      );
      if (!call) return undefined;
      const { text, reply_markup: markup } = call.parameters;
      const rows = (markup as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard ?? [];
      return {
        ...(typeof text === "string" && { text }),
        buttons: rows.flat().map((button) => button.text),
      };
    },
    dataShown: (messageId, label) => {
      const call = running().calls.findLast(
        ({ method, parameters }) =>
          method === "editMessageReplyMarkup" && Number(parameters.message_id) === messageId,
      );
      const markup = call?.parameters.reply_markup as {
        inline_keyboard: { text: string; callback_data: string }[][];
      };
      const button = markup.inline_keyboard.flat().find(({ text }) => text === label);
      if (!button) throw new Error(`There is no button "${label}".`);
      return button.callback_data;
    },
  };
}

let lastUpdate = randomInt(1_000_000, 1_000_000_000);

/** The id of an update that none had before. */
export function nextUpdateId(): number {
  lastUpdate += 1;
  return lastUpdate;
}

/** A chat that no other test has. */
export function newChatId(): number {
  return randomInt(1_000_000_000, 100_000_000_000);
}

interface Said {
  text: string;
  from: number;
  /** The private chat of who says it, unless it is a group. */
  chat?: { id: number; title: string };
  language?: string;
}

/** An update that tells of a message. */
export function said({ text, from, chat, language = "en" }: Said, update_id = nextUpdateId()) {
  return {
    update_id,
    message: {
      message_id: update_id,
      date: 0,
      from: { id: from, is_bot: false, first_name: "Ana", language_code: language },
      chat: chat ? { ...chat, type: "supergroup" } : { id: from, type: "private", first_name: "Ana" },
      text,
    },
  };
}

interface Pressed {
  data: string;
  from: number;
  chatId?: number;
  messageId: number;
  language?: string;
}

/** An update that tells of a button; its query has the id of the update. */
export function pressed(
  { data, from, chatId = from, messageId, language = "en" }: Pressed,
  update_id = nextUpdateId(),
) {
  const type = chatId < 0 ? "supergroup" : "private";
  return {
    update_id,
    callback_query: {
      id: String(update_id),
      from: { id: from, is_bot: false, first_name: "Ana", language_code: language },
      chat_instance: "1",
      data,
      message: { message_id: messageId, date: 0, chat: { id: chatId, type } },
    },
  };
}

/** What the button of a message carries. */
export function dataOf(message: SentMessage, label: string): string {
  const button = message.buttons.flat().find(({ text }) => text === label);
  if (!button?.callback_data) throw new Error(`There is no button "${label}".`);
  return button.callback_data;
}
