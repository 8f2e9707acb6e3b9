import { Decimal } from "decimal.js";
import { exchange } from "#lib/base/money/exchange.ts";
import type { Money, StoreRefund, ToldRefund } from "#lib/platforms/platform.ts";
import { rateOf, setsOf, shopCurrency, sum } from "#lib/platforms/shopify/money.ts";
import type { MoneySet, ShopifyOrder, ShopifyRefund } from "#lib/platforms/shopify/shapes.ts";

/** A refund of an order, with what of it is still under way. */
export interface OrderRefund extends StoreRefund {
  pending: string;
}

/**
 * The refunds in an order's list. Money moves by transactions alone: one without any puts goods on the shelf again, or takes lines off an
 * order that was never paid. Those under way don't count yet. Source: shopify.dev "Refund", `transactions`.
 *
 * @returns the refunds, and the paths of those whose money nobody can tell in the shop's
 */
export function orderRefunds(order: ShopifyOrder): { refunds: OrderRefund[]; notUnderstood: string[] } {
  const currency = shopCurrency(order);
  const notUnderstood: string[] = [];
  const refunds = order.refunds.map((refund, position) => {
    const sets = [setsOfRefund(refund), setsOf(order)];
    const given = moneyOf(refund, "success", currency, sets);
    const pending = moneyOf(refund, "pending", currency, sets);
    if (given.amount === null || pending.amount === null)
      notUnderstood.push(`refunds.${position}.transactions`);
    return {
      externalId: refund.id ?? `position-${position}`,
      amount: given.amount ?? "0",
      buyerMoney: given.buyerMoney,
      refundedAt: refund.created_at,
      pending: pending.amount ?? "0",
    };
  });
  return {
    refunds: [...new Map(refunds.map((refund) => [refund.externalId, refund])).values()],
    notUnderstood,
  };
}

/**
 * A refund that came without its order; null when it names several moneys and no rate between them. The shop's currency is the one that
 * its lines name.
 */
export function toldRefund(refund: ShopifyRefund & { id: string }): ToldRefund | null {
  const sets = setsOfRefund(refund);
  const currency = sets.map((set) => set?.shop_money).find((money) => Number(money?.amount ?? 0) !== 0);
  const { amount, buyerMoney } = moneyOf(refund, "success", currency?.currency_code ?? "", [sets]);
  const told = { externalId: refund.id, refundedAt: refund.created_at };
  if (amount !== null) return { ...told, amount, buyerMoney };
  return buyerMoney && { ...told, amount, buyerMoney };
}

function setsOfRefund(refund: ShopifyRefund): MoneySet[] {
  return [
    ...refund.refund_line_items.flatMap((line) => [line.subtotal_set, line.total_tax_set]),
    ...refund.refund_shipping_lines.flatMap((line) => [line.subtotal_amount_set, line.tax_amount_set]),
    ...refund.order_adjustments.flatMap((one) => [one.amount_set, one.tax_amount_set]),
    refund.total_duties_set,
  ];
}

/** What a refund's transactions of one status come to, in the shop's money and, when they name another one, in that. */
function moneyOf(
  refund: ShopifyRefund,
  status: string,
  currency: string,
  sets: MoneySet[][],
): { amount: string | null; buyerMoney: Money | null } {
  const moved = refund.transactions.filter((one) => one.kind === "refund" && one.status === status);
  const byCurrency = Map.groupBy(moved, (one) => one.currency || currency);
  const named = [...byCurrency].map(([name, ones]): Money => {
    return { amount: sum(ones.map((one) => one.amount)), currency: name };
  });
  const amounts = named.map((money) => exchanged(money, currency, sets));
  const [first, ...others] = named;
  return {
    amount: amounts.includes(null) ? null : sum(amounts),
    buyerMoney: first && first.currency !== currency && others.length === 0 ? first : null,
  };
}

/** An amount in the shop's money, by the first of the sets that tell a rate. */
function exchanged({ amount, currency: from }: Money, to: string, sets: MoneySet[][]): string | null {
  if (from === to || new Decimal(amount).isZero()) return amount;
  for (const told of sets) {
    const rate = rateOf(told, { from, to });
    if (rate) return exchange(amount, rate, to);
  }
  return null;
}
