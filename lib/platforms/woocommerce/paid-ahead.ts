import { Decimal } from "decimal.js";
import { flagOf, positive, positiveOf, valuesOf } from "#lib/platforms/woocommerce/meta.ts";
import { isSaidPaid } from "#lib/platforms/woocommerce/payment.ts";
import type { WooLine, WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { statusSlug } from "#lib/platforms/woocommerce/status.ts";
import { partsTotal } from "#lib/platforms/woocommerce/sums.ts";

// Deposits, gift cards and wallets: what was paid before the rest. Only what a plug-in surely says counts.

/** An order worth all of its instalments, and what of them is in. */
export interface WithPaidAhead {
  order: WooOrder;
  /** Part of the order's total that came in while the rest has not; 0 when nothing is known. */
  paidAhead: Decimal;
}

/** Reads what was paid ahead, with the order at its full worth where a plug-in writes only the first instalment into its total. */
export function withPaidAhead(order: WooOrder): WithPaidAhead {
  const deposit = partialDeposit(order);
  if (deposit) return deposit;
  const paidAhead = depositOfTotal(order) ?? creditOfTotal(order);
  return { order, paidAhead };
}

const isPartlyPaid = ({ status }: WooOrder) =>
  ["partial-payment", "partially-paid", "partial-paid"].includes(statusSlug(status ?? ""));

/**
 * WooCommerce's own Deposits writes what is paid now as the total of line and order, and keeps the full price with the line. The rest is
 * paid by orders of their own. Source: woocommerce-deposits, class-wc-deposits-order-manager.php.
 */
function partialDeposit(order: WooOrder): WithPaidAhead | null {
  const rests = order.line_items.map(restOf);
  const rest = sum(rests.map((one) => one?.rest));
  if (rest.isZero()) return null;
  const lines = order.line_items.map((line, position) => ({ ...line, ...rests[position]?.line }));
  const paidNow = new Decimal(order.total ?? 0);
  const taxes = order.line_items.map((line, position) =>
    new Decimal(lines[position]?.total_tax ?? 0).minus(line.total_tax ?? 0),
  );
  const full = {
    ...order,
    line_items: lines,
    total: paidNow.plus(rest).toFixed(),
    total_tax: order.total_tax && new Decimal(order.total_tax).plus(sum(taxes)).toFixed(),
  };
  if (!isSaidPaid(order) && !isPartlyPaid(order)) return { order: full, paidAhead: new Decimal(0) };
  const open = sum(rests.map((one) => (one?.isOpen ? one.rest : undefined)));
  return { order: full, paidAhead: paidNow.plus(rest).minus(open) };
}

function restOf(line: WooLine) {
  const priced = positiveOf(line.meta_data, "_deposit_full_amount");
  if (!priced || flagOf(line.meta_data, "_is_deposit") !== true) return null;
  const discount = positiveOf(line.meta_data, "_deposit_deferred_discount") ?? 0;
  const full = priced.minus(discount);
  const withoutTax = (positiveOf(line.meta_data, "_deposit_full_amount_ex_tax") ?? priced).minus(discount);
  const rest = full.minus(line.total ?? 0).minus(line.total_tax ?? 0);
  if (!rest.isPositive()) return null;
  const inFull = { price: null, total: withoutTax.toFixed(), total_tax: full.minus(withoutTax).toFixed() };
  return { rest, isOpen: flagOf(line.meta_data, "_remaining_balance_paid") !== true, line: inFull };
}

/**
 * A deposit that the order's total holds. Source: woocommerce-deposits of Webtomizer and "Deposits & Partial Payments for WooCommerce" of
 * Acowebs, which are alike but for their prefix.
 */
function depositOfTotal(order: WooOrder): Decimal | null {
  for (const prefix of ["_wc_deposits", "_awcdp_deposits"]) {
    const deposit = positiveOf(order.meta_data, `${prefix}_deposit_amount`);
    if (!deposit) continue;
    const is = (key: string) => flagOf(order.meta_data, `${prefix}_${key}`);
    const rest = positiveOf(order.meta_data, `${prefix}_second_payment`, `${prefix}_remaining`);
    const total = new Decimal(order.total ?? 0);
    const isOfTotal = deposit.lessThan(total) && (rest === null || deposit.plus(rest).equals(total));
    const isPaid =
      is("deposit_paid") ??
      (isPartlyPaid(order) || isSaidPaid(order) || statusSlug(order.status ?? "") === "processing");
    if (isOfTotal && isPaid && is("order_has_deposit") !== false && is("second_payment_paid") !== true)
      return deposit;
  }
  return null;
}

/** What a gift card or a wallet paid; plug-ins differ in whether the order's total still holds it, which its parts tell. */
function creditOfTotal(order: WooOrder): Decimal {
  const credit = sum([
    ...order.gift_cards.map((card) => positive(card.amount) ?? undefined),
    ...order.pw_gift_card_lines.map((card) => positive(card.amount) ?? undefined),
    ...valuesOf(order.meta_data, "_ywgc_applied_gift_cards_totals").map(
      (value) => positive(value) ?? undefined,
    ),
    positiveOf(order.meta_data, "_via_wallet_payment", "_wallet_payment", "_used_wallet_amount") ?? undefined,
  ]);
  const total = new Decimal(order.total ?? 0);
  const isOfTotal = credit.lessThanOrEqualTo(total) && partsTotal(order)?.equals(total);
  return isOfTotal ? credit : new Decimal(0);
}

function sum(amounts: (Decimal | undefined)[]): Decimal {
  return amounts.reduce<Decimal>((total, one) => total.plus(one ?? 0), new Decimal(0));
}
