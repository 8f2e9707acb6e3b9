import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Answer } from "#scripts/simulator/delivery.ts";
import { countOf, tryWaitingDeliveriesNow } from "#tests/integration/resilience/counts.ts";
import { type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { createSeller, newOrderId, placeOrder } from "#tests/integration/resilience/sellers.ts";
import { until } from "#tests/integration/resilience/until.ts";

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  return () => astra.stop();
});

interface Attempt extends Partial<Answer> {
  id: string;
}

test("Postgres stops during a burst of 200 deliveries: what was answered 2xx is there afterwards", async () => {
  const seller = await createSeller(astra, null);
  const worker = astra.startWorker();
  const waiting = Array.from({ length: 200 }, newOrderId);
  const attempts: Attempt[] = [];

  const lane = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      attempts.push({ id, ...(await placeOrder(astra, seller, { id, webhookId: id })) });
    }
  };
  const lanes = Promise.all(Array.from({ length: 16 }, lane));
  await until("a third of the burst", () => attempts.length >= 60);
  await astra.stack.stopPostgres();
  await until("orders that were turned away", () => isRefused(attempts.slice(60)) || waiting.length === 0);
  await astra.stack.startPostgres();
  await lanes;

  const accepted = attempts.filter(({ status }) => status === 200);
  const refused = attempts.filter(({ status }) => status !== 200);
  expect(accepted.length).toBeGreaterThanOrEqual(60);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status } of refused) expect(status).toBe(503);
  expect(
    Math.max(...attempts.map(({ milliseconds = Number.POSITIVE_INFINITY }) => milliseconds)),
  ).toBeLessThan(10_000);

  // The same app goes on, and what it had stored before it lost the database is worked in.
  expect((await placeOrder(astra, seller)).status).toBe(200);
  const stored = await astra.sql<{ key: string }>("select dedupe_key as key from webhook_deliveries");
  const keys = new Set(stored.map(({ key }) => key));
  for (const { id } of accepted) expect(keys).toContain(`orders/create:${id}`);
  await tryWaitingDeliveriesNow(astra);
  await until("every stored delivery to be a lead", async () => {
    const { deliveries, leads } = await countOf(astra, seller);
    return leads === deliveries;
  });

  // The store sends again what was turned away.
  for (const { id } of refused) {
    expect((await placeOrder(astra, seller, { id, webhookId: id })).status).toBe(200);
  }
  expect(await countOf(astra, seller)).toMatchObject({ deliveries: 201, orders: 201, leads: 201, flaws: 0 });
  expect(worker.hasEnded()).toBe(false);
  await until("the worker to hold its lock again", async () => {
    // Whoever asks Telegram for updates holds another.
    const locks = await astra.sql(`
      select from pg_locks where locktype = 'advisory' and granted
        and (classid::bigint << 32) | objid::bigint <> hashtextextended('telegram polling', 0)`);
    return locks.length === 1;
  });
  for (const file of Object.values(astra.logFiles))
    expect(await readFile(file, "utf8")).not.toMatch(/unhandled/i);
}, 90_000);

function isRefused(attempts: Attempt[]): boolean {
  return attempts.filter(({ status }) => status === 503).length >= 40;
}
