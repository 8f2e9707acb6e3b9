/**
 * The kinds of entries on a lead's timeline, each with whether its details may hold personal data of the buyer: a redaction empties
 * those, and the outbox never holds them. What `details` holds is in `details.ts`.
 */
const holdsPersonalData = {
  arrived: false,
  status_changed: false,
  order_edited: false,
  order_cancelled: false,
  order_deleted: false,
  order_restored: false,
  buyer_changed: true,
  address_changed: true,
  same_number: false,
  read_again: false,
  joined: false,
  cancel_requested: false,
  delivery_failed: false,
  refunded: false,
  refund_changed: false,
  refund_taken_back: false,
  fulfilled: false,
  payment: false,
  alert_sent: false,
  alert_failed: false,
  note: true,
  customer_corrected: true,
  store_value_accepted: true,
  correction_kept: true,
  tag_added: false,
  tag_removed: false,
  reassigned: false,
  customer_merged: true,
  customer_unmerged: false,
  data_requested: false,
  redacted: false,
} as const;

export type LeadEventType = keyof typeof holdsPersonalData;

export const leadEventTypes = Object.keys(holdsPersonalData) as LeadEventType[];

/** The kinds whose details a redaction empties. */
export type PersonalEventType = {
  [Type in LeadEventType]: (typeof holdsPersonalData)[Type] extends true ? Type : never;
}[LeadEventType];

/** Whether the details of this kind of entry may hold personal data of the buyer. */
export function isPersonalEvent(type: LeadEventType): type is PersonalEventType {
  return holdsPersonalData[type];
}

/** All kinds for which that is so. */
export const personalEventTypes = leadEventTypes.filter(isPersonalEvent);
