import { beforeAll, describe, expect, test } from "vitest";
import type { StandInAnswer } from "#scripts/simulator/telegram-stand-in.ts";
import { countOf } from "#tests/integration/resilience/counts.ts";
import { connect, type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { createSeller, placeOrder, type Seller } from "#tests/integration/resilience/sellers.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { alertJobs, runJobsNow, settingsOf, timelineOf } from "#tests/integration/telegram/jobs.ts";

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  astra.startWorker();
  return () => astra.stop();
});

const messagesTo = (seller: Seller) => astra.telegram.messagesTo(seller.chatId);

function alertsSent(seller: Seller, count: number): Promise<unknown> {
  return until(`${count} alerts`, async () => (await countOf(astra, seller)).alertsSent === count);
}

/** Answers a chat's first message so, and accepts the others. */
function answerOnce(seller: Seller, answer: StandInAnswer): void {
  astra.telegram.answer(seller.chatId, () => (messagesTo(seller).length === 1 ? answer : { kind: "ok" }));
}

describe("the message", () => {
  test.each([
    ["JPY", "1200", "JPY\u00a01,200"],
    ["KWD", "12.345", "KWD\u00a012.345"],
    ["RON", "59.90", "RON\u00a059.90"],
  ])(
    "tells a lead in %s, its items and its total, escaped, with a link",
    async (currency, total, written) => {
      const seller = await createSeller(astra);
      const items = [
        { name: '<b>&"', quantity: 1, price: total },
        { name: "x".repeat(5000), quantity: 3, price: "0" },
      ];
      await placeOrder(astra, seller, { currency, total, items });
      await alertsSent(seller, 1);
      const [message] = messagesTo(seller);
      const [lead] = await astra.sql("select id from crm_leads where user_id = $1", [seller.userId]);
      expect(message?.token).toBe(astra.settings.TELEGRAM_BOT_TOKEN);
      expect(message?.parseMode).toBe("HTML");
      expect(message?.text).toContain("<b>New lead: Ana Pop</b>\n+40722123456, Cluj\nLamps · #");
      expect(message?.text).toContain("• &amp;&quot; × 1\n");
      expect(message?.text).toMatch(/• x{79}… × 3\n/);
      expect(message?.text).toContain(`<b>${written}</b> · cash on delivery`);
      expect(message?.text).toContain(`<a href="${astra.settings.APP_URL}/leads/${lead?.id}">`);
      expect(await timelineOf(astra, seller)).toEqual([
        { type: "alert_sent", details: { messageId: expect.any(String) } },
      ]);
      expect(messagesTo(seller)).toHaveLength(1);
    },
  );

  test("is one for all leads, by store, when twenty wait for the chat", async () => {
    const seller = await createSeller(astra);
    answerOnce(seller, { kind: "wait", seconds: 4 });
    await placeOrder(astra, seller);
    await until("Telegram to ask for quiet", () => messagesTo(seller).length === 1);
    for (let order = 0; order < 24; order++) await placeOrder(astra, seller);
    await alertsSent(seller, 25);
    const [, ...told] = messagesTo(seller);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toBe(
      `<b>25 new leads</b>\n\nLamps: 25\n\n<a href="${astra.settings.APP_URL}/leads">Open the leads</a>`,
    );
    await until(
      "the jobs of the others to be over",
      async () => (await alertJobs(astra, seller)).length === 0,
    );
    expect(messagesTo(seller)).toHaveLength(2);
  });

  test("comes about once a second into one chat, and does not keep another chat waiting", async () => {
    const [busy, other] = [await createSeller(astra), await createSeller(astra)];
    await Promise.all([1, 2, 3].map(() => placeOrder(astra, busy)));
    await placeOrder(astra, other);
    await alertsSent(busy, 3);
    const times = messagesTo(busy).map(({ receivedAt }) => receivedAt.getTime());
    const [first = 0, second = 0, third = 0] = times;
    expect(times).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(950);
    expect(third - second).toBeGreaterThanOrEqual(950);
    expect(messagesTo(other)[0]?.receivedAt.getTime()).toBeLessThan(third);
  });
});

test("an alert that waits is not sent to a seller who was deactivated meanwhile", async () => {
  const seller = await createSeller(astra);
  answerOnce(seller, { kind: "wait", seconds: 60 });
  await placeOrder(astra, seller);
  await until("the refusal", () => messagesTo(seller)[0]);
  await until("the job to wait", async () => (await alertJobs(astra, seller))[0]?.isRunning === false);
  await astra.sql("update memberships set is_active = false where user_id = $1", [seller.userId]);
  await astra.sql("update user_settings set telegram_paused_until = null where user_id = $1", [
    seller.userId,
  ]);
  await runJobsNow(astra, seller);
  await until("the job to be done", async () => (await alertJobs(astra, seller)).length === 0);
  expect(messagesTo(seller)).toHaveLength(1);
  expect(await timelineOf(astra, seller)).toEqual([]);
});

describe("Telegram refuses", () => {
  test("429: the chat is left in peace for as long as Telegram says, and no attempt is used up", async () => {
    const seller = await createSeller(astra);
    answerOnce(seller, { kind: "wait", seconds: 3 });
    await placeOrder(astra, seller);
    await placeOrder(astra, seller);
    const refusedAt = (await until("the refusal", () => messagesTo(seller)[0])).receivedAt.getTime();
    const waiting = await until("both jobs to wait", async () => {
      const jobs = await alertJobs(astra, seller);
      return jobs.every(({ isRunning, runAt }) => !isRunning && runAt.getTime() > refusedAt + 2_500) && jobs;
    });
    expect(waiting.map(({ attempts, lastError }) => ({ attempts, lastError }))).toEqual([
      { attempts: 0, lastError: null },
      { attempts: 0, lastError: null },
    ]);
    await alertsSent(seller, 2);
    const [, second, third, ...more] = messagesTo(seller);
    expect(second?.receivedAt.getTime()).toBeGreaterThanOrEqual(refusedAt + 3_000);
    expect(third).toBeDefined();
    expect(more).toEqual([]);
  });

  test.each([
    ["403 blocked", { kind: "blocked" }, "blocked"],
    ["400 chat not found", { kind: "chat_not_found" }, "notFound"],
    [
      "400 not enough rights",
      { kind: "refused", description: "Bad Request: not enough rights to send text messages to the chat" },
      "noRights",
    ],
    [
      "any other 400",
      { kind: "refused", description: "Bad Request: TOPIC_CLOSED" },
      "Bad Request: TOPIC_CLOSED",
    ],
  ] satisfies [string, StandInAnswer, string][])(
    "%s: alerts stop, the settings and the timeline say so, later leads queue nothing",
    async (_case, answer, reason) => {
      const seller = await createSeller(astra);
      astra.telegram.answer(seller.chatId, () => answer);
      await placeOrder(astra, seller);
      const settings = await until("the stop", async () => {
        const current = await settingsOf(astra, seller);
        return current?.stoppedAt && current;
      });
      expect(settings).toEqual({ chatId: String(seller.chatId), stoppedAt: expect.any(Date), reason });
      expect(await timelineOf(astra, seller)).toEqual([{ type: "alert_failed", details: { reason } }]);
      await until("the job to be done", async () => (await alertJobs(astra, seller)).length === 0);

      await placeOrder(astra, seller);
      expect(await countOf(astra, seller)).toMatchObject({ leads: 2, jobs: 0 });
      expect(messagesTo(seller)).toHaveLength(1);
    },
  );

  test("400 with a new chat id: the alert follows the group", async () => {
    const seller = await createSeller(astra, -123_456_789);
    const chatId = -1_001_234_567_890;
    astra.telegram.answer(seller.chatId, () => ({ kind: "moved", chatId }));
    await placeOrder(astra, seller);
    await alertsSent(seller, 1);
    expect(astra.telegram.messagesTo(chatId)).toHaveLength(1);
    expect(await settingsOf(astra, seller)).toMatchObject({ chatId: String(chatId), stoppedAt: null });
  });

  test("the new chat of a group that moved refuses: what Telegram says is kept of the new one", async () => {
    const seller = await createSeller(astra, -123_456_780);
    const chatId = -1_001_234_567_891;
    astra.telegram.answer(seller.chatId, () => ({ kind: "moved", chatId }));
    astra.telegram.answer(chatId, () => ({ kind: "refused", description: "Bad Request: CHAT_RESTRICTED" }));
    await placeOrder(astra, seller);
    const settings = await until("the stop", async () => {
      const current = await settingsOf(astra, seller);
      return current?.stoppedAt && current;
    });
    expect(settings).toMatchObject({ chatId: String(chatId), reason: "noRights" });
  });

  test("a refusal of a chat that the person leaves meanwhile stops nothing: the alert goes to the other", async () => {
    const seller = await createSeller(astra);
    const chatId = (seller.chatId ?? 0) + 1;
    astra.telegram.answer(seller.chatId, () => ({ kind: "blocked" }));
    const linking = await connect(astra.stack.env.DIRECT_URL);
    try {
      await linking.query("begin");
      const change = "update user_settings set telegram_chat_id = $2 where user_id = $1";
      await linking.query(change, [seller.userId, chatId]);
      await placeOrder(astra, seller);
      await until("the refusal", () => messagesTo(seller).length === 1);
      await linking.query("commit");
    } finally {
      await linking.end();
    }
    await alertsSent(seller, 1);
    expect(astra.telegram.messagesTo(chatId)).toHaveLength(1);
    expect(await settingsOf(astra, seller)).toMatchObject({ chatId: String(chatId), stoppedAt: null });
  });

  test("401, a token of ours that is wrong, stops nobody", async () => {
    const seller = await createSeller(astra);
    answerOnce(seller, { kind: "unauthorized" });
    await placeOrder(astra, seller);
    await retryFailedJob(seller);
    await alertsSent(seller, 1);
    expect(await settingsOf(astra, seller)).toMatchObject({ stoppedAt: null, reason: null });
  });
});

describe("Telegram is ill", () => {
  test("500: it is tried again, later and later", async () => {
    const seller = await createSeller(astra);
    astra.telegram.answer(seller.chatId, () =>
      messagesTo(seller).length <= 2 ? { kind: "server_error" } : { kind: "ok" },
    );
    await placeOrder(astra, seller);
    const first = await retryFailedJob(seller);
    const second = await retryFailedJob(seller, 2);
    expect(second).toBeGreaterThan(first * 1.5);
    await alertsSent(seller, 1);
    expect(messagesTo(seller)).toHaveLength(3);
  });

  test("no answer: it is tried again, and the store never waits for it", async () => {
    const seller = await createSeller(astra);
    answerOnce(seller, { kind: "hang" });
    await placeOrder(astra, seller);
    await until("the message", () => messagesTo(seller).length === 1);
    const { status, milliseconds } = await placeOrder(astra, seller);
    expect(status).toBe(200);
    expect(milliseconds).toBeLessThan(1_000);
    await retryFailedJob(seller, 1, 25);
    await alertsSent(seller, 2);
    expect(messagesTo(seller)).toHaveLength(3);
  }, 60_000);
});

/** Waits until a seller's alert has failed so often, then brings its next attempt forward; answers how far off that was (ms). */
async function retryFailedJob(seller: Seller, attempts = 1, seconds = 15): Promise<number> {
  const job = await until(
    `attempt ${attempts} to fail`,
    async () =>
      (await alertJobs(astra, seller)).find(
        (one) => one.attempts === attempts && one.lastError !== null && !one.isRunning,
      ),
    seconds,
  );
  const pause = job.runAt.getTime() - Date.now();
  await runJobsNow(astra, seller);
  return pause;
}
