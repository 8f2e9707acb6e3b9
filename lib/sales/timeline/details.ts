import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";

const text = plainText;
const said = plainText.nullable();
const isSo = z.literal("true").optional();

const nothing = z.strictObject({});
const money = { amount: text, currency: text };
const changed = { from: text, to: text };
const ofContact = z.strictObject({ field: text, from: said, to: said });
const ofTag = z.strictObject({ tag: text });
const ofNumber = z.strictObject({ number: said });

/** What the details of each kind of entry on a timeline hold. All of it is text, as the entry's sentence takes it. */
export const detailsOf = {
  /** The store that it came from; of a lead entered by hand, what the buyer wants. */
  arrived: z.union([z.strictObject({ store: text }), z.strictObject({ product: said })]),
  /** What was before is there when a person changed it, so that it can be undone. */
  status_changed: z.strictObject({
    field: z.enum(["codStatus", "logisticStatus"]),
    ...changed,
    callBackAt: z.iso.datetime().optional(),
    decisionBefore: text.optional(),
    callReasonBefore: text.optional(),
    callAttemptsBefore: text.optional(),
    callBackBefore: z.iso.datetime().optional(),
    isOverride: isSo,
    isUndo: isSo,
    /** By which way it was made, unless in Astra itself. */
    via: z.literal("telegram").optional(),
  }),
  order_edited: z.strictObject({ ...changed, currency: text }),
  order_cancelled: nothing,
  order_deleted: nothing,
  order_restored: nothing,
  /** Names, and the customer whose it was: what is said of that one on this timeline goes with a redaction. */
  buyer_changed: z.strictObject({ from: said, to: said, fromId: z.uuid().optional() }),
  /** The address in one line. */
  address_changed: z.strictObject(changed),
  /** Another order came with the id of one that is known. */
  same_number: ofNumber,
  /** By what the store's owner says now of its payment methods and statuses. */
  read_again: nothing,
  /** An order that is part of this one. */
  joined: ofNumber,
  cancel_requested: nothing,
  delivery_failed: nothing,
  refunded: z.strictObject({ ...money, buyerAmount: text.optional(), buyerCurrency: text.optional() }),
  refund_changed: z.strictObject({ ...changed, currency: text }),
  refund_taken_back: z.strictObject(money),
  /** `status` is also cancelled or failed. */
  fulfilled: z.strictObject({ status: text, trackingNumber: said, carrier: said }),
  payment: z.strictObject({ ...money, kind: text, status: text, externalTransactionId: text }),
  alert_sent: z.strictObject({ messageId: text }),
  /** One of `knownStops` of Telegram, else its own words. */
  alert_failed: z.strictObject({ reason: text }),
  note: z.strictObject({ text }),
  customer_corrected: ofContact,
  store_value_accepted: ofContact,
  /** From what the store says to what is kept. */
  correction_kept: ofContact,
  tag_added: ofTag,
  tag_removed: ofTag,
  /** Names of members. */
  reassigned: z.strictObject({ from: said, to: said }),
  /** The id of the customer that was merged. */
  customer_merged: z.strictObject({ fromId: z.uuid() }),
  customer_unmerged: z.strictObject({}),
  data_requested: z.strictObject({ dueAt: z.iso.datetime() }),
  redacted: nothing,
} satisfies Record<LeadEventType, z.ZodType<Record<string, string | null | undefined>>>;

/** What the details of one kind hold. */
export type DetailsOf<Type extends LeadEventType> = z.output<(typeof detailsOf)[Type]>;
