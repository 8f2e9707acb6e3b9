import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import { Pool } from "pg";
import { describe, expect, test } from "vitest";
import { webhookSecret } from "#lib/telegram/bot.ts";
import { loadBotStanding, setUpBot } from "#lib/telegram/set-up.ts";
import { startPolling } from "#lib/telegram/updates/polling.ts";
import { receiveUpdate } from "#lib/telegram/updates/webhook.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { newChatId, nextUpdateId, said, standInForTelegram } from "#tests/integration/telegram/chat.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

const telegram = standInForTelegram();

function post(body: string | object, secret: string | null = webhookSecret()): Promise<number> {
  return receiveUpdate(
    new Request("http://localhost/api/telegram", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        ...(secret !== null && { "x-telegram-bot-api-secret-token": secret }),
      },
    }),
  );
}

describe("an update that is posted", () => {
  test("is heard with the secret alone", async () => {
    const from = newChatId();
    expect(await post(said({ text: "/help", from }), null)).toBe(401);
    expect(await post(said({ text: "/help", from }), `${webhookSecret().slice(0, -1)}x`)).toBe(401);
    expect(await post(said({ text: "/help", from }), "")).toBe(401);
    expect(telegram.messagesTo(from)).toEqual([]);
    expect(await post(said({ text: "/help", from }))).toBe(200);
    expect(telegram.messagesTo(from)).toHaveLength(1);
  });

  test("the secret is what Telegram takes for one", () => {
    expect(webhookSecret()).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  test("is heard once, however often it is sent", async () => {
    const from = newChatId();
    const update = said({ text: "/help", from });
    const answers = await Promise.all([post(update), post(update), post(update)]);
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.every((status) => status === 200 || status === 503)).toBe(true);
    expect(await post(update)).toBe(200);
    expect(telegram.messagesTo(from)).toHaveLength(1);
  });

  test("that failed is asked for again, and heard then", async () => {
    const from = newChatId();
    const update = said({ text: "/help", from });
    telegram.answer(from, () => ({ kind: "server_error" }));
    expect(await post(update)).toBe(500);
    telegram.answer(from, () => ({ kind: "ok" }));
    expect(await post(update)).toBe(200);
    expect(telegram.messagesTo(from)).toHaveLength(2);
  });

  test("whose handling died is taken up again after a minute", async () => {
    const from = newChatId();
    const updateId = nextUpdateId();
    await asOwner("insert into telegram_updates (update_id) values ($1)", [updateId]);
    expect(await post(said({ text: "/help", from }, updateId))).toBe(503);
    await asOwner(
      "update telegram_updates set taken_at = now() - interval '61 seconds' where update_id = $1",
      [updateId],
    );
    expect(await post(said({ text: "/help", from }, updateId))).toBe(200);
    expect(telegram.messagesTo(from)).toHaveLength(1);
  });

  test("of a kind that nobody knows, or that is no update, is let go", async () => {
    expect(await post({ update_id: nextUpdateId(), poll: { id: "1" } })).toBe(200);
    expect(await post({ update_id: "x" })).toBe(200);
    expect(await post("{")).toBe(400);
    expect(await post(`{"a":"${"x".repeat(300_000)}"}`)).toBe(413);
  });

  test("of a chat that refuses an answer is handled all the same", async () => {
    const from = newChatId();
    telegram.answer(from, () => ({ kind: "blocked" }));
    expect(await post(said({ text: "/help", from }))).toBe(200);
  });

  test("is forgotten after two days", async () => {
    const updateId = nextUpdateId();
    await asOwner(
      "insert into telegram_updates (update_id, taken_at) values ($1, now() - interval '49 hours')",
      [updateId],
    );
    await cleanUp();
    expect(await asOwner("select 1 from telegram_updates where update_id = $1", [updateId])).toEqual([]);
  });
});

describe("asking for updates", () => {
  function pool(): Pool {
    return new Pool({
      connectionString: ownAstra().env.DATABASE_URL,
      options: "-c role=service_role",
      max: 2,
    });
  }

  test("hears each once, by one worker at a time, goes on after an error, and stops at once", async () => {
    const [one, other] = [pool(), pool()];
    const [first, second] = [startPolling(one), startPolling(other)];
    const from = newChatId();
    let tries = 0;
    telegram.answer(from, () => (++tries === 1 ? { kind: "server_error" } : { kind: "ok" }));
    telegram.standIn().tell(said({ text: "/help", from }));
    telegram.standIn().tell(said({ text: "/status", from }));
    await expect.poll(() => telegram.messagesTo(from).length, { timeout: 20_000 }).toBe(3);
    await sleep(200);
    expect(telegram.messagesTo(from)).toHaveLength(3);
    const begun = Date.now();
    await Promise.all([first.stop(), second.stop()]);
    expect(Date.now() - begun).toBeLessThan(5_000);
    await Promise.all([one.end(), other.end()]);
  });
});

test("a question of somebody else with the same bot ends ours, which is asked again", async () => {
  const connections = new Pool({
    connectionString: ownAstra().env.DATABASE_URL,
    options: "-c role=service_role",
    max: 2,
  });
  const polling = startPolling(connections);
  try {
    const from = newChatId();
    telegram.standIn().tell(said({ text: "/help", from }));
    await expect.poll(() => telegram.messagesTo(from).length, { timeout: 20_000 }).toBe(1);
    const { TELEGRAM_BOT_TOKEN = "", TELEGRAM_API_ROOT = "" } = ownAstra().env;
    await new Api(TELEGRAM_BOT_TOKEN, { apiRoot: TELEGRAM_API_ROOT }).getUpdates({ offset: 999_999_999 });
    telegram.standIn().tell(said({ text: "/help", from }));
    await expect.poll(() => telegram.messagesTo(from).length, { timeout: 20_000 }).toBe(2);
  } finally {
    await polling.stop();
    await connections.end();
  }
});

test("a bot that posts to another address is heard here once Astra asks, and again once it is set up here", async () => {
  const { TELEGRAM_BOT_TOKEN = "", TELEGRAM_API_ROOT = "" } = ownAstra().env;
  const elsewhere = () =>
    new Api(TELEGRAM_BOT_TOKEN, { apiRoot: TELEGRAM_API_ROOT }).setWebhook("https://other.example.com/hook");
  const connections = new Pool({
    connectionString: ownAstra().env.DATABASE_URL,
    options: "-c role=service_role",
    max: 2,
  });
  await elsewhere();
  const polling = startPolling(connections);
  try {
    const from = newChatId();
    telegram.standIn().tell(said({ text: "/help", from }));
    await expect.poll(() => telegram.messagesTo(from).length, { timeout: 20_000 }).toBe(1);
    await elsewhere();
    expect((await loadBotStanding())?.hears).toBe("elsewhere");
    await setUpBot();
    expect((await loadBotStanding())?.hears).toBe("polling");
    telegram.standIn().tell(said({ text: "/help", from }));
    await expect.poll(() => telegram.messagesTo(from).length, { timeout: 20_000 }).toBe(2);
  } finally {
    await polling.stop();
    await connections.end();
  }
});

test("the bot is set up: without an address that Telegram reaches, it posts nowhere, and its commands are in every language", async () => {
  const { calls } = telegram.standIn();
  const before = calls.length;
  await setUpBot();
  const methods = calls.slice(before).map(({ method }) => method);
  expect(methods).toContain("deleteWebhook");
  expect(methods).not.toContain("setWebhook");
  const languages = calls
    .slice(before)
    .filter(({ method }) => method === "setMyCommands")
    .map(({ parameters }) => parameters.language_code ?? "all");
  expect(languages).toEqual(["all", "ro", "es", "fr", "de", "zh"]);
});
