import "server-only";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { oneOf } from "#lib/db/conditions.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { PagePlace } from "#lib/http/page.ts";
import type { OrderFilter } from "#lib/orders/filters.ts";
import type { Matches } from "#lib/search/row-matches.ts";

/**
 * The orders that are asked for, in order: one select for those who see everything. A seller's orders are in three places, each with its
 * index, which one condition with OR would hide from the planner: those credited to the seller, those of the seller's stores that are
 * credited to somebody else, and those of leads that the seller works for others.
 */
export function selectOrders(
  session: Session,
  asked: Prisma.Sql[],
  place: PagePlace,
  limit: number,
): Prisma.Sql {
  const inWorkspace = Prisma.sql`"order".workspace_id = ${session.workspace.id}::uuid`;
  const where = Prisma.join([inWorkspace, ...asked, ...beyond(place)], " and ");
  const direction = place.isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  const sorted = Prisma.sql`order by "order".order_created_at ${direction}, "order".id ${direction} limit ${limit}`;
  const select = Prisma.sql`select "order".* from orders "order"`;
  if (seesEverything(session.role)) return Prisma.sql`${select} where ${where} ${sorted}`;
  const me = Prisma.sql`${session.userId}::uuid`;
  return Prisma.sql`
    select "order".* from (
      (${select} where ${where} and "order".user_id = ${me} ${sorted})
      union all
      (${select} where ${where} and "order".store_user_id = ${me} and "order".user_id <> "order".store_user_id ${sorted})
      union all
      (${select} where ${where} and "order".id in (select astra.assigned_orders())
        and "order".user_id <> ${me} and "order".store_user_id is distinct from ${me} ${sorted})
    ) "order"
    ${sorted}`;
}

/** What a filter asks of `"order"`. */
export function conditions(filter: OrderFilter): Prisma.Sql[] {
  const list: Prisma.Sql[] = [
    ...oneOf(Prisma.sql`"order".status`, filter.statuses, "text"),
    ...oneOf(Prisma.sql`"order".payment_status`, filter.payments, "text"),
    ...oneOf(Prisma.sql`"order".integration_id`, filter.stores, "uuid"),
    ...oneOf(Prisma.sql`"order".user_id`, filter.sellers, "uuid"),
  ];
  if (filter.orderedFrom)
    list.push(Prisma.sql`"order".order_created_at >= ${filter.orderedFrom}::timestamptz`);
  if (filter.orderedBefore)
    list.push(Prisma.sql`"order".order_created_at < ${filter.orderedBefore}::timestamptz`);
  return list;
}

function beyond({ isAscending, beyond }: PagePlace): Prisma.Sql[] {
  if (!beyond) return [];
  const comparison = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  return [
    Prisma.sql`("order".order_created_at, "order".id) ${comparison} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`,
  ];
}

/** Orders are searched through their leads, which know the buyer and the number. */
export function throughLead({ condition, ids }: Matches): Prisma.Sql {
  if (ids) return Prisma.sql`"order".id in (select lead.order_id from crm_leads lead where ${condition})`;
  return Prisma.sql`exists (select 1 from crm_leads lead where lead.order_id = "order".id and ${condition})`;
}
