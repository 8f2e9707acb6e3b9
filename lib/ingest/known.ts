import "server-only";
import type { PlainStatement, Transaction } from "#lib/base/db/access.ts";
import type { Contact } from "#lib/customers/model.ts";
import { type Buyer, identityLocks, type LeadContact, leadContact } from "#lib/ingest/buyer.ts";
import type { EarlierCorrections } from "#lib/ingest/corrections.ts";
import type { KnownLead, KnownOrder } from "#lib/ingest/known-order.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { KnownRefund } from "#lib/ingest/settle.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** All that has to be known to decide what an order becomes. */
export interface Known {
  order: KnownOrder | null;
  /** Whether it came under a store of the same shop that was removed. */
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
  parentId: string | null;
  said: LeadContact;
  /** The phone, if it can be dialled. */
  dialled: Contact["phone"];
  /** What is locked until the transaction ends: the order and the buyer. */
  locks: string[];
}

/** What is to be asked of an order that a store tells of. */
export function questionOf(store: RecordingStore, told: StoreOrder, buyer: Buyer): OrderQuestion {
  return {
    storeId: store.integrationId,
    workspaceId: store.workspaceId,
    ownerId: store.userId,
    externalId: told.externalId,
    parentId: told.parent?.externalId ?? null,
    said: leadContact(told, buyer),
    dialled: buyer.phone,
    locks: lockNames(store.integrationId, told.externalId, identityLocks(store.workspaceId, buyer)),
  };
}

/** The locks of an order and its buyer: everyone takes them in the same order of names, so that no two wait for each other. */
function lockNames(storeId: string, externalOrderId: string, others: string[]): string[] {
  return [...others, `order:${storeId}:${externalOrderId}`].sort();
}

/** Takes the locks of one order until the transaction ends. */
export async function lockOrder(tx: Transaction, storeId: string, externalOrderId: string): Promise<void> {
  const [name] = lockNames(storeId, externalOrderId, []);
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
