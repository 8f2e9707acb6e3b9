import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { type Count, countedOnUpTo, countedUpTo, toCount } from "#lib/base/list/page.ts";
import { log } from "#lib/base/log.ts";

/** How many rows a select has that stops one beyond `upTo`. */
export async function countRows(tx: Transaction, rows: Prisma.Sql, upTo = countedUpTo): Promise<Count> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${rows}) counted`;
  return toCount(row?.count ?? 0, upTo);
}

/** Nobody waits for what comes after a page: what takes longer is not worth the work. */
const patience = "700ms";

/** Counts what comes after a page, and gives up on what takes too long: the log says so, and `otherwise` is answered. */
export async function countLater<Counts>(
  session: Session,
  otherwise: Counts,
  count: (tx: Transaction) => Promise<Counts>,
): Promise<Counts> {
  try {
    return await forUser(session, async (tx) => {
      await tx.$executeRaw`select set_config('statement_timeout', ${patience}, true)`;
      return count(tx);
    });
  } catch (error) {
    log.warn({ err: error }, "what comes after a page could not be counted");
    return otherwise;
  }
}

/** Counts on where the count of a page stopped, for the browser to show as soon as it is known; null when there is nothing to count on. */
export function countOn(
  session: Session,
  { total, isCapped }: Count,
  count: (tx: Transaction, upTo: number) => Promise<Count>,
): Promise<Count> | null {
  return isCapped ? countLater(session, { total, isCapped }, (tx) => count(tx, countedOnUpTo)) : null;
}

/**
 * How many of the newest rows match, where looking at all of them would take too long. `newest` stops one beyond `upTo`;
 * `isMatch` is about the row `name`.
 */
export async function countAmong(
  tx: Transaction,
  newest: Prisma.Sql,
  name: Prisma.Sql,
  isMatch: Prisma.Sql,
  upTo = countedUpTo,
): Promise<Count> {
  const [row] = await tx.$queryRaw<{ total: number; lookedAt: number }[]>`
    select count(*) filter (where ${isMatch})::int as total, count(*)::int as "lookedAt" from (${newest}) ${name}`;
  return { total: Math.min(row?.total ?? 0, upTo), isCapped: (row?.lookedAt ?? 0) > upTo };
}
