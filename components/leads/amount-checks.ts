import type { OrderFacts } from "#lib/orders/facts.ts";

// Amounts are decimal strings of at most fourteen digits, which a floating point number still tells apart.

export function isZero(amount: string): boolean {
  return Number(amount) === 0;
}

export function areEqual(one: string, other: string): boolean {
  return Number(one) === Number(other);
}

/** Cash at the door is collected; anything else is still to be paid. */
export function dueLabel({ paymentKind }: Pick<OrderFacts, "paymentKind">): "toCollect" | "toPay" {
  return paymentKind === "cash_on_delivery" || paymentKind === "unknown" ? "toCollect" : "toPay";
}
