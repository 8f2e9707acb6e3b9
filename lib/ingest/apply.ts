import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { recordErasedOrder } from "#lib/ingest/erased-order.ts";
import { recordDeletion, recordFulfillment, recordPayment, recordRefund } from "#lib/ingest/order-news.ts";
import { type Outcome, ofRemovedStore } from "#lib/ingest/outcome.ts";
import { type RecordingStore, recordOrder } from "#lib/ingest/record.ts";
import { honourPrivacyRequest, isOfRemovedStore } from "#lib/ingest/removed-stores.ts";
import { type StoreEvent, sampleOrderId } from "#lib/platforms/platform.ts";
import type { StoreFault } from "#lib/stores/model.ts";

/** Writes what a delivery means, within the caller's transaction. */
export async function applyEvent(
  tx: Transaction,
  store: RecordingStore & { fault: StoreFault | null },
  event: StoreEvent,
  receivedAt: Date,
): Promise<Outcome> {
  if ("externalOrderId" in event && (await isOfRemovedStore(tx, store, event.externalOrderId)))
    return ofRemovedStore(`order:${event.externalOrderId}`);
  switch (event.kind) {
    case "order":
      if (store.fault && event.order.externalId !== sampleOrderId) await forgetFault(tx, store);
      return recordOrder(tx, store, event.order, { ...event, receivedAt });
    case "order_deleted":
      return recordDeletion(tx, store, event, receivedAt);
    case "refund":
      return { ...(await recordRefund(tx, store, event, receivedAt)), notUnderstood: event.notUnderstood };
    case "fulfillment":
      return { ...(await recordFulfillment(tx, store, event)), notUnderstood: event.notUnderstood };
    case "payment":
      return { ...(await recordPayment(tx, store, event)), notUnderstood: event.notUnderstood };
    case "privacy":
      if (!event.shops.includes(store.domain)) return aboutAnotherShop;
      return honourPrivacyRequest(tx, store, event.request, receivedAt);
    case "uninstalled":
      if (!event.shops.includes(store.domain)) return aboutAnotherShop;
      await tx.integration.update({
        where: { id: store.integrationId },
        data: { isActive: false, pausedReason: "uninstalled" },
      });
      return { status: "processed" };
    case "order_erased":
      return recordErasedOrder(tx, store, event.order, receivedAt);
    case "store_error":
      if (event.fault) await noteFault(tx, store, event.fault, receivedAt);
      return { status: "ignored", reason: event.reason };
    case "ignored":
      return { status: "ignored", reason: event.reason, ...(event.subject && { subject: event.subject }) };
  }
}

/** The topic is not signed: whoever has a signed body could send it again as a farewell or a redaction. */
const aboutAnotherShop: Outcome = {
  status: "ignored",
  reason: { code: "otherShop" },
};

/** Notes that the shop sends errors in place of orders, so that its settings say what to do. */
async function noteFault(tx: Transaction, store: RecordingStore, fault: StoreFault, at: Date): Promise<void> {
  await tx.$executeRaw`
    update integrations set store_error = ${fault}, store_error_at = ${at}
    where id = ${store.integrationId}::uuid and store_error is distinct from ${fault}`;
}

async function forgetFault(tx: Transaction, store: RecordingStore): Promise<void> {
  await tx.$executeRaw`
    update integrations set store_error = null, store_error_at = null
    where id = ${store.integrationId}::uuid and store_error is not null`;
}
