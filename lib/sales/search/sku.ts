import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { walkLines } from "#lib/base/db/planner.ts";
import { type Matches, matchesOf } from "#lib/base/search/row-matches.ts";

/** As many as a search knows one by one. */
const mostKnown = 3_000;

const longestSku = 100;

/**
 * The leads that sold the SKU that somebody typed: as it stands, in capitals or in small letters. Null when nothing of that SKU was ever
 * sold.
 */
export async function matchSku(tx: Transaction, session: Session, text: string): Promise<Matches | null> {
  const typed = text.replaceAll("\0", "").trim();
  if (typed === "" || typed.length > longestSku) return null;
  const cases = [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])];
  const isSold = Prisma.sql`item.workspace_id = ${session.workspace.id}::uuid and item.product_sku = any (${cases}::text[])`;
  const [found] = await tx.$queryRaw<{ isKnown: boolean; ids: string[] | null }[]>`
    with sold as materialized (
      select item.order_id from order_items item where ${isSold} limit ${mostKnown + 1}
    )
    select exists (select 1 from sold) as "isKnown", case when (select count(*) from sold) <= ${mostKnown} then array(
      select distinct lead.id from sold join crm_leads lead on lead.order_id = sold.order_id) end as ids`;
  if (!found?.isKnown) return null;
  if (found.ids) return matchesOf(Prisma.sql`lead`, found.ids);
  await walkLines(tx);
  return {
    condition: Prisma.sql`exists (select 1 from order_items item where item.order_id = lead.order_id and ${isSold})`,
    ids: null,
  };
}
