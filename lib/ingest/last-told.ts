import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { asAnother, isAnother } from "#lib/ingest/known-order.ts";
import { unpackPayload } from "#lib/ingest/payload.ts";
import { readEvent } from "#lib/ingest/read-event.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError, type StoreContext, type StoreOrder } from "#lib/platforms/platform.ts";

/** How many deliveries of one order are looked through for one that holds the whole order. */
const looksThrough = 20;

/** The whole order as its store last told it, and when that came. */
export interface Told {
  order: StoreOrder;
  receivedAt: Date;
}

/**
 * Reads the last delivery of an order that held all of it, by what the store's owner says now; null when that is not kept any more. Another
 * order may have come with its id (`isAnother`).
 */
export async function lastTold(
  tx: Transaction,
  store: RecordingStore & Omit<StoreContext, "receivedAt">,
  known: { id: string; externalOrderId: string; externalUpdatedAt: Date },
): Promise<Told | null> {
  const [externalId] = known.externalOrderId.split("@");
  const deliveries = await tx.webhookDelivery.findMany({
    where: { integrationId: store.integrationId, subject: `order:${externalId}`, status: "processed" },
    orderBy: { processedAt: "desc" },
    take: looksThrough,
    select: { id: true },
  });
  for (const { id } of deliveries) {
    const told = await readOrder(tx, store, id);
    if (!told || told.order.updatedAt < known.externalUpdatedAt) continue;
    const order = await identify(tx, store, told.order);
    if (order.externalId === known.externalOrderId) return { ...told, order };
  }
  return null;
}

/** One delivery at a time. A large one would keep the process from all else, so its order is read by what is kept of it. */
async function readOrder(
  tx: Transaction,
  store: RecordingStore & Omit<StoreContext, "receivedAt">,
  id: string,
): Promise<Told | null> {
  const { isLarge, payload, payloadEncoding, ...delivery } = await tx.webhookDelivery.findUniqueOrThrow({
    where: { id },
    select: {
      topic: true,
      headers: true,
      payload: true,
      payloadEncoding: true,
      isLarge: true,
      receivedAt: true,
    },
  });
  if (payload.length === 0 || isLarge) return null;
  const body = await unpackPayload({ payload, payloadEncoding });
  try {
    const headers = delivery.headers as Record<string, string>;
    const event = readEvent(store, { ...delivery, headers }, parseExactly(body));
    return event.kind === "order" ? { order: event.order, receivedAt: delivery.receivedAt } : null;
  } catch (error) {
    if (error instanceof DeliveryError) return null;
    throw error;
  }
}

/** The order that a store speaks of, by the id under which it is kept. */
async function identify(tx: Transaction, store: RecordingStore, told: StoreOrder): Promise<StoreOrder> {
  const known = await tx.order.findUnique({
    where: {
      integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId: told.externalId },
    },
    select: {
      redactedAt: true,
      currency: true,
      orderCreatedAt: true,
      shippingEmail: true,
      shippingPhone: true,
      shippingCountry: true,
    },
  });
  return known && isAnother(known, told) ? asAnother(told) : told;
}
