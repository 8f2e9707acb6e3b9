import { Decimal } from "decimal.js";
import type { StoreAmounts, StoreOrder, StoreRefund } from "#lib/platforms/platform.ts";
import type { WithPaidAhead } from "#lib/platforms/woocommerce/paid-ahead.ts";
import { isSaidPaid } from "#lib/platforms/woocommerce/payment.ts";
import { idAt, type WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { type Standing, statusSlug } from "#lib/platforms/woocommerce/status.ts";
import { coreStatuses } from "#lib/platforms/woocommerce/statuses.ts";
import { partsTotal, sumOf } from "#lib/platforms/woocommerce/sums.ts";
import { hasBeenPaid, type PaymentKind, type PaymentStatus } from "#lib/sales/statuses.ts";

/** What an order says of money, in its own currency. */
export type OrderMoney = Pick<
  StoreOrder,
  "paymentStatus" | "total" | "currentTotal" | "amounts" | "received" | "due" | "refunds"
>;

/** Reads the money of an order. Its `total` is before refunds; the list of refunds is the whole truth. */
export function moneyOf(
  { order, paidAhead }: WithPaidAhead,
  payment: PaymentKind,
  standing: Standing,
): OrderMoney {
  const total = order.total ?? partsTotal(order)?.toFixed() ?? "0";
  const refunds = refundsOf(order);
  const refunded = new Decimal(sumOf(refunds.map(({ amount }) => amount)) ?? 0);
  const currentTotal = Decimal.max(0, new Decimal(total).minus(refunded));
  const facts = { order, payment, standing, paidAhead, refunded, total };
  const paymentStatus = paymentStatusOf(facts);
  const isSettled =
    hasBeenPaid(paymentStatus) || standing.status === "cancelled" || standing.status === "refunded";
  return {
    paymentStatus,
    total,
    currentTotal: currentTotal.toFixed(),
    amounts: amountsOf(order),
    received: receivedOf(facts, paymentStatus),
    due: isSettled ? "0" : Decimal.max(0, currentTotal.minus(paidAhead)).toFixed(),
    refunds,
  };
}

/** The list names no dates: a row keeps the moment at which it was first heard of. */
function refundsOf({ refunds }: WooOrder): StoreRefund[] {
  return refunds.map((refund, position) => ({
    externalId: idAt(refund.id, position),
    amount: new Decimal(refund.total ?? 0).abs().toFixed(),
    buyerMoney: null,
    refundedAt: null,
  }));
}

/** Lines are after discounts. Where prices include tax, so do lines, shipping and fees here, as the buyer saw them. */
function amountsOf(order: WooOrder): StoreAmounts {
  const taxesIncluded = order.prices_include_tax;
  const withTax = (amount: string | null, tax: string | null) =>
    amount !== null && taxesIncluded ? sumOf([amount, tax]) : amount;
  return {
    shipping: withTax(order.shipping_total, order.shipping_tax),
    tax: taxesIncluded ? null : order.total_tax,
    discount: null,
    fees: sumOf(order.fee_lines.map((fee) => withTax(fee.total, fee.total_tax))),
    taxesIncluded,
  };
}

interface PaymentFacts {
  order: WooOrder;
  payment: PaymentKind;
  standing: Standing;
  paidAhead: Decimal;
  refunded: Decimal;
  total: string;
}

function paymentStatusOf(facts: PaymentFacts): PaymentStatus {
  const { order, standing, paidAhead, refunded, total } = facts;
  if (standing.status === "refunded") return "refunded";
  if (statusSlug(order.status ?? "") === "failed") return "failed";
  if (isPaidInFull(facts)) {
    if (refunded.isZero()) return "paid";
    return refunded.greaterThanOrEqualTo(total) ? "refunded" : "partially_refunded";
  }
  if (!paidAhead.isZero()) return "partially_paid";
  return standing.status === "cancelled" ? "voided" : "pending";
}

/**
 * A cash on delivery order says "processing" although nobody has paid, and may have a date of payment: it is paid once it is completed
 * with one. Transfers and methods that nobody knows need the date, cards and the like a status that follows payment.
 */
function isPaidInFull({ order, payment, standing, paidAhead, total }: PaymentFacts): boolean {
  const slug = statusSlug(order.status ?? "");
  const isSaid = isSaidPaid(order);
  if (!paidAhead.isZero() && paidAhead.greaterThanOrEqualTo(total)) return true;
  if (payment === "cash_on_delivery") return slug === "completed" && isSaid;
  if (!paidAhead.isZero()) return slug === "completed";
  if (isSaid) return true;
  const isFree = order.total !== null && new Decimal(total).isZero();
  if (isFree) return standing.status !== "pending" && standing.status !== "cancelled";
  return payment === "prepaid" && (slug === "processing" || slug === "completed");
}

/**
 * What came in. The menu can set any order to "refunded", also one that was never paid, and a plug-in's status may speak of the parcel alone,
 * or of nothing that is known: then only the past can tell.
 */
function receivedOf(facts: PaymentFacts, status: PaymentStatus) {
  const { order, payment, standing, paidAhead, total } = facts;
  if (!hasBeenPaid(status)) return isSilentOfMoney(facts) ? null : paidAhead.toFixed();
  const isUnsure = standing.status === "refunded" && (payment === "cash_on_delivery" || !isSaidPaid(order));
  return isUnsure ? null : total;
}

/**
 * Whether a status takes no word of money back: one of a plug-in that does not say that the order waits for it. Cash is paid at the door,
 * so that a parcel that is elsewhere again says that it was not; a transfer is dated when it comes.
 */
function isSilentOfMoney({ order, payment, standing, paidAhead }: PaymentFacts): boolean {
  const slug = statusSlug(order.status ?? "");
  if (slug === "" || coreStatuses.includes(slug) || !paidAhead.isZero()) return false;
  if (payment === "cash_on_delivery")
    return isSaidPaid(order) && (standing.status === null || standing.status === "delivered");
  return payment !== "pay_later" && standing.status !== "pending" && standing.status !== "cancelled";
}
