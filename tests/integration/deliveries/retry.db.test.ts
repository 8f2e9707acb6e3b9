import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retryDelivery, retryFailed, retrySome } from "#lib/deliveries/commands.ts";
import { mostRetries, processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { shopifyOrder, shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { watchLog } from "#tests/integration/ingest/app-log.ts";
import { deliveriesOf } from "#tests/integration/ingest/records.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

watchLog();

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
});

beforeEach(async () => {
  store = await createStore(desk.workspace, desk.seller);
});

const refund = { ...shopifyRefund(), order_id: 5_001_000_001 };

/** A refund that came before its order, which is there by now. */
async function failOnce(): Promise<string> {
  await deliverHere(store, "refunds/create", refund);
  await deliverHere(store, "orders/create", shopifyOrder({ financial_status: "paid" }));
  const [failed] = await asOwner<{ id: string }>(
    "select id from webhook_deliveries where integration_id = $1 and status = 'failed'",
    [store.id],
  );
  return failed?.id ?? "";
}

const statuses = async () => (await deliveriesOf(store)).map(({ status }) => status);

/** As many failed deliveries as are told, older than all else. */
async function failMany(count: number): Promise<void> {
  await asOwner(
    `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, error, attempts, received_at)
     select $1, 'orders/create', n::text, '{}', 'x', 'failed', 'It failed.', 10, now() - interval '1 hour' from generate_series(1, $2) n`,
    [store.id, count],
  );
}

describe("a retry", () => {
  test("of one works it in at once, and says when it fails again", async () => {
    const id = await failOnce();
    await retryDelivery(desk.seller, id);
    expect(await statuses()).toEqual(["processed", "processed"]);
    await failMany(1);
    const [failed] = await asOwner<{ id: string }>(
      "select id from webhook_deliveries where integration_id = $1 and status = 'failed'",
      [store.id],
    );
    await expect(retryDelivery(desk.seller, failed?.id ?? "")).rejects.toMatchObject({
      key: "deliveryFailedAgain",
    });
  });

  test("of some is put up for the worker, which is told", async () => {
    const id = await failOnce();
    expect(await retrySome(desk.seller, [id])).toBe(1);
    const jobs = await asOwner(
      "select key from graphile_worker.jobs where key = 'process-waiting-deliveries-now'",
    );
    expect(jobs).toHaveLength(1);
    await until("it is worked in", async () => {
      await processWaitingDeliveries();
      return (await statuses()).every((status) => status === "processed");
    });
  });

  test("by two at once is one", async () => {
    await failMany(40);
    const counts = await Promise.all([
      retryFailed(desk.seller, [store.id]),
      retryFailed(desk.admin, [store.id]),
      retryFailed(desk.seller, [store.id]),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await retryFailed(desk.seller, [store.id])).toBe(0);
  });

  test(`of all takes ${mostRetries} at once, and leaves the rest as it was`, async () => {
    await failMany(mostRetries + 5);
    expect(await retryFailed(desk.seller, [store.id])).toBe(mostRetries);
    const [left] = await asOwner<{ count: number }>(
      "select count(*)::int as count from webhook_deliveries where integration_id = $1 and status = 'failed' and error = 'It failed.'",
      [store.id],
    );
    // The worker may have begun with the others.
    expect(left?.count).toBe(5);
    await asOwner("delete from webhook_deliveries where integration_id = $1", [store.id]);
  });

  test("touches nothing of a store that is not the person's", async () => {
    const id = await failOnce();
    for (const session of [desk.otherSeller, desk.stranger]) {
      expect(await retrySome(session, [id])).toBe(0);
      expect(await retryFailed(session, [store.id])).toBe(0);
      expect(await retryFailed(session, [])).toBe(0);
      await expect(retryDelivery(session, id)).rejects.toMatchObject({ key: "notFoundDelivery" });
    }
    expect(await statuses()).toEqual(["failed", "processed"]);
  });

  test("leaves alone what did not fail, and what has no body any more", async () => {
    await deliverHere(store, "products/update", { id: 7 });
    await failMany(1);
    await asOwner(
      "update webhook_deliveries set payload = '' where integration_id = $1 and status = 'failed'",
      [store.id],
    );
    const ids = (
      await asOwner<{ id: string }>("select id from webhook_deliveries where integration_id = $1", [store.id])
    ).map(({ id }) => id);
    expect(await retrySome(desk.seller, ids)).toBe(0);
  });
});
