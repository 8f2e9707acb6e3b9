/**
 * The kinds of entries on a lead's timeline, each with whether its details may hold personal data of the buyer: a redaction empties
 * those. What `details` holds stands beside its name.
 */
const holdsPersonalData = {
  arrived: false, // { store }; of a lead entered by hand { product }
  status_changed: false, // { field, from, to, callBackAt?, isOverride?, isUndo? }; of a person also { callAttemptsBefore, callBackBefore?, decisionBefore?, callReasonBefore? }
  order_edited: false, // { from, to, currency }
  order_cancelled: false, // {}
  order_deleted: false, // {}
  order_restored: false, // {}
  buyer_changed: true, // { from, to }: names
  address_changed: true, // { from, to }: the address in one line
  same_number: false, // { number }: another order came with the id of one that is known
  read_again: false, // {}: by what the store's owner says now of its payment methods and statuses
  joined: false, // { number }: of an order that is part of this one
  cancel_requested: false, // {}
  delivery_failed: false, // {}
  refunded: false, // { amount, currency, buyerAmount?, buyerCurrency? }
  refund_changed: false, // { from, to, currency }
  refund_taken_back: false, // { amount, currency }
  fulfilled: false, // { status, trackingNumber, carrier }; status also cancelled or failed
  payment: false, // { amount, currency, kind, status, externalTransactionId }
  alert_sent: false, // { messageId }
  alert_failed: false, // { reason }: one of knownStops of Telegram, else its own words
  note: true, // { text }
  customer_corrected: true, // { field, from, to }
  store_value_accepted: true, // { field, from, to }
  correction_kept: true, // { field, from: what the store says, to: what is kept }
  tag_added: false, // { tag }
  tag_removed: false, // { tag }
  reassigned: false, // { from, to }: names of members
  customer_merged: true, // { fromId }: the id of the one that was merged
  data_requested: false, // { dueAt }
  redacted: false, // {}
} as const;

export type LeadEventType = keyof typeof holdsPersonalData;

/** The kinds whose details a redaction empties. */
export type PersonalEventType = {
  [Type in LeadEventType]: (typeof holdsPersonalData)[Type] extends true ? Type : never;
}[LeadEventType];

/** Whether the details of this kind of entry may hold personal data of the buyer. */
export function isPersonalEvent(type: LeadEventType): type is PersonalEventType {
  return holdsPersonalData[type];
}

/** All kinds for which that is so. */
export const personalEventTypes = (Object.keys(holdsPersonalData) as LeadEventType[]).filter(isPersonalEvent);
