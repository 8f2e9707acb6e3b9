import { forSystem } from "#lib/base/db/access.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";
import type { SigningStore } from "#scripts/simulator/delivery.ts";

/** A store of the running Astra, as the simulator plays it. */
export interface PlayedStore extends SigningStore {
  id: string;
  name: string;
  isActive: boolean;
  workspaceCurrency: string;
  /** Of its newest order; null when it has none. */
  lastOrderNumber: string | null;
  lastCurrency: string | null;
}

/** The stores that are set up, with the secrets that sign for them, by domain; all of them, or those named. */
export async function loadStores(domains: readonly string[] = []): Promise<PlayedStore[]> {
  const stores = await forSystem(
    (tx) => tx.$queryRaw<(Omit<PlayedStore, "secret"> & { sealed: string })[]>`
      select store.id, store.name, store.type, store.domain, store.is_active as "isActive",
        secrets.webhook_secret as sealed, workspace.currency as "workspaceCurrency",
        last.order_number as "lastOrderNumber", last.currency as "lastCurrency"
      from integrations store
      join integration_secrets secrets on secrets.integration_id = store.id
      join workspaces workspace on workspace.id = store.workspace_id
      left join lateral (
        select order_number, currency from orders where integration_id = store.id order by order_created_at desc, id desc limit 1
      ) last on true
      where store.removed_at is null and (cardinality(${domains}::text[]) = 0 or store.domain = any (${domains}::text[]))
      order by store.domain`,
  );
  return stores.map(({ sealed, ...store }) => ({ ...store, secret: decryptSecret(sealed, store.id) }));
}
