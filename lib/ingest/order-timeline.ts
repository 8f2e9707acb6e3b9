import { Decimal } from "decimal.js";
import type { OrderStanding, personalColumns } from "#lib/ingest/order-state.ts";
import type { RefundChanges } from "#lib/ingest/settle.ts";
import type { StoreOrder, StoreRefund } from "#lib/platforms/platform.ts";
import type { CallReason } from "#lib/sales/statuses.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";

/** An entry to write on a lead's timeline. */
export interface NewLeadEvent {
  type: LeadEventType;
  details: Record<string, string | null>;
  occurredAt?: Date;
}

interface OrderBefore {
  status: string;
  callReason: CallReason | null;
  currency: string;
  currentTotalAmount: { toString(): string };
  externalUpdatedAt: Date;
  deletedInStoreAt: Date | null;
}

/** What a newer version of an order adds to the lead's timeline, beside changes of the lead's own statuses. */
export function orderEvents(
  before: OrderBefore,
  order: StoreOrder,
  standing: OrderStanding,
  refunds: RefundChanges,
): NewLeadEvent[] {
  const { currency, updatedAt: occurredAt } = order;
  const events: NewLeadEvent[] = refundEvents(refunds, currency, occurredAt);
  if (before.deletedInStoreAt) events.unshift({ type: "order_restored", details: {} });
  const totalBefore = new Decimal(before.currentTotalAmount.toString());
  const isEdited =
    standing.status !== "cancelled" &&
    !totalBefore.equals(order.currentTotal) &&
    !isOfRefunds(before, order, refunds);
  if (isEdited) {
    const details = { from: totalBefore.toFixed(), to: order.currentTotal, currency };
    events.push({ type: "order_edited", details, occurredAt });
  }
  return [...events, ...standingEvents(before, standing).map((event) => ({ ...event, occurredAt }))];
}

/** What the timeline says of refunds that changed. */
export function refundEvents(refunds: RefundChanges, currency: string, occurredAt: Date): NewLeadEvent[] {
  return [
    ...refunds.added.map((refund) => refundEvent(refund, currency)),
    ...refunds.changed.map(({ refund, from }): NewLeadEvent => {
      return { type: "refund_changed", details: { from, to: refund.amount, currency }, occurredAt };
    }),
    ...refunds.takenBack.map(({ amount }): NewLeadEvent => {
      return { type: "refund_taken_back", details: { amount: plain(amount), currency }, occurredAt };
    }),
  ];
}

/** What the timeline says of an order that was cancelled, or whose buyer is to be called again. */
export function standingEvents(
  before: Pick<OrderBefore, "status" | "callReason">,
  { status, callReason }: Pick<OrderStanding, "status" | "callReason">,
): NewLeadEvent[] {
  const events: NewLeadEvent[] = [];
  if (status === "cancelled" && before.status !== "cancelled")
    events.push({ type: "order_cancelled", details: {} });
  if (callReason && callReason !== before.callReason) events.push({ type: callReason, details: {} });
  return events;
}

/** A refund moves the total too, also one that a topic of its own told before the order did. */
function isOfRefunds(before: OrderBefore, order: StoreOrder, refunds: RefundChanges): boolean {
  const isNews = ({ amount, refundedAt }: StoreRefund) =>
    Number(amount) !== 0 && refundedAt !== null && refundedAt > before.externalUpdatedAt;
  const isChanged = refunds.added.length + refunds.changed.length + refunds.takenBack.length > 0;
  return isChanged || order.refunds.some(isNews);
}

/** Money given back, on the timeline. */
export function refundEvent({ amount, buyerMoney, refundedAt }: StoreRefund, currency: string): NewLeadEvent {
  const inBuyersMoney = buyerMoney && { buyerAmount: buyerMoney.amount, buyerCurrency: buyerMoney.currency };
  return {
    type: "refunded",
    details: { amount, currency, ...inBuyersMoney },
    ...(refundedAt && { occurredAt: refundedAt }),
  };
}

function plain(amount: string): string {
  return new Decimal(amount).toFixed();
}

const addressColumns = [
  "shippingStreet",
  "shippingZip",
  "shippingCity",
  "shippingRegion",
  "shippingCountry",
] as const;
type Address = Partial<Pick<ReturnType<typeof personalColumns>, (typeof addressColumns)[number]>>;

/** What the buyer changed of where the parcel goes; nothing for a store that says its address for the first time. */
export function addressChange(before: Address, after: Address, occurredAt: Date): NewLeadEvent[] {
  const isChanged = addressColumns.some(
    (column) => after[column] !== undefined && after[column] !== before[column],
  );
  const from = inOneLine(before);
  if (!isChanged || from === "") return [];
  const details = { from, to: inOneLine({ ...before, ...after }) };
  return [{ type: "address_changed", details, occurredAt }];
}

function inOneLine(address: Address): string {
  return addressColumns.flatMap((column) => address[column] ?? []).join(", ");
}
