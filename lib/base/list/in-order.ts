import "server-only";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { PagePlace } from "#lib/base/list/page.ts";

/** What a list is ordered by: a column, and among equals the id. */
export interface Ordering {
  column: Prisma.Sql;
  /** Of the column; a cursor's key is the milliseconds of a time, or the number itself. */
  type: "timestamptz" | "bigint";
  id: Prisma.Sql;
}

/** By a time, and among equals by the id. */
export function byTime(column: Prisma.Sql, id: Prisma.Sql): Ordering {
  return { column, type: "timestamptz", id };
}

/** What lies beyond a place, and the order from there on: the end of a select that has a `where`. */
export function inOrderOf(ordering: Ordering, place: PagePlace, limit: number): Prisma.Sql {
  const { column, type, id } = ordering;
  const { isAscending, beyond } = place;
  const comparison = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  const isBeyond = beyond
    ? Prisma.sql`and (${column}, ${id}) ${comparison} (${keyAs(type, beyond.key)}, ${beyond.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${isBeyond} ${sortedBy(ordering, place)} limit ${limit}`;
}

/** The order of a page's rows. */
export function sortedBy({ column, id }: Ordering, { isAscending }: PagePlace): Prisma.Sql {
  const direction = isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  return Prisma.sql`order by ${column} ${direction}, ${id} ${direction}`;
}

/** Years of four digits, as Prisma writes them and Postgres reads them: a cursor in a URL may say any. */
const [firstTime, lastTime] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59Z")];

function keyAs(type: Ordering["type"], key: number): Prisma.Sql {
  if (type === "bigint") return Prisma.sql`${BigInt(key)}::bigint`;
  const time = new Date(Math.max(firstTime, Math.min(key, lastTime)));
  return Prisma.sql`${time}::timestamptz`;
}
