import { GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import { loggedFailure, readFailure, type TelegramFailure } from "#lib/telegram/failure.ts";

type Answer = [code: number, description: string, parameters?: Record<string, number>];

const meanings: [Answer, TelegramFailure][] = [
  [[429, "Too Many Requests: retry after 14", { retry_after: 14 }], { kind: "wait", seconds: 14 }],
  [[429, "Too Many Requests"], { kind: "wait", seconds: 1 }],
  [[429, "Too Many Requests: retry after 0", { retry_after: 0 }], { kind: "wait", seconds: 1 }],
  [[403, "Forbidden: bot was blocked by the user"], { kind: "stopped", reason: "blocked" }],
  [[403, "Forbidden: bot can't initiate conversation with a user"], { kind: "stopped", reason: "blocked" }],
  [[403, "Forbidden: user is deactivated"], { kind: "stopped", reason: "deactivated" }],
  [[403, "Forbidden: bot was kicked from the supergroup chat"], { kind: "stopped", reason: "kicked" }],
  [[403, "Forbidden: bot is not a member of the channel chat"], { kind: "stopped", reason: "kicked" }],
  [[400, "Bad Request: chat not found"], { kind: "stopped", reason: "notFound" }],
  [[400, "Bad Request: PEER_ID_INVALID"], { kind: "stopped", reason: "notFound" }],
  [
    [400, "Bad Request: not enough rights to send text messages to the chat"],
    { kind: "stopped", reason: "noRights" },
  ],
  [[400, "Bad Request: have no rights to send a message"], { kind: "stopped", reason: "noRights" }],
  [
    [400, "Bad Request: need administrator rights in the channel chat"],
    { kind: "stopped", reason: "noRights" },
  ],
  [[400, "Bad Request: CHAT_WRITE_FORBIDDEN"], { kind: "stopped", reason: "noRights" }],
  [[403, "Forbidden: CHAT_SEND_PLAIN_FORBIDDEN"], { kind: "stopped", reason: "noRights" }],
  [[400, "Bad Request: USER_IS_BLOCKED"], { kind: "stopped", reason: "blocked" }],
  [
    [
      400,
      "Bad Request: group chat was upgraded to a supergroup chat",
      { migrate_to_chat_id: -1001234567890 },
    ],
    { kind: "moved", chatId: -1001234567890 },
  ],
  [[401, "Unauthorized"], { kind: "retry" }],
  [[404, "Not Found"], { kind: "retry" }],
  [[500, "Internal Server Error"], { kind: "retry" }],
  [[502, "Bad Gateway"], { kind: "retry" }],
];

describe("what an answer of the Bot API means", () => {
  test.each(meanings)("%j", (answer, meaning) => {
    expect(meaningOf(answer)).toEqual(meaning);
  });

  test.each([
    [400, "Bad Request: TOPIC_CLOSED"],
    [400, "Bad Request: group chat was deactivated"],
    [400, "Bad Request: message is too long"],
    [400, "Bad Request: something that Telegram says from next year on"],
    [403, "Forbidden: the group chat was deleted"],
    [403, "Forbidden: bot can't send messages to bots"],
  ])("%i %s stops the chat, and Telegram's own words are the reason", (code, description) => {
    expect(meaningOf([code, description])).toEqual({ kind: "stopped", reason: description });
  });

  test("of very long words the beginning is the reason", () => {
    expect(meaningOf([400, "x".repeat(5_000)])).toEqual({ kind: "stopped", reason: "x".repeat(200) });
  });

  test("the network is to blame for what never reached Telegram", () => {
    const unreachable = new HttpError("Network request failed", new Error("ECONNREFUSED"));
    expect(readFailure(unreachable)).toEqual({ kind: "retry" });
  });

  test("an error of our own is no reason to stop a chat", () => {
    expect(readFailure(new Error("chat not found"))).toEqual({ kind: "retry" });
  });
});

function meaningOf([code, description, parameters]: Answer): TelegramFailure {
  const answer = { ok: false as const, error_code: code, description, ...(parameters && { parameters }) };
  return readFailure(new GrammyError("sendMessage failed", answer, "sendMessage", {}));
}

test("a log says what Telegram said, and nothing of what was sent", () => {
  const answer = { ok: false, error_code: 500, description: "Internal Server Error" } as const;
  const refused = new GrammyError("Call failed", answer, "sendMessage", { chat_id: 1, text: "Ana Pop" });
  expect(JSON.stringify(loggedFailure(refused))).not.toContain("Ana Pop");
  expect(loggedFailure(refused)).toEqual({
    telegram: { method: "sendMessage", code: 500, description: "Internal Server Error" },
  });
  const away = new HttpError("Network request for 'sendMessage' failed!", { text: "Ana Pop" });
  expect(JSON.stringify(loggedFailure(away))).not.toContain("Ana Pop");
  const ours = new Error("ours");
  expect(loggedFailure(ours)).toEqual({ err: ours });
});
