import { Decimal } from "decimal.js";
import { isZero } from "#components/leads/amount-checks.ts";
import type { OrderFacts } from "#lib/orders/facts.ts";

/** A part of a total beside its lines; `rest` is what the store doesn't explain. */
export interface BesideAmount {
  name: "shipping" | "tax" | "discount" | "fees" | "beside" | "rest";
  amount: string;
}

/**
 * What the order costs beside its lines, as placed. With the lines these parts always come to the total: what the store does not
 * explain is a part of its own.
 */
export function besideLines({
  total,
  items,
  more,
  beside,
}: Pick<OrderFacts, "total" | "items" | "more" | "beside">): BesideAmount[] {
  if (items.length === 0) return [];
  const said: BesideAmount[] = [
    { name: "shipping", amount: beside.shipping ?? "0" },
    { name: "tax", amount: beside.tax ?? "0" },
    { name: "fees", amount: beside.fees ?? "0" },
    { name: "discount", amount: new Decimal(beside.discount ?? 0).negated().toFixed() },
  ];
  const explained = [
    ...items.map((line) => line.total),
    more?.total ?? "0",
    ...said.map(({ amount }) => amount),
  ];
  const rest = explained.reduce((left, amount) => left.minus(amount), new Decimal(total));
  const saysNothing = Object.values(beside).every((amount) => amount === null);
  const name = saysNothing ? "beside" : "rest";
  return [...said, { name, amount: rest.toFixed() } as const].filter(({ amount }) => !isZero(amount));
}

/** The difference of two amounts. */
export function less(amount: string, other: string): string {
  return new Decimal(amount).minus(other).toFixed();
}
