import { beforeEach, describe, expect, test } from "vitest";
import { processPausedDeliveries, processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { shopifyFulfillment, shopifyOrder, shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchLog } from "./app-log.ts";
import { deliveriesOf, orderOf, ordersOf } from "./records.ts";
import { openShop } from "./shop.ts";

watchLog();

let seller: Person | undefined;
let store: Store;

beforeEach(async () => {
  seller ??= await createAccount();
  ({ store } = await openShop({ seller }));
});

/** As if the time of the next attempt had come. */
async function letTimePass(): Promise<void> {
  await asOwner(
    "update webhook_deliveries set next_attempt_at = now() where integration_id = $1 and next_attempt_at is not null",
    [store.id],
  );
}

async function processed(): Promise<string[]> {
  return (await deliveriesOf(store)).map(({ status }) => status);
}

/** An attempt that was made since `earliest` is followed by the next one so many milliseconds later, however long all else took. */
function expectToWait(nextAttemptAt: unknown, milliseconds: number, earliest: number): void {
  const attemptedAt = Number(nextAttemptAt) - milliseconds;
  expect(attemptedAt).toBeGreaterThanOrEqual(earliest);
  expect(attemptedAt).toBeLessThanOrEqual(Date.now());
}

describe("news that arrive before their order", () => {
  const refund = { ...shopifyRefund(), order_id: 5_001_000_001 };

  test("wait for it, and are worked in once it is there", async () => {
    const earliest = Date.now();
    expect(await deliverHere(store, "fulfillments/create", shopifyFulfillment())).toEqual({
      status: 200,
      result: "stored",
    });
    expect(await deliverHere(store, "refunds/create", refund)).toEqual({ status: 200, result: "stored" });
    for (const delivery of await deliveriesOf(store)) {
      expect(delivery).toMatchObject({
        status: "failed",
        attempts: 1,
        error: "The order 5001000001 has not arrived yet; this is tried again.",
      });
      expectToWait(delivery.nextAttemptAt, 60_000, earliest);
    }
    await deliverHere(store, "orders/create", shopifyOrder({ financial_status: "paid" }));
    await processWaitingDeliveries();
    expect((await orderOf(store)).order).toMatchObject({ status: "processing", refunded: "0" });
    await letTimePass();
    await processWaitingDeliveries();
    expect(await processed()).toEqual(["processed", "processed", "processed"]);
    expect(await orderOf(store)).toMatchObject({
      order: { status: "shipped", refunded: "120" },
      lead: { logistic: "shipped" },
    });
  });

  test("are tried ten times, each time later, then left for a person", async () => {
    await deliverHere(store, "refunds/create", refund);
    const waits = [2, 4, 8, 16, 32, 64, 128, 256];
    for (let attempt = 2; attempt <= 10; attempt++) {
      const earliest = Date.now();
      await letTimePass();
      // Tests that run beside this one work in what waits, too, and may have it at this moment.
      const { nextAttemptAt } = await until(`attempt ${attempt}`, async () => {
        await processWaitingDeliveries();
        const [waiting] = await deliveriesOf(store);
        return waiting?.attempts === attempt && waiting;
      });
      const minutes = waits[attempt - 2];
      if (minutes === undefined) expect(nextAttemptAt).toBeNull();
      else expectToWait(nextAttemptAt, minutes * 60_000, earliest);
    }
    expect(await deliveriesOf(store)).toMatchObject([
      { status: "failed", attempts: 10, nextAttemptAt: null },
    ]);
  });

  test("are left alone while another process works them in", async () => {
    await deliverHere(store, "orders/create", shopifyOrder());
    await asOwner(
      "update webhook_deliveries set status = 'received', next_attempt_at = now() where integration_id = $1",
      [store.id],
    );
    await Promise.all(Array.from({ length: 5 }, () => processWaitingDeliveries()));
    expect(await ordersOf(store)).toHaveLength(1);
    expect(await deliveriesOf(store)).toMatchObject([{ attempts: 2 }]);
  });
});

describe("a store whose app was uninstalled", () => {
  test("is paused; what it sends is kept and worked in, in its order, once it is taken up again", async () => {
    await deliverHere(store, "app/uninstalled", { myshopify_domain: store.domain });
    const updated = shopifyOrder({ financial_status: "paid", updated_at: "2026-03-03T10:00:00+02:00" });
    expect(await deliverHere(store, "orders/create", shopifyOrder())).toEqual({
      status: 200,
      result: "stored",
    });
    expect(await deliverHere(store, "orders/paid", updated)).toEqual({ status: 200, result: "stored" });
    expect(await deliveriesOf(store)).toMatchObject([
      { topic: "app/uninstalled", status: "processed" },
      { status: "ignored", error: "This store is paused.", nextAttemptAt: null },
      { status: "ignored", error: "This store is paused.", nextAttemptAt: null },
    ]);
    expect(await ordersOf(store)).toEqual([]);
    await letTimePass();
    await processWaitingDeliveries({ includeFresh: true });
    expect(await ordersOf(store)).toEqual([]);

    await asOwner("update integrations set is_active = true, paused_reason = null where id = $1", [store.id]);
    await processPausedDeliveries(store.id);
    expect(await processed()).toEqual(["processed", "processed", "processed"]);
    expect((await orderOf(store)).order.payment).toBe("paid");
  });

  test("knows a delivery again that it sent while paused", async () => {
    await deliverHere(store, "app/uninstalled", { myshopify_domain: store.domain });
    const id = { "X-Shopify-Webhook-Id": "b528b59e-04ea-4957-8778-19141f4b3c79" };
    await deliverHere(store, "orders/create", shopifyOrder(), id);
    expect((await deliverHere(store, "orders/create", shopifyOrder(), id)).result).toBe("duplicate");
  });
});
