import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";
import type { PagePlace } from "#lib/http/page.ts";

/** What lies beyond a place, and the order from there on: the end of a select that has a `where`. */
export function inOrderOf(
  createdAt: Prisma.Sql,
  id: Prisma.Sql,
  { isAscending, beyond }: PagePlace,
  limit: number,
): Prisma.Sql {
  const [comparison, direction] = isAscending
    ? [Prisma.sql`>`, Prisma.sql`asc`]
    : [Prisma.sql`<`, Prisma.sql`desc`];
  const isBeyond = beyond
    ? Prisma.sql`and (${createdAt}, ${id}) ${comparison} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${isBeyond} order by ${createdAt} ${direction}, ${id} ${direction} limit ${limit}`;
}
