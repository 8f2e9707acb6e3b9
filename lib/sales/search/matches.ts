import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { either, type Matches, matchesOf } from "#lib/base/search/row-matches.ts";
import { searchWords } from "#lib/base/search/words.ts";
import { matchSku } from "#lib/sales/search/sku.ts";

const lead = Prisma.sql`lead`;

/**
 * What `text` matches among the leads that the person may see, as a condition on `lead`; null when there is nothing to search for. For
 * those who see everything a SKU finds what was sold of it, too.
 */
export async function matchLeads(tx: Transaction, session: Session, text: string): Promise<Matches | null> {
  const found = await match(tx, session, text, { found: Prisma.sql`astra.search_leads`, row: lead });
  if (!seesEverything(session.role)) return found;
  const sold = await matchSku(tx, session, text);
  return found && sold ? either(lead, found, sold) : (found ?? sold);
}

/** The same among customers, as a condition on `customer`. */
export function matchCustomers(tx: Transaction, session: Session, text: string): Promise<Matches | null> {
  return match(tx, session, text, { found: Prisma.sql`astra.search_customers`, row: Prisma.sql`customer` });
}

async function match(
  tx: Transaction,
  session: Session,
  text: string,
  { found, row }: { found: Prisma.Sql; row: Prisma.Sql },
): Promise<Matches | null> {
  const words = searchWords(text);
  if (words.length === 0) return null;
  const [result] = await tx.$queryRaw<{ ids: string[] | null }[]>`
    select ${found}(${session.workspace.id}::uuid, ${words}::text[]) as ids`;
  const ids = result?.ids;
  if (ids) return matchesOf(row, ids);
  return {
    condition: Prisma.join(
      words.map((word) => hasWord(row, word)),
      " and ",
    ),
    ids: null,
  };
}

/**
 * The same as `astra.search_condition` says, for words that are in many rows. As LIKE is, it would be thought to find hardly any, and all
 * rows would be read and sorted; the comparison makes the planner expect many and walk the list in its order.
 */
function hasWord(row: Prisma.Sql, word: string): Prisma.Sql {
  const ways = word.split(" ").map((way) => {
    const local = Prisma.sql`split_part(${way}, '@', 1)`;
    const isInText = Prisma.sql`(strpos(${row}.search_text, astra.normalise(${local})) > 0
      or strpos(${row}.search_text, astra.spelled_out(${local})) > 0)`;
    if (!way.includes("@")) return isInText;
    return Prisma.sql`${isInText} and (strpos(astra.normalise(${row}.email), astra.normalise(${way})) > 0
      or strpos(${row}.search_text, astra.normalise(${way})) > 0)`;
  });
  return Prisma.sql`(${Prisma.join(ways, " or ")})`;
}
