import { Prisma } from "#lib/base/db/generated/client.ts";

/** What a search comes to, for the query of a list. */
export interface Matches {
  /** On the row `lead` or `customer`. */
  condition: Prisma.Sql;
  /** The rows that match; null when they are too many to know. */
  ids: string[] | null;
}

/** The rows with these ids, as what a search comes to. */
export function matchesOf(row: Prisma.Sql, ids: string[]): Matches {
  return { condition: Prisma.sql`${row}.id = any (${ids}::uuid[])`, ids };
}

/** What the one or the other search finds. */
export function either(row: Prisma.Sql, one: Matches, other: Matches): Matches {
  if (one.ids && other.ids) return matchesOf(row, [...new Set([...one.ids, ...other.ids])]);
  return { condition: Prisma.sql`(${one.condition} or ${other.condition})`, ids: null };
}
