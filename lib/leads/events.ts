/** The kinds of entries on a lead's timeline. What `details` holds for each stands beside its name. */
export const leadEventTypes = [
  "arrived", // { store }; of a lead entered by hand { product }
  "status_changed", // { field, from, to, callBackAt?, isOverride?, isUndo? }; of a person also { callAttemptsBefore, callBackBefore? }
  "order_edited", // { from, to, currency }
  "order_cancelled", // {}
  "order_deleted", // {}
  "order_restored", // {}
  "refunded", // { amount, currency }
  "fulfilled", // { status, trackingNumber, carrier }
  "payment", // { amount, currency, kind, status, externalTransactionId }
  "alert_sent", // { messageId }
  "alert_failed", // { reason }
  "note", // { text }
  "customer_corrected", // { field, from, to }
  "store_value_accepted", // { field, from, to }
  "correction_kept", // { field, from: what the store says, to: what is kept }
  "tag_added", // { tag }
  "tag_removed", // { tag }
  "reassigned", // { from, to }: names
  "customer_merged", // { from, to, fromId }: names, and the id of the one that was merged
  "data_requested", // { dueAt }
  "redacted", // {}
] as const;

export type LeadEventType = (typeof leadEventTypes)[number];
