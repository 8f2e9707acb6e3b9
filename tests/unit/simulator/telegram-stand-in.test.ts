import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { afterEach, describe, expect, test } from "vitest";
import {
  type StandInAnswer,
  startTelegramStandIn,
  type TelegramStandIn,
} from "#scripts/simulator/telegram-stand-in.ts";
import { plainText } from "#scripts/simulator/telegram-text.ts";

let standIn: TelegramStandIn;
let answer: StandInAnswer = { kind: "ok" };

async function connect(timeoutSeconds = 5): Promise<Api> {
  standIn = await startTelegramStandIn({ port: 0, answer: () => answer });
  return new Api("123456:a-token-of-the-stand-in", { apiRoot: standIn.url, timeoutSeconds });
}

async function failureOf(given: StandInAnswer): Promise<unknown> {
  answer = given;
  const api = await connect(1);
  return api.sendMessage(42, "Hello").catch((error: unknown) => error);
}

afterEach(() => standIn.stop());

describe("Telegram's stand-in", () => {
  test("takes a message and keeps it", async () => {
    answer = { kind: "ok" };
    const api = await connect();
    const { message_id, chat } = await api.sendMessage(42, "<b>Cremă</b>", { parse_mode: "HTML" });
    expect({ message_id, chatId: chat.id }).toEqual({ message_id: 1, chatId: 42 });
    expect(standIn.messages).toMatchObject([
      { token: "123456:a-token-of-the-stand-in", chatId: "42", text: "<b>Cremă</b>", parseMode: "HTML" },
    ]);
  });

  test("takes a form as well", async () => {
    answer = { kind: "ok" };
    await connect();
    const body = new FormData();
    body.append("chat_id", "42");
    body.append("text", "Hello");
    const response = await fetch(`${standIn.url}/bot1:x/sendMessage`, { method: "POST", body });
    expect(response.status).toBe(200);
    expect(standIn.messages).toMatchObject([{ chatId: "42", text: "Hello" }]);
  });

  test.each([
    [{ kind: "wait", seconds: 7 }, 429, { retry_after: 7 }],
    [{ kind: "blocked" }, 403, {}],
    [{ kind: "chat_not_found" }, 400, {}],
    [{ kind: "refused", description: "Bad Request: TOPIC_CLOSED" }, 400, {}],
    [{ kind: "server_error" }, 500, {}],
  ] as const)("answers as told: %o", async (given, code, parameters) => {
    const error = await failureOf(given);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: code, parameters });
  });

  test("gives an update until a later one is asked for, and waits for one", async () => {
    const api = await connect();
    const first = standIn.tell({ message: {} });
    expect(await api.getUpdates()).toMatchObject([{ update_id: first }]);
    expect(await api.getUpdates({ offset: first })).toHaveLength(1);
    const waiting = api.getUpdates({ offset: first + 1, timeout: 3 });
    const second = standIn.tell({ message: {} });
    expect(await waiting).toMatchObject([{ update_id: second }]);
    expect(await api.getUpdates({ offset: second + 1 })).toEqual([]);
  });

  test("refuses a second one who asks, and any once updates are posted", async () => {
    const api = await connect();
    const first = api.getUpdates({ timeout: 3 }).catch((error: unknown) => error);
    await expect.poll(() => api.getUpdates({ timeout: 0 })).toEqual([]);
    expect(await first).toMatchObject({ error_code: 409 });
    await api.setWebhook("https://astra.example.com/api/telegram", { secret_token: "secret" });
    expect(await api.getUpdates().catch((error: unknown) => error)).toMatchObject({ error_code: 409 });
    expect((await api.getWebhookInfo()).url).toBe("https://astra.example.com/api/telegram");
    expect(standIn.calls).toMatchObject([{ method: "setWebhook", parameters: { secret_token: "secret" } }]);
  });

  test("can leave the caller waiting", async () => {
    expect(await failureOf({ kind: "hang" })).toBeInstanceOf(HttpError);
    expect(standIn.messages).toHaveLength(1);
  });

  test("knows no other method", async () => {
    const api = await connect();
    await expect(api.sendDocument(42, new InputFile(Buffer.from("x")))).rejects.toMatchObject({
      error_code: 404,
    });
  });
});

test("a message reads at a terminal", () => {
  const html = '<b>New lead: A &amp; B</b>\n<a href="http://127.0.0.1/leads/1">Open</a>';
  expect(plainText(html, "  ")).toBe("  New lead: A & B\n  Open: http://127.0.0.1/leads/1");
});
