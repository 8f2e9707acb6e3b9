import "server-only";
import { forIngest, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { type KeptPayload, unpackPayload } from "#lib/ingest/payload.ts";
import { tracesOf } from "#lib/ingest/traces.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError } from "#lib/platforms/platform.ts";

// What becomes of deliveries that are kept: it is noted whom they name, and their payloads are dropped when their time is over.

interface UntracedDelivery extends KeptPayload {
  id: string;
  storeId: string;
}

const batch = 50;

/** Looks through kept payloads that nobody has looked through, but the large ones, for as long as there is time. Milliseconds. */
export async function traceKeptDeliveries(patience = 30_000): Promise<void> {
  const until = Date.now() + patience;
  let traced = batch;
  while (traced === batch && Date.now() < until) {
    traced = await forIngest((tx) => traceDeliveries(tx, Prisma.sql`not is_large`));
  }
}

/** Looks through one kept payload, however large; "done" also when that was done before. */
export async function traceKeptDelivery(id: string): Promise<"done"> {
  await forIngest((tx) => traceDeliveries(tx, Prisma.sql`id = ${id}::uuid`));
  return "done";
}

/** Large payloads that nobody has looked through, and that are not about to be worked in, which does the same. */
export async function findUntracedLarge(): Promise<string[]> {
  const untraced = await forIngest(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select id from webhook_deliveries
      where is_large and traces is null and payload <> '' and status <> 'received' limit ${batch}`,
  );
  return untraced.map(({ id }) => id);
}

/**
 * Makes sure that all kept payloads of a store can be found by whom they name, but those that are still to be worked in. Large ones would
 * keep the process that honours the request from all else.
 *
 * @throws DeliveryError when there are too many to be looked through now; a job does it meanwhile
 */
export async function requireTraces(tx: Transaction, storeId: string): Promise<void> {
  const ofStore = Prisma.sql`integration_id = ${storeId}::uuid and status <> 'received'`;
  await traceDeliveries(tx, Prisma.sql`${ofStore} and not is_large`);
  const [left] = await tx.$queryRaw<unknown[]>`
    select from webhook_deliveries where ${ofStore} and traces is null and payload <> '' limit 1`;
  if (!left) return;
  throw new DeliveryError({ code: "stillLooking" });
}

/** @returns how many were looked through */
async function traceDeliveries(tx: Transaction, where: Prisma.Sql): Promise<number> {
  const untraced = await tx.$queryRaw<UntracedDelivery[]>`
    select id, integration_id as "storeId", payload, payload_encoding as "payloadEncoding" from webhook_deliveries
    where traces is null and payload <> '' and ${where}
    limit ${batch} for update skip locked`;
  const traced: { id: string; traces: string[] }[] = [];
  // One after the other: each may be many times as long as it is kept.
  for (const delivery of untraced) {
    const traces = tracesOf(delivery.storeId, await readForTraces(delivery));
    traced.push({ id: delivery.id, traces: traces.map(String) });
  }
  await tx.$executeRaw`
    update webhook_deliveries delivery
    set traces = array(select jsonb_array_elements_text(traced.traces)::bigint)
    from jsonb_to_recordset(${JSON.stringify(traced)}::jsonb) as traced (id uuid, traces jsonb)
    where delivery.id = traced.id`;
  return untraced.length;
}

async function readForTraces(delivery: KeptPayload): Promise<unknown> {
  const body = await unpackPayload(delivery);
  try {
    return parseExactly(body);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return Buffer.from(body).toString("utf8");
  }
}

/**
 * Drops the payloads of deliveries that were worked in longer ago than their workspace keeps them. What is still to be worked in, or was
 * kept because its store is paused, stays, unless the store was removed as long ago.
 */
export async function dropOldPayloads(): Promise<void> {
  await dropPayloads(Prisma.sql`delivery.status in ('processed', 'ignored')
    and delivery.processed_at < now() - make_interval(days => workspace.payload_days)`);
  await dropPayloads(Prisma.sql`(delivery.status = 'failed' or delivery.status = 'ignored' and delivery.processed_at is null)
    and store.removed_at < now() - make_interval(days => workspace.payload_days)`);
}

async function dropPayloads(areOver: Prisma.Sql): Promise<void> {
  let dropped: number;
  do {
    dropped = await forIngest(
      (tx) => tx.$executeRaw`
        update webhook_deliveries set payload = '', payload_encoding = 'identity', traces = '{}'
        where id in (
          select delivery.id from integrations store
          join workspaces workspace on workspace.id = store.workspace_id
          join webhook_deliveries delivery on delivery.integration_id = store.id
          where delivery.payload <> '' and ${areOver}
          limit 1000 for update of delivery skip locked
        )`,
    );
  } while (dropped > 0);
}
