import "server-only";
import { forIngest } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";
import { Budget } from "#lib/ingest/budget.ts";
import { diagnose, type RefusedDelivery } from "#lib/ingest/diagnose.ts";
import { longestAtHand } from "#lib/ingest/process-fresh.ts";
import type { DeliveryOrigin } from "#lib/ingest/stores.ts";
import { platforms } from "#lib/platforms/registry.ts";
import { hostOf, type Refusal, type StoreType } from "#lib/stores/model.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

// What is noted of a delivery that nobody signed: why, when and how often, in the row of the store that it was likely meant for. It is written
// after the answer, so that its time says nothing, and so seldom that strangers keep nobody busy.

/** So often a store's refusals are looked into by one process, which takes some hashes over the body. */
const looks = new Budget({ most: 3, perSecond: 0.1 });

function isLookedInto(storeId: string): boolean {
  if (looks.isSpent(storeId)) return false;
  looks.spend(storeId, 1);
  return true;
}

interface RefusingStore {
  domain: string;
  present: string;
  previous: string | null;
  isPreviousValid: boolean;
}

/** Notes that a delivery for the store was refused, and why, so that its settings can say what to do. */
export async function noteRefusal(
  type: StoreType,
  storeId: string,
  { body, ...delivery }: RefusedDelivery,
): Promise<void> {
  if (!isLookedInto(storeId)) return;
  const [store] = await forIngest(
    (tx) => tx.$queryRaw<RefusingStore[]>`
      select store.domain, secrets.webhook_secret as present, secrets.previous_webhook_secret as previous,
        coalesce(secrets.previous_valid_until > now(), false) as "isPreviousValid"
      from integrations store join integration_secrets secrets on secrets.integration_id = store.id
      where store.id = ${storeId}::uuid and store.removed_at is null`,
  );
  if (!store) return;
  const [present, previous] = [store.present, store.previous].map((secret) =>
    secret === null ? null : decryptSecret(secret, storeId),
  );
  const valid = [present, store.isPreviousValid ? previous : null].flatMap((secret) => secret ?? []);
  // Of a longer one only what its headers tell: anybody can send it, and the hashes would keep the process from all else.
  const looked = body.byteLength > longestAtHand ? Buffer.alloc(0) : body;
  const refusal = diagnose(
    platforms[type].refused,
    { ...delivery, body: looked },
    {
      id: storeId,
      domain: store.domain,
      secrets: valid,
      oldSecret: (!store.isPreviousValid && previous) || null,
    },
  );
  log.warn({ storeId, cause: refusal.cause }, "a delivery carried a wrong signature");
  await note(type, storeId, refusal);
}

/** Notes that a delivery came to the address of the store named in it, from another shop. */
export async function noteOtherShop({ type, domain }: DeliveryOrigin, storeId: string): Promise<void> {
  if (isLookedInto(storeId)) await note(type, storeId, { cause: "otherShop", domain });
}

/**
 * Notes that a delivery is signed with the secret of a store that was removed, where the same shop was connected again with another. The removed
 * store knows it, so that nothing is to be looked into.
 */
export async function noteRemovedSecret(type: StoreType, removedId: string): Promise<void> {
  if (!isLookedInto(removedId)) return;
  const [present] = await forIngest(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select present.id from integrations removed
      join integrations present on present.workspace_id = removed.workspace_id and present.type = removed.type
        and present.domain = removed.domain and present.removed_at is null
      where removed.id = ${removedId}::uuid`,
  );
  if (!present) return;
  log.warn({ storeId: present.id }, "a delivery carried the secret of a removed store");
  await note(type, present.id, { cause: "oldSecret" });
}

/** No domain is longer. */
const longestDomain = 253;

async function note(type: StoreType, storeId: string, { cause, domain }: Refusal): Promise<void> {
  const refusal = { cause, ...(domain && domain.length <= longestDomain && { domain: hostOf(domain) }) };
  await forIngest(
    (tx) => tx.$executeRaw`
      update integrations
      set signature_failed_at = now(), refusal = ${JSON.stringify(refusal)}::jsonb, refusals = least(refusals + 1, 1000)
      where id = ${storeId}::uuid and type = ${type} and removed_at is null
        and (signature_failed_at is null or signature_failed_at < now() - interval '10 seconds')`,
  );
}
