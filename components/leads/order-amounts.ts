import { Decimal } from "decimal.js";
import type { OrderFacts, OrderLine } from "#lib/orders/model.ts";

/** What a line was sold for, as placed: price × quantity. */
export function lineTotal({ price, quantity }: Pick<OrderLine, "price" | "quantity">): string {
  return new Decimal(price).times(quantity).toFixed();
}

/** What the order costs beside its lines, as placed: shipping and taxes less discounts. */
export function besideLines({ total, items }: Pick<OrderFacts, "total" | "items">): string {
  const lines = items.reduce((sum, line) => sum.plus(lineTotal(line)), new Decimal(0));
  return new Decimal(total).minus(lines).toFixed();
}

export function isZero(amount: string): boolean {
  return new Decimal(amount).isZero();
}

export function areEqual(one: string, other: string): boolean {
  return new Decimal(one).equals(other);
}
