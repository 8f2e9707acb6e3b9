import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";

/** Names by id, for what names its people and stores by id alone. */
export interface Names {
  people: Map<string, string>;
  stores: Map<string, string>;
}

/** The colleagues of the person in the workspace, and the stores of which the person sees leads. */
export async function loadNames(tx: Transaction, session: Session): Promise<Names> {
  const people = await loadPeople(tx, session);
  const stores = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from astra.store_names(${session.workspace.id}::uuid)`;
  return { people, stores: namesById(stores) };
}

/** A store that lists can be filtered by: its orders stay when it was removed. */
export interface StoreChoice {
  id: string;
  name: string;
  domain: string;
  isRemoved: boolean;
}

/** The stores of which the person sees leads, those that were removed last. */
export function loadStoreChoices(tx: Transaction, session: Session): Promise<StoreChoice[]> {
  return tx.$queryRaw<StoreChoice[]>`
    select store.id, store.name, place.domain, store.is_removed as "isRemoved"
    from astra.store_choices(${session.workspace.id}::uuid) store join astra.store_domains(${session.workspace.id}::uuid) place using (id)
    order by store.is_removed, store.name, store.id`;
}

/** The colleagues of the person in the workspace alone. */
export async function loadPeople(tx: Transaction, session: Session): Promise<Names["people"]> {
  return namesById(
    await tx.$queryRaw<{ id: string; name: string }[]>`
      select id, name from astra.colleagues(${session.workspace.id}::uuid)`,
  );
}

function namesById(rows: { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
