import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";
import { type AnsweredStore, loadAnsweredStore } from "#lib/ingest/answered-store.ts";
import { rereadOrder } from "#lib/ingest/reread.ts";
import { mayReadOtherwise, type OrderGroup } from "#lib/stores/answers.ts";

const failuresAtMost = 10;

/** What became of applying an owner's answers to a store's past orders. */
export interface Applied {
  /** The orders that may read otherwise. */
  orders: number;
  /** Whether they were read again; else the job does it. */
  isDone: boolean;
}

/**
 * Reads a store's past orders again where what the owner says now may read them otherwise; leads follow. It can be done again and at once
 * with itself: each order is read under its lock, and comes out the same.
 *
 * @param atMost so many orders are worth waiting for; of more none is read
 * @throws Error when orders could not be read, after the others were
 */
export async function applyAnswers(storeId: string, { atMost = Infinity } = {}): Promise<Applied> {
  const store = await forSystem((tx) => loadAnsweredStore(tx, storeId));
  if (!store) return { orders: 0, isDone: true };
  const groups = (await groupOrders(storeId)).filter((group) =>
    mayReadOtherwise(group, store.appliedAnswers, store),
  );
  const orders = groups.reduce((sum, group) => sum + group.orders, 0);
  if (orders > atMost) return { orders, isDone: false };
  let failures = 0;
  for await (const externalOrderId of ordersOf(storeId, groups)) {
    try {
      await rereadOrder(storeId, externalOrderId);
    } catch (error) {
      failures += 1;
      log.error({ storeId, externalOrderId, err: error }, "an order could not be read again");
      if (failures > failuresAtMost) throw error;
    }
  }
  if (failures > 0) throw new Error(`${failures} orders of a store could not be read again.`);
  await rememberApplied(store);
  return { orders, isDone: true };
}

function groupOrders(storeId: string): Promise<OrderGroup[]> {
  return forSystem(
    (tx) => tx.$queryRaw<OrderGroup[]>`
      select gateways, store_status as "storeStatus", payment_kind = 'unknown' as "isPaymentUnknown",
        is_status_unknown as "isStatusUnknown", count(*)::int as orders
      from orders where integration_id = ${storeId}::uuid and deleted_in_store_at is null
      group by 1, 2, 3, 4`,
  );
}

const batchSize = 5_000;

/** The orders of groups by the ids that the store gave them, a batch at a time; reading one again may move it to another group. */
async function* ordersOf(storeId: string, groups: OrderGroup[]): AsyncGenerator<string> {
  for (const group of groups) {
    let last: string | undefined;
    do {
      const batch = await listOrders(storeId, group, last);
      for (const { externalOrderId } of batch) yield externalOrderId;
      last = batch.length < batchSize ? undefined : batch.at(-1)?.id;
    } while (last);
  }
}

function listOrders(
  storeId: string,
  { gateways, storeStatus, isPaymentUnknown, isStatusUnknown }: OrderGroup,
  after = "00000000-0000-0000-0000-000000000000",
): Promise<{ id: string; externalOrderId: string }[]> {
  return forSystem(
    (tx) => tx.$queryRaw<{ id: string; externalOrderId: string }[]>`
      select id, external_order_id as "externalOrderId" from orders
      where integration_id = ${storeId}::uuid and gateways = ${gateways}::text[]
        and store_status is not distinct from ${storeStatus} and (payment_kind = 'unknown') = ${isPaymentUnknown}
        and is_status_unknown = ${isStatusUnknown} and deleted_in_store_at is null and id > ${after}::uuid
      order by id limit ${batchSize}`,
  );
}

/** An answer that was given meanwhile is still to be applied, and is queued by itself. */
async function rememberApplied(store: AnsweredStore): Promise<void> {
  const { integrationId, codGateways, paymentMethods, statusMap } = store;
  const answers = JSON.stringify({ codGateways, paymentMethods, statusMap });
  await forSystem(
    (tx) => tx.$executeRaw`
      update integrations set applied_answers = ${answers}::jsonb
      where id = ${integrationId}::uuid
        and astra.store_answers(cod_gateways, payment_methods, status_map) = ${answers}::jsonb`,
  );
}
