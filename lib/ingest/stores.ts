import "server-only";
import { z } from "zod";
import { forIngest, forIngestPlainly } from "#lib/base/db/access.ts";
import { Budget } from "#lib/ingest/budget.ts";
import { Remembered } from "#lib/ingest/remembered.ts";
import { addressesOf, type StoreType } from "#lib/stores/model.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

/** A store as the reception needs it. */
export interface ReceivingStore {
  id: string;
  isActive: boolean;
  /** A removed store is known by its signature, so that its shop can be told. */
  isRemoved: boolean;
  /** The secrets that may sign: the present one and, for a day after a change, the one before. */
  secrets: string[];
}

/** Where a delivery says that it comes from: its domain header, and the store that its address names, if it names one. */
export interface DeliveryOrigin {
  type: StoreType;
  domain: string;
  storeId: string | null;
}

/** The store that a webhook address names, whatever stands there. */
export function namedStore(storeId: string | null): string | null {
  return z.uuid().safeParse(storeId).data ?? null;
}

/** The stores that a delivery may belong to. */
export interface SendingStores {
  /** The likeliest first. */
  stores: ReceivingStore[];
  /** Another text as soon as anything of them changes (astra.receiving_state). */
  state: string;
}

/**
 * The stores that a delivery may belong to, the likeliest first: the one that the address names, then those at the longest part of the
 * path; one that has been written to before those that never were, and those that were removed last. The secret that signs decides.
 */
export async function findStores(origin: DeliveryOrigin): Promise<ReceivingStore[]> {
  return (await findSenders(origin)).stores;
}

/** As stores were when they were last looked for; the statement that stores a delivery checks that they still are. */
const remembered = new Remembered<SendingStores>(1_000);

/** The stores that a delivery may belong to, by what is remembered of them, if anything is. */
export async function rememberedSenders(
  origin: DeliveryOrigin,
): Promise<SendingStores & { isRemembered: boolean }> {
  const known = remembered.get(keyOf(origin));
  if (known) return { ...known, isRemembered: true };
  return { ...(await findSenders(origin)), isRemembered: false };
}

/** The same as they are now. Only stores that are there are remembered, so that strangers fill nothing. */
export async function findSenders(origin: DeliveryOrigin): Promise<SendingStores> {
  const addresses = addressesOf(origin.domain);
  const rows = await forIngestPlainly((tx) =>
    tx.finish<{
      state: string;
      id: string | null;
      is_active: boolean;
      is_removed: boolean;
      present: string;
      previous: string | null;
    }>({
      text: `select astra.receiving_state($1, $2, $3) as state, store.*
        from (select) one left join astra.sending_stores($1, $2, $3) store on true`,
      values: [origin.type, addresses, namedStore(origin.storeId)],
    }),
  );
  const stores = rows.flatMap(({ id, is_active, is_removed, present, previous }) =>
    id === null
      ? []
      : { id, isActive: is_active, isRemoved: is_removed, secrets: secretsOf(id, present, previous) },
  );
  const senders = { stores, state: rows[0]?.state ?? "" };
  if (stores.length > 0) remembered.set(keyOf(origin), senders);
  else remembered.forget(keyOf(origin));
  return senders;
}

function keyOf({ type, domain, storeId }: DeliveryOrigin): string {
  return JSON.stringify([type, domain, storeId]);
}

function secretsOf(id: string, present: string, previous: string | null): string[] {
  return [present, previous].flatMap((secret) => (secret === null ? [] : decryptSecret(secret, id)));
}

/** Notes the ping of a store that the webhook address names. */
export async function notePing(type: StoreType, storeId: string): Promise<void> {
  await forIngest(
    (tx) => tx.$executeRaw`
      update integrations set pinged_at = now()
      where id = ${storeId}::uuid and type = ${type} and removed_at is null
        and (pinged_at is null or pinged_at < now() - interval '10 seconds')`,
  );
}

/** A store is told once in ten seconds, however many are turned away. */
const notes = new Budget({ most: 1, perSecond: 0.1 });

/**
 * Notes that large deliveries of the stores were turned away, since they had sent too much, so that their settings can say so. Who sends
 * from there is looked for anew: a store that came to the same domain since has sent nothing yet.
 */
export async function noteTurnedAway(origin: DeliveryOrigin, storeIds: string[]): Promise<void> {
  const untold = storeIds.filter((storeId) => !notes.isSpent(storeId));
  if (untold.length === 0) return;
  for (const storeId of untold) notes.spend(storeId, 1);
  remembered.forget(keyOf(origin));
  await forIngest(
    (tx) => tx.$executeRaw`update integrations set turned_away_at = now() where id = any (${untold}::uuid[])`,
  );
}
