import type { CallReason, OrderStatus, Shipment } from "#lib/sales/statuses.ts";
import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

const select = {
  id: true,
  userId: true,
  customerId: true,
  externalCustomerId: true,
  status: true,
  shipment: true,
  shipmentSaidAt: true,
  callReason: true,
  currency: true,
  totalAmount: true,
  currentTotalAmount: true,
  receivedAmount: true,
  refundedAmount: true,
  shippingName: true,
  shippingEmail: true,
  shippingPhone: true,
  shippingStreet: true,
  shippingCity: true,
  shippingRegion: true,
  shippingZip: true,
  shippingCountry: true,
  parentOrderId: true,
  parts: { select: { id: true }, take: 1 },
  orderCreatedAt: true,
  externalUpdatedAt: true,
  deletedInStoreAt: true,
  redactedAt: true,
} as const;

/** An order as Astra has it before the store's news. */
export type KnownOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** An order by the id that its store gave it. */
export async function findOrder(tx: Transaction, store: RecordingStore, externalOrderId: string) {
  const order = await tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select,
  });
  return (
    order && {
      ...order,
      status: order.status as OrderStatus,
      shipment: order.shipment as Shipment,
      callReason: order.callReason as CallReason | null,
    }
  );
}

/**
 * The order that a store speaks of, and what is known of it. One that comes with the id of another, but with another buyer, currency and
 * date at once, is of another shop that sends to the same store: it gets an id of its own, which also its later news find.
 */
export async function identify(tx: Transaction, store: RecordingStore, told: StoreOrder) {
  const known = await findOrder(tx, store, told.externalId);
  if (!known || !isAnother(known, told)) return { order: told, known, isAnother: false };
  const order = { ...told, externalId: `${told.externalId}@${told.createdAt.toISOString()}` };
  return { order, known: await findOrder(tx, store, order.externalId), isAnother: true };
}

function isAnother(known: KnownOrder, told: StoreOrder): boolean {
  if (known.redactedAt !== null || known.currency === told.currency) return false;
  if (known.orderCreatedAt.getTime() === told.createdAt.getTime()) return false;
  const { email, phone, country } = told.buyer;
  // What a body leaves out is no other than what is known.
  if (told.currency === "" || (email === null && phone === null)) return false;
  const isSameEmail = normaliseEmail(known.shippingEmail) === normaliseEmail(email);
  const isSamePhone =
    normalisePhone(known.shippingPhone, known.shippingCountry) === normalisePhone(phone, country);
  return !isSameEmail && !isSamePhone;
}
