import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { countOf, tryWaitingDeliveriesNow } from "#tests/integration/resilience/counts.ts";
import { whileLeadsFail } from "#tests/integration/resilience/failing-leads.ts";
import { type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { createSeller, placeOrder } from "#tests/integration/resilience/sellers.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { startTestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

// No worker runs here, so what is queued stays to be looked at.

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  return () => astra.stop();
});

describe("an alert is queued", () => {
  test("for a seller with a chat", async () => {
    const seller = await createSeller(astra);
    await placeOrder(astra, seller);
    expect(await countOf(astra, seller)).toMatchObject({ leads: 1, jobs: 1 });
  });

  test("in the transaction of its lead: a failure leaves neither, a later success both", async () => {
    const seller = await createSeller(astra);
    await whileLeadsFail(astra, async () => {
      expect((await placeOrder(astra, seller)).status).toBe(200);
    });
    expect(await countOf(astra, seller)).toMatchObject({ deliveries: 1, orders: 0, leads: 0, jobs: 0 });

    await tryWaitingDeliveriesNow(astra);
    const worker = astra.startWorker();
    await until("the alert", () => astra.telegram.messagesTo(seller.chatId).length === 1);
    await worker.stop();
    expect(await countOf(astra, seller)).toMatchObject({ deliveries: 1, orders: 1, leads: 1, alertsSent: 1 });
  });
});

describe("no alert is queued", () => {
  test("without a chat", async () => {
    const seller = await createSeller(astra, null);
    await placeOrder(astra, seller);
    expect(await countOf(astra, seller)).toMatchObject({ leads: 1, jobs: 0 });
  });

  test("to a chat that stopped", async () => {
    const seller = await createSeller(astra);
    await astra.sql(
      "update user_settings set telegram_stopped_at = now(), telegram_stop_reason = 'blocked' where user_id = $1",
      [seller.userId],
    );
    await placeOrder(astra, seller);
    expect(await countOf(astra, seller)).toMatchObject({ leads: 1, jobs: 0 });
  });

  test("for the same order told again", async () => {
    const seller = await createSeller(astra);
    const id = "6123456789012";
    await placeOrder(astra, seller, { id });
    await placeOrder(astra, seller, { id, total: "12.00" });
    expect(await countOf(astra, seller)).toMatchObject({ deliveries: 2, leads: 1, jobs: 1 });
  });

  test("when Astra has no bot", async () => {
    const seller = await createSeller(astra);
    const port = await holdPort();
    const { TELEGRAM_BOT_TOKEN: _token, ...settings } = astra.settings;
    settings.APP_URL = `http://127.0.0.1:${port}`;
    const app = await startTestApp({
      port,
      env: { ...appEnvironment(settings), TELEGRAM_BOT_TOKEN: "" },
      logFile: join(astra.stack.paths.dataDir, "app-without-bot.log"),
    });
    try {
      await placeOrder({ settings }, seller);
    } finally {
      await app.stop();
    }
    expect(await countOf(astra, seller)).toMatchObject({ leads: 1, jobs: 0 });
  });
});
