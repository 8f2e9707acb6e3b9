import "server-only";
import { z } from "zod";
import { forSystem } from "#lib/db/access.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

/** A store as the reception needs it. */
export interface ReceivingStore {
  id: string;
  isActive: boolean;
  /** The secrets that may sign: the present one and, for a day after a change, the one before. */
  secrets: string[];
}

/** The store of a domain, with its secrets; null when there is none. */
export async function findStoreByDomain(type: StoreType, domain: string): Promise<ReceivingStore | null> {
  const store = await forSystem((tx) =>
    tx.integration.findFirst({
      where: { domain, type },
      select: {
        id: true,
        isActive: true,
        secrets: { select: { webhookSecret: true, previousWebhookSecret: true, previousValidUntil: true } },
      },
    }),
  );
  if (!store?.secrets) return null;
  const { webhookSecret, previousWebhookSecret, previousValidUntil } = store.secrets;
  const isPreviousValid = previousValidUntil !== null && previousValidUntil > new Date();
  const accepted = isPreviousValid ? [webhookSecret, previousWebhookSecret] : [webhookSecret];
  return {
    id: store.id,
    isActive: store.isActive,
    secrets: accepted.filter((secret) => secret !== null).map((secret) => decryptSecret(secret, store.id)),
  };
}

/** Notes WooCommerce's ping, when the webhook address names the store. Anything else is nobody's sign of life. */
export async function notePing(storeId: string | null): Promise<void> {
  const id = z.uuid().safeParse(storeId);
  if (!id.success) return;
  await forSystem(
    (tx) => tx.$executeRaw`
      update integrations set pinged_at = now()
      where id = ${id.data}::uuid and type = 'woocommerce'
        and (pinged_at is null or pinged_at < now() - interval '10 seconds')`,
  );
}

/** Notes that a delivery for the store was refused, so that its settings can say so. */
export async function noteWrongSignature(storeId: string): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      update integrations set signature_failed_at = now()
      where id = ${storeId}::uuid
        and (signature_failed_at is null or signature_failed_at < now() - interval '10 seconds')`,
  );
}
