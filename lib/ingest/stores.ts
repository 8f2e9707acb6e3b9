import "server-only";
import { z } from "zod";
import { forIngest } from "#lib/base/db/access.ts";
import { addressesOf, hostOf, type StoreType } from "#lib/stores/model.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

/** A store as the reception needs it. */
export interface ReceivingStore {
  id: string;
  isActive: boolean;
  /** The secrets that may sign: the present one and, for a day after a change, the one before. */
  secrets: string[];
}

/** Where a delivery says that it comes from: its domain header, and the store that its address names, if it names one. */
export interface DeliveryOrigin {
  type: StoreType;
  domain: string;
  storeId: string | null;
}

/** More stores at one address, in as many workspaces, are nobody's shops. */
const candidatesAtMost = 20;

/**
 * The stores that a delivery may belong to, the likeliest first: the one that the address names, then those at the longest part of the
 * path; one that has been written to before those that never were. The secret that signs decides.
 */
export async function findStores({ type, domain, storeId }: DeliveryOrigin): Promise<ReceivingStore[]> {
  const named = z.uuid().safeParse(storeId).data ?? null;
  const stores = await forIngest(
    (tx) => tx.$queryRaw<{ id: string; isActive: boolean; present: string; previous: string | null }[]>`
      select store.id, store.is_active as "isActive", secrets.webhook_secret as present,
        case when secrets.previous_valid_until > now() then secrets.previous_webhook_secret end as previous
      from integrations store join integration_secrets secrets on secrets.integration_id = store.id
      where store.type = ${type} and (
        store.domain = any (${addressesOf(domain)}::text[])
        or (store.id = ${named}::uuid and split_part(store.domain, '/', 1) = ${hostOf(domain)}))
      order by (store.id = ${named}::uuid) desc nulls last, length(store.domain) desc, store.last_delivery_at is null,
        store.created_at
      limit ${candidatesAtMost}`,
  );
  return stores.map(({ id, isActive, present, previous }) => ({
    id,
    isActive,
    secrets: [present, previous].flatMap((secret) => (secret === null ? [] : decryptSecret(secret, id))),
  }));
}

/** Notes WooCommerce's ping, when the webhook address names the store. Anything else is nobody's sign of life. */
export async function notePing(storeId: string | null): Promise<void> {
  const id = z.uuid().safeParse(storeId);
  if (!id.success) return;
  await forIngest(
    (tx) => tx.$executeRaw`
      update integrations set pinged_at = now()
      where id = ${id.data}::uuid and type = 'woocommerce'
        and (pinged_at is null or pinged_at < now() - interval '10 seconds')`,
  );
}

/** Notes that a delivery for the store was refused, so that its settings can say so. */
export async function noteWrongSignature(storeId: string): Promise<void> {
  await forIngest(
    (tx) => tx.$executeRaw`
      update integrations set signature_failed_at = now()
      where id = ${storeId}::uuid
        and (signature_failed_at is null or signature_failed_at < now() - interval '10 seconds')`,
  );
}
