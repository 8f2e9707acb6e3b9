import "server-only";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { Cursor, KeyType } from "#lib/base/list/cursor.ts";
import type { PagePlace } from "#lib/base/list/page.ts";

/** What a list, or a part of it, is ordered by: a column, and among equals the id. */
export interface Ordering {
  column: Prisma.Sql;
  /** Of the column: timestamptz, bigint or text. */
  type: KeyType;
  id: Prisma.Sql;
  isAscending: boolean;
}

/** What lies beyond a place, and the order from there on: the end of a select that has a `where`. */
export function inOrderOf(ordering: Ordering, { from, isBackwards }: PagePlace, limit: number): Prisma.Sql {
  const rest = from ? Prisma.sql`and ${isBeyond(ordering, from, isBackwards)}` : Prisma.empty;
  return Prisma.sql`${rest} order by ${sortedBy(ordering, isBackwards)} limit ${limit}`;
}

/** What rows are sorted by when the list is read forwards, or backwards. */
export function sortedBy({ column, id, isAscending }: Ordering, isBackwards: boolean): Prisma.Sql {
  const direction = isAscending === isBackwards ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`${column} ${direction}, ${id} ${direction}`;
}

/** Whether a row comes after a place when the list is read forwards, or before it when it is read backwards. */
export function isBeyond(
  { column, type, id, isAscending }: Ordering,
  from: Cursor,
  isBackwards: boolean,
): Prisma.Sql {
  const comparison = isAscending === isBackwards ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(${column}, ${id}) ${comparison} (${keyAs(type, from.key)}, ${from.id}::uuid)`;
}

/** Years of four digits, as Prisma writes them and Postgres reads them: a cursor in a URL may say any. */
const [firstTime, lastTime] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59Z")];

function keyAs(type: KeyType, key: string): Prisma.Sql {
  if (type === "text") return Prisma.sql`${key}::text`;
  if (type === "number") return Prisma.sql`${BigInt(key)}::bigint`;
  const time = new Date(Math.max(firstTime, Math.min(Number(key), lastTime)));
  return Prisma.sql`${time}::timestamptz`;
}
