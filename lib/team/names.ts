import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";

/** Names by id, for what names its people and stores by id alone. */
export interface Names {
  people: Map<string, string>;
  stores: Map<string, string>;
}

/** The colleagues of the person, and the stores of which the person sees leads. */
export async function loadNames(tx: Transaction): Promise<Names> {
  const people = await loadPeople(tx);
  const stores = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from astra.store_names()`;
  return { people, stores: namesById(stores) };
}

/** The colleagues of the person alone. */
export async function loadPeople(tx: Transaction): Promise<Names["people"]> {
  return namesById(
    await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from astra.colleagues()`,
  );
}

function namesById(rows: { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
