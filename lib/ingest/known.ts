import "server-only";
import type { PlainStatement, Transaction } from "#lib/base/db/access.ts";
import type { Contact } from "#lib/customers/model.ts";
import { type Buyer, identityLocks, type LeadContact, leadContact } from "#lib/ingest/buyer.ts";
import type { EarlierCorrections } from "#lib/ingest/corrections.ts";
import type { KnownLead, KnownOrder } from "#lib/ingest/known-order.ts";
import type { OrderNews, RecordingStore } from "#lib/ingest/record.ts";
import type { KnownRefund } from "#lib/ingest/settle.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** All that has to be known to decide what an order becomes. */
export interface Known {
  order: KnownOrder | null;
  /** Whether it came under another store of the same shop, of which one was removed. */
  isOfRemovedStore: boolean;
  /** The customer that the order has, or the one into whom that was merged. */
  keptCustomerId: string | null;
  /** The customer whom the buyer is known to be; not looked for when the order names its buyer as before. */
  matchedCustomerId: string | null;
  /** Whether the name said can be that of whom the order had. */
  namesAgree: boolean;
  /** What the store's owner or a manager corrected of the matched customer before. */
  earlierCorrections: EarlierCorrections | null;
  /** The order of which this one is a part, and that one's lead. */
  parent: { id: string; leadId: string | null } | null;
}

/** What the database is asked (astra.read_for_order). */
export interface OrderQuestion {
  storeId: string;
  workspaceId: string;
  ownerId: string;
  externalId: string;
  /** When it was placed; null when the store doesn't say. */
  createdAt: Date | null;
  /** Whether it is told as one that was placed before. */
  isChange: boolean;
  parentId: string | null;
  said: LeadContact;
  /** The phone, if it can be dialled. */
  dialled: Contact["phone"];
  /** What is locked until the transaction ends: the order and the buyer. */
  locks: string[];
}

/** What is to be asked of an order that a store tells of. One that doesn't say when it was placed counts as placed when it came. */
export function questionOf(
  store: RecordingStore,
  told: StoreOrder,
  buyer: Buyer,
  { change, receivedAt }: Pick<OrderNews, "change" | "receivedAt">,
): OrderQuestion {
  return {
    storeId: store.integrationId,
    workspaceId: store.workspaceId,
    ownerId: store.userId,
    externalId: told.externalId,
    createdAt: told.createdAt.getTime() === receivedAt.getTime() ? null : told.createdAt,
    isChange: change !== "created",
    parentId: told.parent?.externalId ?? null,
    said: leadContact(told, buyer),
    dialled: buyer.phone,
    locks: lockNames(store, told.externalId, identityLocks(store.workspaceId, buyer)),
  };
}

/** What says which shop a store is: one that was removed and connected again is two stores. */
type Shop = Pick<RecordingStore, "workspaceId" | "type" | "domain">;

/** The lock of an order is its shop's: what a removed store and the one connected since tell of it is decided one after the other. */
export function orderLock({ workspaceId, type, domain }: Shop, externalOrderId: string): string {
  return `order:${workspaceId}:${type}:${domain}:${externalOrderId}`;
}

/** The locks of an order and its buyer: everyone takes them in the same order of names, so that no two wait for each other. */
function lockNames(shop: Shop, externalOrderId: string, others: string[]): string[] {
  return [...others, orderLock(shop, externalOrderId)].sort();
}

/** Takes the locks of one order until the transaction ends. */
export async function lockOrder(tx: Transaction, shop: Shop, externalOrderId: string): Promise<void> {
  const [name] = lockNames(shop, externalOrderId, []);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** Takes the locks of an order and its buyer, and reads what is known of both. */
export async function readKnown(tx: Transaction, question: OrderQuestion): Promise<Known> {
  const [row] = await tx.$queryRaw<{ known: KnownAsJson }[]>`
    select astra.read_for_order(${JSON.stringify(question)}::jsonb) as known`;
  if (!row) throw new Error("The database answered nothing.");
  return fromJson(row.known);
}

/** The same as a plain statement, whose answer is to be read by `fromJson`. */
export function knownStatement(question: OrderQuestion): PlainStatement {
  return {
    text: "select astra.read_for_order($1) as known",
    values: [JSON.stringify(question)],
  };
}

type Dates = "shipmentSaidAt" | "orderCreatedAt" | "externalUpdatedAt" | "deletedInStoreAt" | "redactedAt";

/** What the database answers: times are text. */
export interface KnownAsJson extends Omit<Known, "order"> {
  order:
    | (Omit<KnownOrder, Dates | "refunds"> & {
        [Key in Dates]: null extends KnownOrder[Key] ? string | null : string;
      } & { lead: KnownLead | null; refunds: (Omit<KnownRefund, "saidAt"> & { saidAt: string })[] })
    | null;
}

/** Reads what the database answered. */
export function fromJson({ order, ...known }: KnownAsJson): Known {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...known,
    order: order && {
      ...order,
      orderCreatedAt: new Date(order.orderCreatedAt),
      externalUpdatedAt: new Date(order.externalUpdatedAt),
      shipmentSaidAt: date(order.shipmentSaidAt),
      deletedInStoreAt: date(order.deletedInStoreAt),
      redactedAt: date(order.redactedAt),
      refunds: order.refunds.map((refund) => ({ ...refund, saidAt: new Date(refund.saidAt) })),
    },
  };
}
