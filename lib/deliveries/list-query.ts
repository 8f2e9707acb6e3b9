import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { allOf, oneOf, within } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { isAscending } from "#lib/base/list/define.ts";
import { inOrderOf, type Ordering } from "#lib/base/list/order.ts";
import type { PagePlace } from "#lib/base/list/page.ts";
import { instantsAsked } from "#lib/base/time/day-ranges.ts";
import { type DeliveryListParams, deliveryList } from "#lib/deliveries/list.ts";
import { type DeliveryState, deliveryStates } from "#lib/deliveries/model.ts";
import { keptForms } from "#lib/platforms/reason.ts";

const told = [...keptForms("toldBefore"), ...keptForms("deletedBefore")];
const isTold = Prisma.sql`delivery.error = any (${told}::text[])`;

/** What a delivery of each state is. */
const stateConditions: Record<DeliveryState, Prisma.Sql> = {
  failed: Prisma.sql`delivery.status = 'failed'`,
  received: Prisma.sql`delivery.status = 'received'`,
  processed: Prisma.sql`delivery.status = 'processed'`,
  ignored: Prisma.sql`delivery.status = 'ignored' and ${isTold} is not true`,
  told: Prisma.sql`delivery.status = 'ignored' and ${isTold}`,
};

/** What is told of a delivery, beside its payload: of `webhook_deliveries delivery` with `withStoreAndOrder`. */
export const deliveryColumns = Prisma.sql`
  delivery.id, delivery.topic, delivery.error as reason, delivery.not_understood as "notUnderstood", delivery.attempts,
  delivery.received_at as "receivedAt", json_build_object('id', store.id, 'name', store.name) as store,
  case when delivery.status = 'ignored' and ${isTold} then 'told' else delivery.status end as state,
  case when "order".id is not null then json_build_object('id', "order".id, 'number', "order".order_number) end as "order",
  about.external_id as "externalOrderId"`;

/** Under row level security an order is joined only where the person sees it. */
export const withStoreAndOrder = Prisma.sql`
  join integrations store on store.id = delivery.integration_id
  cross join lateral (
    select case when starts_with(delivery.subject, 'order:') then substr(delivery.subject, 7) end as external_id
  ) about
  left join orders "order"
    on "order".integration_id = delivery.integration_id and "order".external_order_id = about.external_id`;

/** The stores that are asked for, of those that the person sees: `integrations store`. */
export function ownStores(session: Session, ids: string[]): Prisma.Sql {
  return allOf([
    Prisma.sql`store.workspace_id = ${session.workspace.id}::uuid`,
    ...oneOf(Prisma.sql`store.id`, ids, "uuid"),
  ]);
}

/** What the log is ordered by. */
export function ordering(sort: DeliveryListParams["sort"]): Ordering {
  return {
    column: Prisma.sql`delivery.received_at`,
    type: "time",
    id: Prisma.sql`delivery.id`,
    isAscending: isAscending(deliveryList, sort),
  };
}

/** The deliveries that are asked for, in order: of each store as many as a page may have, each by the index of its store. */
export function selectDeliveries(
  session: Session,
  params: DeliveryListParams,
  place: PagePlace,
  limit: number,
): Prisma.Sql {
  const inOrder = inOrderOf(ordering(params.sort), place, limit);
  return Prisma.sql`
    select delivery.id, delivery.received_at
    from (select store.id from integrations store where ${ownStores(session, params.store)}) store
    cross join lateral (
      select delivery.id, delivery.received_at from webhook_deliveries delivery
      where delivery.integration_id = store.id and ${allOf(conditions(session, params))} ${inOrder}
    ) delivery
    where true ${inOrder}`;
}

function conditions(session: Session, params: DeliveryListParams): Prisma.Sql[] {
  return [
    ...inStates(params.state),
    ...oneOf(Prisma.sql`delivery.topic`, params.topic, "text"),
    ...within(Prisma.sql`delivery.received_at`, instantsAsked(params.received, params, session.timezone)),
    ...aboutOrder(params.q),
  ];
}

/** All states are as good as none. */
function inStates(states: DeliveryState[]): Prisma.Sql[] {
  if (states.length === 0 || deliveryStates.every((state) => states.includes(state))) return [];
  const conditions = states.map((state) => Prisma.sql`(${stateConditions[state]})`);
  return [Prisma.sql`(${Prisma.join(conditions, " or ")})`];
}

const longestNumber = 200;

/** What is about an order of the store, by the number that the buyer sees, with or without its "#", or by the store's own id. */
function aboutOrder(q: string): Prisma.Sql[] {
  const number = q.trim().slice(0, longestNumber);
  if (number === "") return [];
  const bare = number.replace(/^#/, "");
  const numbers = [...new Set([number, bare, `#${bare}`, `#${bare.toUpperCase()}`, bare.toUpperCase()])];
  return [
    Prisma.sql`delivery.subject = any (
      array(
        select 'order:' || "order".external_order_id from orders "order"
        where "order".integration_id = store.id and "order".order_number = any (${numbers}::text[])
      ) || ${`order:${bare}`}::text
    )`,
  ];
}
