import { PassThrough } from "node:stream";
import { Api } from "grammy";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTelegramStandIn, type TelegramStandIn } from "#scripts/simulator/telegram-stand-in.ts";
import { typeToBot, typingAccount } from "#scripts/simulator/telegram-typing.ts";

let standIn: TelegramStandIn;
let api: Api;
let typing: PassThrough;
let end: () => void;

beforeEach(async () => {
  standIn = await startTelegramStandIn({ port: 0 });
  api = new Api("123456:a-token-of-the-stand-in", { apiRoot: standIn.url });
  typing = new PassThrough();
  end = typeToBot(standIn, typing);
});

afterEach(() => {
  end();
  return standIn.stop();
});

test("a line is what somebody writes to the bot, a number presses a button of the newest message with some", async () => {
  await api.sendMessage(typingAccount, "A lead", {
    reply_markup: {
      inline_keyboard: [
        [{ text: "Confirm", callback_data: "c" }],
        [{ text: "Open", url: "https://astra.example.com" }],
      ],
    },
  });
  await api.sendMessage(typingAccount, "Hello");
  typing.write("/today\n1\n2\n\n");
  await expect.poll(() => api.getUpdates()).toHaveLength(3);
  expect(await api.getUpdates()).toMatchObject([
    { message: { text: "/today", chat: { id: typingAccount, type: "private" } } },
    { callback_query: { data: "c", message: { message_id: 1 } } },
    // There is no second button that carries something.
    { message: { text: "2" } },
  ]);
});
