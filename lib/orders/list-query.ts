import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { allOf, oneOf, within } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { isAscending } from "#lib/base/list/define.ts";
import { inOrderOf, type Ordering } from "#lib/base/list/order.ts";
import type { PagePlace } from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { instantsAsked } from "#lib/base/time/day-ranges.ts";
import { type OrderListParams, orderList } from "#lib/orders/list.ts";
import { placesOfLeads, placesOfOrders } from "#lib/sales/visibility.ts";

/** Where a page of orders lies, and what they are sorted by. */
export interface OrderPlace extends PagePlace {
  sort: OrderListParams["sort"];
}

/** What orders are ordered by. */
export function orderingOf(order: Prisma.Sql, { sort }: Pick<OrderPlace, "sort">): Ordering {
  const common = { id: Prisma.sql`${order}.id`, isAscending: isAscending(orderList, sort) };
  return sort === "total"
    ? { column: Prisma.sql`${order}.current_total_thousandths`, type: "number", ...common }
    : { column: Prisma.sql`${order}.order_created_at`, type: "time", ...common };
}

/** The orders that are asked for, in order. */
export function selectOrders(
  session: Session,
  filter: Prisma.Sql[],
  place: OrderPlace,
  limit: number,
): Prisma.Sql {
  const selects = placesOfOrders(session).map(
    (where) => Prisma.sql`
      select "order".* from orders "order" where ${where} and ${allOf(filter)} ${placed(place, limit)}`,
  );
  return inOneOrder(place, limit, selects);
}

/** Orders that are asked for, in no order, to be counted up to a limit: only as many of a seller's places are read as it takes. */
export function selectForCount(session: Session, filter: Prisma.Sql[], limit: number): Prisma.Sql {
  const selects = placesOfOrders(session).map(
    (where) => Prisma.sql`(select 1 from orders "order" where ${where} and ${allOf(filter)} limit ${limit})`,
  );
  return Prisma.sql`select 1 from (${Prisma.join(selects, " union all ")}) "order" limit ${limit}`;
}

function inOneOrder(place: OrderPlace, limit: number, selects: Prisma.Sql[]): Prisma.Sql {
  const [only, ...others] = selects;
  if (only && others.length === 0) return only;
  const parts = selects.map((select) => Prisma.sql`(${select})`);
  return Prisma.sql`
    select "order".* from (${Prisma.join(parts, " union all ")}) "order" where true ${placed(place, limit)}`;
}

function placed(place: OrderPlace, limit: number): Prisma.Sql {
  return inOrderOf(orderingOf(Prisma.sql`"order"`, place), place, limit);
}

/** What the parameters of a list ask of `"order"`; of a seller it is ignored who is credited. */
export function conditions(session: Session, params: OrderListParams): Prisma.Sql[] {
  const sellers = seesEverything(session.role) ? params.seller : [];
  return [
    ...oneOf(Prisma.sql`"order".status`, params.status, "text"),
    ...oneOf(Prisma.sql`"order".payment_status`, params.payment, "text"),
    ...oneOf(Prisma.sql`"order".integration_id`, params.store, "uuid"),
    ...oneOf(Prisma.sql`"order".user_id`, sellers, "uuid"),
    ...within(Prisma.sql`"order".order_created_at`, instantsAsked(params.placed, params, session.timezone)),
  ];
}

/**
 * The orders that a search finds, in order. Orders are searched through their leads, which know the buyer and the number, and which
 * arrived when their orders were placed: the leads are walked in the order of the list, and only those that match lead to an order.
 * By total the orders themselves are walked: many may be worth the same, and only their own index has those in order.
 */
export function selectFoundOrders(
  session: Session,
  filter: Prisma.Sql[],
  matches: Matches,
  place: OrderPlace,
  limit: number,
): Prisma.Sql {
  if (place.sort === "total") return selectOrders(session, [...filter, isFound(matches)], place, limit);
  const { condition } = matches;
  const asLeads = {
    ...orderingOf(Prisma.sql`lead`, place),
    column: Prisma.sql`lead.arrived_at`,
    id: Prisma.sql`lead.order_id`,
  };
  const inOrder = inOrderOf(asLeads, place, limit);
  const selects = placesOfLeads(session).map(
    (leads) => Prisma.sql`
      select "order".* from crm_leads lead join orders "order" on "order".id = lead.order_id
      where ${leads} and ${condition} and ${allOf(filter)} ${inOrder}`,
  );
  return inOneOrder(place, limit, selects);
}

/** Whether an order is among those that a search finds. */
export function isFound({ condition }: Matches): Prisma.Sql {
  return Prisma.sql`exists (select 1 from crm_leads lead where lead.order_id = "order".id and ${condition})`;
}
