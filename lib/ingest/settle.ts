import { Decimal } from "decimal.js";
import { exchange } from "#lib/base/money/exchange.ts";
import type { StoreOrder, StoreRefund, ToldRefund } from "#lib/platforms/platform.ts";
import type { PaymentStatus } from "#lib/sales/statuses.ts";

/** What came in, went back and is still to be paid for an order. Amounts are decimal strings. */
export interface Settlement {
  paymentStatus: PaymentStatus;
  received: string;
  /** Never more than was received. */
  refunds: StoreRefund[];
  due: string;
}

/**
 * What an order's money comes to. Nothing is given back that was never received: taking lines off an unpaid order, putting goods on the
 * shelf again and voiding move no money, whatever rows a platform writes for them.
 *
 * @param receivedBefore what was known to have come in, for a store that no longer tells
 */
export function settle(order: StoreOrder, receivedBefore: string | null): Settlement {
  const received = Decimal.max(0, order.received ?? receivedBefore ?? 0);
  const refunds = upTo(received, order.refunds);
  const wasNeverPaid = received.isZero() && isGivenBack(order.paymentStatus);
  const isStillPaid = order.received === null && order.paymentStatus === "pending" && !received.isZero();
  return {
    paymentStatus: wasNeverPaid ? "voided" : order.paymentStatus,
    due: Decimal.max(0, order.due).toFixed(),
    ...(isStillPaid && asBefore(order, received, refunds)),
    received: received.toFixed(),
    refunds,
  };
}

/** What an order is paid that says nothing of the money that is known to have come. */
function asBefore(
  { currentTotal }: StoreOrder,
  received: Decimal,
  refunds: StoreRefund[],
): Pick<Settlement, "paymentStatus" | "due"> {
  const refunded = refunds.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  const due = Decimal.max(0, new Decimal(currentTotal).minus(received.minus(refunded)));
  if (!due.isZero()) return { paymentStatus: "partially_paid", due: due.toFixed() };
  if (refunded.isZero()) return { paymentStatus: "paid", due: "0" };
  return { paymentStatus: refunded.equals(received) ? "refunded" : "partially_refunded", due: "0" };
}

function isGivenBack(status: PaymentStatus): boolean {
  return status === "refunded" || status === "partially_refunded";
}

/** The refunds as far as there is money for them, in the order in which they were made. */
function upTo(received: Decimal, refunds: StoreRefund[]): StoreRefund[] {
  let left = received;
  return refunds.map((refund) => {
    const amount = Decimal.min(Decimal.max(0, refund.amount), left);
    left = left.minus(amount);
    return { ...refund, amount: amount.toFixed() };
  });
}

/** An order's two moneys. */
interface TwoMoneys {
  currency: string;
  totalAmount: { toString(): string };
  buyerCurrency: string | null;
  buyerTotalAmount: { toString(): string } | null;
}

/** A refund in the shop's money, by what the order came to in both; null when the order doesn't know the money that it names. */
export function inShopMoney(refund: ToldRefund, order: TwoMoneys): StoreRefund | null {
  if (refund.amount !== null) return refund;
  const { amount, currency } = refund.buyerMoney;
  if (currency === order.currency) return { ...refund, amount, buyerMoney: null };
  const [from, to] = [String(order.buyerTotalAmount ?? 0), String(order.totalAmount)];
  if (currency !== order.buyerCurrency || Number(from) === 0) return null;
  return { ...refund, amount: exchange(amount, { from, to }, order.currency) };
}

/** A refund as it is kept. */
export interface KnownRefund {
  externalId: string;
  amount: string;
  saidAt: Date;
  isVoid: boolean;
}

/** What a store's list of refunds changes of those that are known. */
export interface RefundChanges {
  added: StoreRefund[];
  changed: { refund: StoreRefund; from: string }[];
  takenBack: KnownRefund[];
}

/**
 * The list of a store is the whole truth of the moment at which it was written: what is new in it is given back, what left it was taken
 * back, and an amount that changed counts anew. What was said later than the list stays. A refund of nothing (a void, a restock, money
 * that is still under way) is none, or not yet one.
 *
 * @param saidAt when the store wrote the list, by its own clock
 */
export function compareRefunds(known: KnownRefund[], listed: StoreRefund[], saidAt: Date): RefundChanges {
  const said = new Map(
    listed.filter(({ amount }) => !new Decimal(amount).isZero()).map((one) => [one.externalId, one]),
  );
  const before = new Map(known.map((one) => [one.externalId, one]));
  const changes: RefundChanges = { added: [], changed: [], takenBack: [] };
  for (const refund of said.values()) {
    const row = before.get(refund.externalId);
    if (!row || row.isVoid) changes.added.push(refund);
    else if (!new Decimal(row.amount).equals(refund.amount) && row.saidAt <= saidAt)
      changes.changed.push({ refund, from: row.amount });
  }
  changes.takenBack = known.filter((row) => !row.isVoid && row.saidAt <= saidAt && !said.has(row.externalId));
  return changes;
}
