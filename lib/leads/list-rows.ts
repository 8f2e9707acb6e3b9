import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { type AddressIssue, addressIssues } from "#lib/customers/address-check.ts";
import { contactJoin } from "#lib/customers/contacts.ts";
import type { LeadSource } from "#lib/leads/model.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import type { LeadStanding, PaymentStatus } from "#lib/sales/statuses.ts";
import { loadPeople } from "#lib/team/names.ts";

/** A lead as the list shows it. Amounts are decimal strings. */
export interface LeadRow extends LeadStanding {
  id: string;
  /** When it was ordered. */
  arrivedAt: Date;
  /** When we heard of it, where that is more than a day later. */
  heardLateAt: Date | null;
  updatedAt: Date;
  isTest: boolean;
  source: LeadSource;
  customerName: string | null;
  phone: string | null;
  orderNumber: string | null;
  /** What the order came to when it was placed, and what of it is left after edits and refunds. */
  placed: string | null;
  total: string | null;
  currency: string | null;
  /** The line of the highest value; of a lead entered by hand, what the buyer wants. */
  itemName: string | null;
  itemSku: string | null;
  /** Lines beside the primary one. */
  otherItems: number;
  storeName: string | null;
  sellerId: string;
  sellerName: string | null;
  tags: { id: string; name: string; color: string }[];
  /** The lead that came from the same phone or e-mail within 30 days before, when there is one. */
  duplicateOf: { id: string; orderNumber: string | null } | null;
  /** What the person knows of the buyer, without a refusal of this lead itself; null for a lead without a customer. */
  history: { orders: number; delivered: number; refused: number } | null;
  addressIssues: AddressIssue[];
  /** Null for a lead without an order. */
  paymentStatus: PaymentStatus | null;
  /** Who else is calling the buyer now. */
  caller: string | null;
}

/** A row with its place in the list. */
export interface PlacedLead {
  row: LeadRow;
  segment: number;
  key: string;
}

interface Found extends Omit<LeadRow, "addressIssues" | "caller"> {
  callerId: string | null;
  segment: number;
  key: string;
  street: string | null;
  city: string | null;
  zip: string | null;
  country: string | null;
}

/** Of more lines nobody looks for the one of the highest value: fifty such orders would take a page's whole time. */
const mostLines = 1_000;

/** Reads the leads of `page` (see `selectLeads`) as the list shows them, in its order. */
export async function readRows(tx: Transaction, session: Session, page: Prisma.Sql): Promise<PlacedLead[]> {
  const found = await tx.$queryRaw<Found[]>`
    with page as materialized (${page}),
    signs as materialized (
      select * from astra.buyer_signs(${session.workspace.id}::uuid, (select array_agg(id) from page)))
    select page.segment, page.key, page.id, page.arrived_at as "arrivedAt",
      case when page.is_late then page.created_at end as "heardLateAt", page.updated_at as "updatedAt",
      page.is_test as "isTest", page.source,
      page.cod_status as "codStatus", page.logistic_status as "logisticStatus", page.kpi_status as "kpiStatus", page.call_reason as "callReason",
      "order".payment_status as "paymentStatus", page.call_attempts as "callAttempts", page.call_back_at as "callBackAt",
      coalesce(page.name, contact.name) as "customerName",
      coalesce(page.phone, contact.phone) as phone,
      "order".order_number as "orderNumber", "order".total_amount::text as placed,
      "order".current_total_amount::text as total, "order".currency,
      coalesce(item.product_name, wanted.product) as "itemName", item.product_sku as "itemSku",
      greatest(coalesce(item.lines, 0) - 1, 0)::int as "otherItems",
      store.name as "storeName", page.user_id as "sellerId", seller.name as "sellerName", coalesce(tags.list, '[]') as tags,
      case when signs.duplicate_id is not null
        then jsonb_build_object('id', signs.duplicate_id, 'orderNumber', signs.duplicate_number) end as "duplicateOf",
      case when signs.orders is not null
        then jsonb_build_object('orders', signs.orders, 'delivered', signs.delivered, 'refused', signs.refused - (
          not page.is_test and (page.cod_status = 'refused' or page.logistic_status = 'returned'))::int) end as history,
      address.street, address.city, address.zip, address.country,
      ${otherCaller(session, Prisma.sql`page`)} as "callerId"
    from page
    left join orders "order" on "order".id = page.order_id
    ${contactJoin(session, Prisma.sql`page`)}
    left join astra.store_names(${session.workspace.id}::uuid) store on store.id = page.integration_id
    left join astra.colleagues(${session.workspace.id}::uuid) seller on seller.id = page.user_id
    left join lateral (
      select line.product_name, line.product_sku, count(*) over () as lines
      from (select * from order_items where order_id = page.order_id limit ${mostLines}) line
      order by line.price_per_unit * line.quantity desc, line.position limit 1
    ) item on true
    left join lateral (
      select event.details ->> 'product' as product from crm_lead_events event
      where page.order_id is null and event.lead_id = page.id and event.type = 'arrived' limit 1
    ) wanted on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'color', tag.color) order by tag.name) as list
      from crm_lead_tags lead_tag join crm_tags tag on tag.id = lead_tag.tag_id
      where lead_tag.lead_id = page.id
    ) tags on true
    left join signs on signs.lead_id = page.id
    left join lateral (
      select "order".shipping_street as street, "order".shipping_city as city, "order".shipping_zip as zip,
        "order".shipping_country as country
      where "order".shipping_street is not null or "order".shipping_city is not null
      union all
      select contact.street, contact.city, contact.zip, contact.country
      where "order".shipping_street is null and "order".shipping_city is null
    ) address on true
    order by page.ordinal`;
  // Of most pages nobody is being called: these do without asking for names.
  const isCalled = found.some(({ callerId }) => callerId !== null);
  const people = isCalled ? await loadPeople(tx, session) : null;
  return found.map(({ segment, key, street, city, zip, country, callerId, ...row }) => ({
    row: {
      ...row,
      addressIssues: addressIssues({ street, city, zip, country }, row.phone),
      caller: callerId && (people?.get(callerId) ?? null),
    },
    segment,
    key,
  }));
}
