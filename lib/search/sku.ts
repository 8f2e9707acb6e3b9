import "server-only";
import type { Session } from "#lib/auth/session.ts";
import type { Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Matches, matchesOf } from "#lib/search/row-matches.ts";

/** As many as a search knows one by one. */
const mostKnown = 3_000;

const longestSku = 100;

/** The leads that sold the SKU that somebody typed, in whichever case; null when nothing of that SKU was ever sold. */
export async function matchSku(tx: Transaction, session: Session, text: string): Promise<Matches | null> {
  const typed = text.replaceAll("\0", "").trim();
  if (typed === "" || typed.length > longestSku) return null;
  const cases = [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])];
  const isSold = Prisma.sql`item.workspace_id = ${session.workspace.id}::uuid and item.product_sku = any (${cases}::text[])`;
  const [found] = await tx.$queryRaw<{ lines: number; ids: string[] | null }[]>`
    with sold as materialized (
      select item.order_id from order_items item where ${isSold} limit ${mostKnown + 1}
    )
    select (select count(*)::int from sold) as lines, array_agg(distinct lead.id) as ids
    from sold join crm_leads lead on lead.order_id = sold.order_id`;
  const ids = found?.ids ?? [];
  if (ids.length === 0) return null;
  if ((found?.lines ?? 0) <= mostKnown) return matchesOf(Prisma.sql`lead`, ids);
  return {
    condition: Prisma.sql`exists (select 1 from order_items item where item.order_id = lead.order_id and ${isSold})`,
    ids: null,
  };
}
