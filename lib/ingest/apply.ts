import "server-only";
import type { Transaction } from "#lib/db/access.ts";
import { recordDeletion, recordFulfillment, recordPayment, recordRefund } from "#lib/ingest/order-news.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import type { Outcome } from "#lib/ingest/process.ts";
import { type RecordingStore, recordOrder } from "#lib/ingest/record.ts";
import type { StoreEvent } from "#lib/platforms/platform.ts";

/** Writes what a delivery means, within the caller's transaction. */
export async function applyEvent(
  tx: Transaction,
  store: RecordingStore,
  event: StoreEvent,
  receivedAt: Date,
): Promise<Outcome> {
  switch (event.kind) {
    case "order":
      return recordOrder(tx, store, event.order, { change: event.change, receivedAt });
    case "order_deleted":
      return recordDeletion(tx, store, event, receivedAt);
    case "refund":
      return recordRefund(tx, store, event, receivedAt);
    case "fulfillment":
      return recordFulfillment(tx, store, event);
    case "payment":
      return recordPayment(tx, store, event);
    case "privacy":
      return handlePrivacyRequest(tx, store, event.request, receivedAt);
    case "uninstalled":
      await tx.integration.update({
        where: { id: store.integrationId },
        data: { isActive: false, pausedReason: "uninstalled" },
      });
      return { status: "processed" };
    case "ignored":
      return { status: "ignored", reason: event.reason, ...(event.subject && { subject: event.subject }) };
  }
}
