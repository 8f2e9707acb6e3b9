import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countOn, countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { sortedBy } from "#lib/base/list/order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  fromStart,
  type Page,
  placeOf,
  toPage,
} from "#lib/base/list/page.ts";
import type { DeliveryListParams } from "#lib/deliveries/list.ts";
import {
  deliveryColumns,
  ordering,
  ownStores,
  selectDeliveries,
  withStoreAndOrder,
} from "#lib/deliveries/list-query.ts";
import type { DeliveryState } from "#lib/deliveries/model.ts";
import { readReason, type ShownReason } from "#lib/platforms/reason.ts";
import type { StoreChoice } from "#lib/team/names.ts";

/** A delivery as the log lists it, without its payload. */
export interface LoggedDelivery {
  id: string;
  topic: string;
  state: DeliveryState;
  /** Why it failed or was ignored, or what else there is to say of it. */
  reason: ShownReason | null;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood: string[];
  attempts: number;
  receivedAt: Date;
  store: { id: string; name: string };
  /** The order that it is about, where the person may see it. */
  order: { id: string; number: string } | null;
  /** The order by the store's own id, also of one that never came in. */
  externalOrderId: string | null;
}

/** A delivery with its reason as it is kept. */
export type WithKeptReason<Row extends LoggedDelivery> = Omit<Row, "reason"> & { reason: string | null };

/** One page of the deliveries that the person may see and asks for. */
export function listDeliveries(session: Session, params: DeliveryListParams): Promise<Page<LoggedDelivery>> {
  const place = placeOf(params, "time");
  return forUser(session, async (tx) => {
    const page = selectDeliveries(session, params, place, params.size + 1);
    const kept = await tx.$queryRaw<WithKeptReason<LoggedDelivery>[]>`
      with page as materialized (${page})
      select ${deliveryColumns} from page join webhook_deliveries delivery on delivery.id = page.id ${withStoreAndOrder}
      order by ${sortedBy(ordering(params.sort), place.isBackwards)}`;
    const rows = kept.map((row) => ({ ...row, reason: readReason(row.reason) }));
    const count =
      countOnFirstPage(rows, params.size, place.from === null) ??
      (await countAll(tx, session, params, countedUpTo));
    return toPage(rows, count, params, place, (row) => ({
      part: 0,
      key: cursorKey(row.receivedAt),
      id: row.id,
    }));
  });
}

function countAll(
  tx: Transaction,
  session: Session,
  params: DeliveryListParams,
  upTo: number,
): Promise<Count> {
  return countRows(tx, selectDeliveries(session, params, fromStart, upTo + 1), upTo);
}

/** Counts the deliveries of a list after its page; see `countOn`. */
export function countDeliveriesOn(
  session: Session,
  params: DeliveryListParams,
  page: Count,
): Promise<Count> | null {
  return countOn(session, page, (tx, upTo) => countAll(tx, session, params, upTo));
}

/** What stands around the log: the stores that it can be filtered by, what failed, and what the worker has before it. */
export interface DeliveryStanding {
  stores: StoreChoice[];
  failed: Count;
  waiting: Count;
}

/** The stores whose deliveries the person sees, and how many of the stores that are asked for failed, or wait to be worked in. */
export function getStanding(
  session: Session,
  { store }: Pick<DeliveryListParams, "store">,
): Promise<DeliveryStanding> {
  const { compare } = new Intl.Collator(session.locale);
  return forUser(session, async (tx) => ({
    // Not all of those whose leads the person sees: only the settings that the person may read.
    stores: (
      await tx.$queryRaw<StoreChoice[]>`
        select id, name, domain, removed_at is not null as "isRemoved" from integrations
        where workspace_id = ${session.workspace.id}::uuid order by id`
    ).sort((a, b) => Number(a.isRemoved) - Number(b.isRemoved) || compare(a.name, b.name)),
    failed: await countOf(tx, session, store, Prisma.sql`delivery.status = 'failed'`),
    // Whoever waits has a time for its next attempt, and those are few.
    waiting: await countOf(
      tx,
      session,
      store,
      Prisma.sql`delivery.status = 'received' and delivery.next_attempt_at is not null`,
    ),
  }));
}

function countOf(tx: Transaction, session: Session, store: string[], isMeant: Prisma.Sql): Promise<Count> {
  return countRows(
    tx,
    Prisma.sql`select 1 from webhook_deliveries delivery
      where delivery.integration_id in (select store.id from integrations store where ${ownStores(session, store)})
        and ${isMeant} limit ${countedUpTo + 1}`,
  );
}
