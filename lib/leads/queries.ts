import "server-only";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Cursor, encodeCursor } from "#lib/http/cursor.ts";
import type { CodStatus, KpiStatus, LeadSource, LogisticStatus } from "#lib/leads/model.ts";
import type { LeadListQuery } from "#lib/leads/schema.ts";

const leadsPerPage = 50;

/** Counting stops here: beyond it the list says "10,000+". */
const countedUpTo = 10_000;

/** A lead as the list shows it. Amounts are decimal strings. */
export interface LeadRow {
  id: string;
  arrivedAt: Date;
  isTest: boolean;
  source: LeadSource;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
  callAttempts: number;
  callBackAt: Date | null;
  customerName: string | null;
  phone: string | null;
  orderNumber: string | null;
  total: string | null;
  currency: string | null;
  itemName: string | null;
  itemSku: string | null;
  /** Lines beside the primary one. */
  otherItems: number;
  storeName: string | null;
  sellerId: string;
  sellerName: string | null;
  tags: { id: string; name: string; color: string }[];
}

/** One page of leads; the cursors lead to the pages beside it, where there are any. */
export interface LeadPage {
  rows: LeadRow[];
  next: string | null;
  previous: string | null;
  /** How many there are in all, at most `countedUpTo`; `isCapped` says that there are more. */
  total: number;
  isCapped: boolean;
}

/** The leads that the person may see, newest first. */
export async function listLeads(session: Session, query: LeadListQuery): Promise<LeadPage> {
  const [rows, total] = await Promise.all([
    forUser(session, (tx) => selectRows(tx, session, query)),
    forUser(session, (tx) => countRows(tx, session)),
  ]);
  const isBackwards = query.before !== undefined && query.after === undefined;
  const hasMore = rows.length > leadsPerPage;
  const page = rows.slice(0, leadsPerPage);
  if (isBackwards) page.reverse();
  const hasNext = isBackwards || hasMore;
  const hasPrevious = isBackwards ? hasMore : query.after !== undefined;
  return {
    rows: page,
    next: hasNext ? cursorOf(page.at(-1)) : null,
    previous: hasPrevious ? cursorOf(page[0]) : null,
    total: Math.min(total, countedUpTo),
    isCapped: total > countedUpTo,
  };
}

function cursorOf(row: LeadRow | undefined): string | null {
  return row ? encodeCursor({ at: row.arrivedAt, id: row.id }) : null;
}

/**
 * Whose leads: the policies say the same, but their OR hides the indexes from the planner, so a seller's query also names
 * the seller and the seller's stores.
 */
function scope(session: Session): Prisma.Sql {
  const inWorkspace = Prisma.sql`lead.workspace_id = ${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) return inWorkspace;
  return Prisma.sql`${inWorkspace} and (lead.user_id = ${session.userId}::uuid
    or lead.integration_id in (select astra.own_stores()))`;
}

function place({ after, before }: LeadListQuery): Prisma.Sql {
  if (after)
    return Prisma.sql`and (lead.arrived_at, lead.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  if (before)
    return Prisma.sql`and (lead.arrived_at, lead.id) > (${before.at}::timestamptz, ${before.id}::uuid)`;
  return Prisma.empty;
}

function direction({
  after,
  before,
}: {
  after?: Cursor | undefined;
  before?: Cursor | undefined;
}): Prisma.Sql {
  return before && !after ? Prisma.sql`asc` : Prisma.sql`desc`;
}

/** One row more than a page tells whether there is another page. */
function selectRows(tx: Transaction, session: Session, query: LeadListQuery): Promise<LeadRow[]> {
  const sort = direction(query);
  return tx.$queryRaw<LeadRow[]>`
    with page as materialized (
      select lead.* from crm_leads lead
      where ${scope(session)} ${place(query)}
      order by lead.arrived_at ${sort}, lead.id ${sort}
      limit ${leadsPerPage + 1}
    )
    select page.id, page.arrived_at as "arrivedAt", page.is_test as "isTest", page.source,
      page.cod_status as "codStatus", page.logistic_status as "logisticStatus", page.kpi_status as "kpiStatus",
      page.call_attempts as "callAttempts", page.call_back_at as "callBackAt",
      coalesce(page.name, customer.name) as "customerName",
      coalesce(page.phone, customer.phone) as phone,
      "order".order_number as "orderNumber", "order".current_total_amount::text as total, "order".currency,
      item.product_name as "itemName", item.product_sku as "itemSku",
      greatest(coalesce(item.lines, 0) - 1, 0)::int as "otherItems",
      store.name as "storeName", page.user_id as "sellerId", seller.name as "sellerName", coalesce(tags.list, '[]') as tags
    from page
    left join orders "order" on "order".id = page.order_id
    left join customers customer on customer.id = page.customer_id
    left join astra.store_names() store on store.id = page.integration_id
    left join astra.colleagues() seller on seller.id = page.user_id
    left join lateral (
      select line.product_name, line.product_sku, count(*) over () as lines
      from order_items line where line.order_id = page.order_id
      order by line.price_per_unit * line.quantity desc, line.position limit 1
    ) item on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'color', tag.color) order by tag.name) as list
      from crm_lead_tags lead_tag join crm_tags tag on tag.id = lead_tag.tag_id
      where lead_tag.lead_id = page.id
    ) tags on true
    order by page.arrived_at ${sort}, page.id ${sort}`;
}

async function countRows(tx: Transaction, session: Session): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from crm_leads lead where ${scope(session)} limit ${countedUpTo + 1}
    ) counted`;
  return row?.count ?? 0;
}
