import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { allOf, oneOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countAmong, countOn, countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { isAscending } from "#lib/base/list/define.ts";
import { inOrderOf, type Ordering, sortedBy } from "#lib/base/list/order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  fromStart,
  type Page,
  type PagePlace,
  placeOf,
  toCount,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { knownCustomers } from "#lib/customers/contacts.ts";
import { type CustomerListParams, customerList } from "#lib/customers/list.ts";
import { matchCustomers } from "#lib/sales/search/matches.ts";

/** A customer as the list shows it. To a seller it tells what the seller's own leads and orders say, and their figures. */
export interface CustomerRow {
  id: string;
  createdAt: Date;
  name: string | null;
  email: string | null;
  phone: string | null;
  orders: number;
  /** Parcels that were turned away at the door. */
  refused: number;
  /** What was paid, per currency, as decimal strings; unlike currencies are never added up. */
  spent: Record<string, string>;
  lastOrderAt: Date | null;
}

/** One page of the customers that the person may see and asks for. */
export function listCustomers(session: Session, params: CustomerListParams): Promise<Page<CustomerRow>> {
  const { sort } = params;
  const filter = conditions(session, params);
  const place = placeOf(params, keys[sort].type);
  return forUser(session, async (tx) => {
    const matches = await matchCustomers(tx, session, params.q);
    const selected = { session, filter, sort, place };
    const page = selectCustomers(selected, matches?.condition, params.size + 1);
    const rows = await selectRows(tx, selected, page);
    const count =
      countOnFirstPage(rows, params.size, place.from === null) ??
      (await countAll(tx, selected, matches, countedUpTo));
    return toPage(rows, count, params, place, ({ id, key, createdAt }) => ({
      part: 0,
      key: cursorKey(key ?? createdAt),
      id,
    }));
  });
}

/** Counts the customers of a list after its page; see `countOn`. */
export function countCustomersOn(
  session: Session,
  params: CustomerListParams,
  page: Count,
): Promise<Count> | null {
  return countOn(session, page, async (tx, upTo) => {
    const selected = { session, sort: params.sort, place: fromStart, filter: conditions(session, params) };
    return countAll(tx, selected, await matchCustomers(tx, session, params.q), upTo);
  });
}

async function countAll(
  tx: Transaction,
  selected: Selected,
  matches: Matches | null,
  upTo: number,
): Promise<Count> {
  if (matches?.ids && selected.filter.length === 0) return toCount(matches.ids.length, upTo);
  const newest = { ...selected, sort: "newest", place: fromStart } as const;
  if (matches?.ids) return countRows(tx, selectCustomers(newest, matches.condition, upTo + 1), upTo);
  const page = selectCustomers(newest, undefined, upTo + 1);
  if (matches) return countAmong(tx, page, Prisma.sql`customer`, matches.condition, upTo);
  return countRows(tx, page, upTo);
}

/** What the parameters ask of `customer`. A seller's tags are those of the leads that the seller sees. */
function conditions(session: Session, { country, tag, seller, refused }: CustomerListParams): Prisma.Sql[] {
  const sellers = seesEverything(session.role) ? seller : [];
  return [
    ...oneOf(Prisma.sql`customer.country`, country, "text"),
    ...(refused ? [Prisma.sql`customer.refused_count > 0`] : []),
    ...oneOf(Prisma.sql`lead_tag.tag_id`, tag, "uuid").map(
      (isTag) => Prisma.sql`customer.id in (
        select lead.customer_id from crm_lead_tags lead_tag join crm_leads lead on lead.id = lead_tag.lead_id where ${isTag})`,
    ),
    ...oneOf(Prisma.sql`known.user_id`, sellers, "uuid").map(
      (isSeller) => Prisma.sql`customer.id in (
        select known.customer_id from customer_contacts known where ${isSeller})`,
    ),
  ];
}

/** What each order of the list goes by, of `customer`. */
const keys = {
  newest: { column: Prisma.sql`created_at`, type: "time" },
  oldest: { column: Prisma.sql`created_at`, type: "time" },
  orders: { column: Prisma.sql`orders_count`, type: "number" },
  spent: { column: Prisma.sql`spent_thousandths`, type: "number" },
} as const satisfies Record<CustomerListParams["sort"], Pick<Ordering, "column" | "type">>;

/** For whom customers are read, in which order and from where. */
interface Selected {
  session: Session;
  filter: Prisma.Sql[];
  sort: CustomerListParams["sort"];
  place: PagePlace;
}

function orderingOf(customer: Prisma.Sql, { sort }: Selected): Ordering {
  return {
    column: Prisma.sql`${customer}.${keys[sort].column}`,
    type: keys[sort].type,
    id: Prisma.sql`${customer}.id`,
    isAscending: isAscending(customerList, sort),
  };
}

/** A row with the number that it is sorted by; null where that is its time. */
type SortedRow = CustomerRow & { key: number | null };

function selectRows(tx: Transaction, selected: Selected, customers: Prisma.Sql): Promise<SortedRow[]> {
  const { column, type } = keys[selected.sort];
  const key = type === "number" ? Prisma.sql`page.${column}::float8` : Prisma.sql`null::float8`;
  return tx.$queryRaw<SortedRow[]>`
    with page as materialized (${customers})
    select page.id, page.created_at as "createdAt", page.name, page.email, page.phone, page.refused_count as refused, ${key} as key,
      coalesce(figures.orders, 0) as orders, coalesce(figures.spent, '{}') as spent, figures.last_order_at as "lastOrderAt"
    from page
    left join lateral (${figures(selected.session)}) figures on true
    order by ${sortedBy(orderingOf(Prisma.sql`page`, selected), selected.place.isBackwards)}`;
}

/** The customers that are asked for, in order. */
function selectCustomers(selected: Selected, asked: Prisma.Sql | undefined, limit: number): Prisma.Sql {
  const inOrder = inOrderOf(orderingOf(Prisma.sql`customer`, selected), selected.place, limit);
  return Prisma.sql`
    select customer.* from ${knownCustomers(selected.session)}
    where ${allOf([...selected.filter, ...(asked ? [asked] : [])])} ${inOrder}`;
}

/**
 * What a customer of the page came to. For a seller it is counted already; for those who see everything it is counted from the orders,
 * since one order may be known to several sellers and would count for each.
 */
function figures(session: Session): Prisma.Sql {
  if (!seesEverything(session.role)) {
    return Prisma.sql`
      select orders_count as orders, spent, last_order_at from customer_sellers
      where customer_id = page.id and user_id = ${session.userId}::uuid`;
  }
  return Prisma.sql`
    with sale as (
      select "order".currency, "order".current_total_amount, "order".order_created_at, "order".is_test or "order".repeats_parent as is_left_out,
        lead.kpi_status
      from orders "order" left join crm_leads lead on lead.order_id = "order".id
      where "order".customer_id = page.id
    )
    select count(*) filter (where not is_left_out)::int as orders, max(order_created_at) as last_order_at,
      (select jsonb_object_agg(currency, amount::text) from (
        select currency, sum(current_total_amount) as amount from sale
        where kpi_status = 'paid' and not is_left_out and astra.known_currency(currency) group by currency
      ) per_currency) as spent
    from sale`;
}

/** The countries of the customers whom the person knows. The index leads from one straight to the next. */
export async function listCountries(session: Session): Promise<string[]> {
  const next = (last: Prisma.Sql) => Prisma.sql`
    (select customer.country from ${knownCustomers(session)} where customer.country > ${last} order by customer.country limit 1)`;
  const found = await forUser(
    session,
    (tx) => tx.$queryRaw<{ country: string }[]>`
      with recursive known as (
        select ${next(Prisma.sql`''`)} as country
        union all
        select ${next(Prisma.sql`known.country`)} from known where known.country is not null
      )
      select country from known where country ~ '^[A-Z]{2}$'`,
  );
  return found.map(({ country }) => country);
}
