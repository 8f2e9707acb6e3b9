import { Decimal } from "decimal.js";
import { isKnownCurrency } from "#lib/base/money/currencies.ts";
import type { CodStatus, KpiStatus } from "#lib/sales/statuses.ts";

/** An order as far as it counts for its customer; the amount is a decimal string. */
export interface CountedOrder {
  orderedAt: Date;
  isTest: boolean;
  /** Whether another order counts its money and items already. */
  repeatsParent: boolean;
  currency: string;
  total: string;
  lead: { kpiStatus: KpiStatus; codStatus: CodStatus } | null;
}

/** What a customer's orders come to. Test orders count for nothing, and what repeats another order with that one. */
export interface CustomerFigures {
  orders: number;
  /** Parcels that were turned away at the door. */
  refused: number;
  /** What was paid, per currency; unlike currencies are never added up, nor are those that nobody knows. */
  spent: Record<string, string>;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
}

export function figuresOf(history: readonly CountedOrder[]): CustomerFigures {
  const orders = history.filter((order) => !order.isTest && !order.repeatsParent);
  const times = orders.map((order) => order.orderedAt.getTime());
  return {
    orders: orders.length,
    refused: orders.filter(({ lead }) => lead?.codStatus === "refused").length,
    spent: spentIn(orders.filter(({ lead }) => lead?.kpiStatus === "paid")),
    firstOrderAt: times.length > 0 ? new Date(Math.min(...times)) : null,
    lastOrderAt: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}

function spentIn(paid: readonly CountedOrder[]): Record<string, string> {
  const spent: Record<string, string> = {};
  for (const { currency, total } of paid.filter(({ currency }) => isKnownCurrency(currency)))
    spent[currency] = new Decimal(spent[currency] ?? 0).plus(total).toFixed();
  return spent;
}
