import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { type Count, countedUpTo, toCount } from "#lib/base/list/page.ts";

/** How many rows a select has that stops one beyond `countedUpTo`. */
export async function countRows(tx: Transaction, rows: Prisma.Sql): Promise<Count> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${rows}) counted`;
  return toCount(row?.count ?? 0);
}

/**
 * How many of the newest rows match, where looking at all of them would take too long. `newest` stops one beyond `countedUpTo`;
 * `isMatch` is about the row `name`.
 */
export async function countAmong(
  tx: Transaction,
  newest: Prisma.Sql,
  name: Prisma.Sql,
  isMatch: Prisma.Sql,
): Promise<Count> {
  const [row] = await tx.$queryRaw<{ total: number; lookedAt: number }[]>`
    select count(*) filter (where ${isMatch})::int as total, count(*)::int as "lookedAt" from (${newest}) ${name}`;
  return { total: Math.min(row?.total ?? 0, countedUpTo), isCapped: (row?.lookedAt ?? 0) > countedUpTo };
}
