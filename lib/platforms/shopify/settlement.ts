import { Decimal } from "decimal.js";
import { kept } from "#lib/base/money/kept.ts";
import { sum } from "#lib/platforms/shopify/money.ts";
import type { OrderRefund } from "#lib/platforms/shopify/refunds.ts";
import type { PaymentStatus } from "#lib/sales/statuses.ts";

/** What an order says of its money, in the shop's. */
export interface Account {
  status: PaymentStatus;
  isCancelled: boolean;
  /** What it is worth now. */
  currentTotal: string;
  /** `total_outstanding`: worth now less what came in and stayed; negative when the buyer paid too much. */
  outstanding: string | null;
  refunds: OrderRefund[];
}

const isOver: readonly PaymentStatus[] = ["paid", "refunded", "voided"];
const isOwed: readonly PaymentStatus[] = ["pending", "authorized", "partially_paid", "failed"];

/** What is still to be paid: nothing of an order that is over, whatever it says; never more than it is worth. */
export function dueOf({ status, isCancelled, currentTotal, outstanding }: Account): string {
  if (isCancelled || isOver.includes(status)) return "0";
  const said = believable(outstanding, currentTotal);
  const due = said ?? (isOwed.includes(status) ? currentTotal : "0");
  return Decimal.max(0, due).toFixed();
}

/**
 * What came in for an order, before refunds: what it is worth now, less what is outstanding, and what left again or is about to; never
 * less than was given back. Null when only the past tells.
 */
export function receivedOf(account: Account): string | null {
  const refunded = new Decimal(sum(account.refunds.map((refund) => refund.amount)));
  const came = cameIn(account);
  if (came !== null) return kept(Decimal.max(refunded, came));
  return refunded.isZero() ? null : refunded.toFixed();
}

function cameIn({ status, isCancelled, currentTotal, outstanding, refunds }: Account): Decimal | null {
  const left = new Decimal(sum(refunds.flatMap((refund) => [refund.amount, refund.pending])));
  const said = believable(outstanding, currentTotal);
  const lessOwed = (owed: Decimal.Value) => left.plus(currentTotal).minus(owed);
  if (status === "refunded") return left.isZero() ? null : left;
  if (status === "paid") return lessOwed(Decimal.min(0, said ?? 0));
  if (status === "partially_refunded") return lessOwed(said ?? 0);
  if (status === "authorized" || status === "voided") return left;
  if (said === null || isCancelled) return status === "partially_paid" ? null : left;
  return lessOwed(said);
}

/** More than the order is worth can't be outstanding: samples and apps repeat the total there. */
function believable(outstanding: string | null, currentTotal: string): string | null {
  return outstanding !== null && new Decimal(outstanding).lessThanOrEqualTo(currentTotal)
    ? outstanding
    : null;
}
