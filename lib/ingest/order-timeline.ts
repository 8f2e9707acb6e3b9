import { Decimal } from "decimal.js";
import type { LeadEventType } from "#lib/leads/events.ts";
import type { StoreOrder, StoreRefund } from "#lib/platforms/platform.ts";

/** An entry to write on a lead's timeline. */
export interface NewLeadEvent {
  type: LeadEventType;
  details: Record<string, string | null>;
  occurredAt?: Date;
}

interface OrderBefore {
  status: string;
  currency: string;
  currentTotalAmount: { toString(): string };
  externalUpdatedAt: Date;
  deletedInStoreAt: Date | null;
}

/** What a newer version of an order adds to the lead's timeline, beside changes of the lead's own statuses. */
export function orderEvents(
  before: OrderBefore,
  order: StoreOrder,
  newRefunds: StoreRefund[],
): NewLeadEvent[] {
  const events: NewLeadEvent[] = [];
  if (before.deletedInStoreAt) events.push({ type: "order_restored", details: {} });
  for (const refund of newRefunds) events.push(refundEvent(refund, order.currency));
  const totalBefore = new Decimal(before.currentTotalAmount.toString());
  const isEdited =
    order.status !== "cancelled" &&
    !totalBefore.equals(order.currentTotal) &&
    !hasNewRefund(before, order, newRefunds);
  if (isEdited) {
    const details = { from: totalBefore.toFixed(), to: order.currentTotal, currency: order.currency };
    events.push({ type: "order_edited", details, occurredAt: order.updatedAt });
  }
  if (order.status === "cancelled" && before.status !== "cancelled") {
    events.push({ type: "order_cancelled", details: {}, occurredAt: order.updatedAt });
  }
  return events;
}

/** A refund lowers the total too, also one that a topic of its own told before the order did. */
function hasNewRefund(before: OrderBefore, order: StoreOrder, newRefunds: StoreRefund[]): boolean {
  const isNews = ({ amount, refundedAt }: StoreRefund) =>
    Number(amount) !== 0 && refundedAt !== null && refundedAt > before.externalUpdatedAt;
  return newRefunds.length > 0 || order.refunds.some(isNews);
}

/** Money given back, on the timeline. */
export function refundEvent(refund: StoreRefund, currency: string): NewLeadEvent {
  return {
    type: "refunded",
    details: { amount: refund.amount, currency },
    ...(refund.refundedAt && { occurredAt: refund.refundedAt }),
  };
}
