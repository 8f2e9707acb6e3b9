import { paymentKindOf } from "#lib/platforms/payment-kind.ts";
import type { StoreContext } from "#lib/platforms/platform.ts";
import type { ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";
import type { PaymentKind, PaymentStatus } from "#lib/sales/statuses.ts";

const statuses: Record<NonNullable<ShopifyOrder["financial_status"]>, PaymentStatus> = {
  pending: "pending",
  unpaid: "pending",
  authorized: "authorized",
  partially_paid: "partially_paid",
  paid: "paid",
  partially_refunded: "partially_refunded",
  refunded: "refunded",
  voided: "voided",
  expired: "voided",
};

export function paymentStatusOf({ financial_status }: ShopifyOrder): PaymentStatus {
  return financial_status === null ? "pending" : statuses[financial_status];
}

/** The payment methods that an order names; old versions name one. */
export function gatewaysOf({ payment_gateway_names: names, gateway }: ShopifyOrder): string[] {
  if (names.length > 0) return names;
  return gateway === null ? [] : [gateway];
}

/** Terms that are paid later, by invoice; "receipt" and "fulfillment" say when, and not how. */
const laterTerms = ["net", "fixed"];

const cameOrIsHeld: readonly PaymentStatus[] = ["authorized", "paid", "partially_refunded", "refunded"];

/**
 * How an order is paid: by the names of its methods, else by its terms, else by what became of the money. Source: shopify.dev
 * "PaymentTerms", `payment_terms_type`.
 */
export function paymentOf(order: ShopifyOrder, gateways: string[], store: StoreContext): PaymentKind {
  const kind = paymentKindOf(gateways, store);
  if (kind === "cash_on_delivery") return kind;
  if (laterTerms.includes(order.payment_terms?.payment_terms_type ?? "")) return "pay_later";
  return kind === "unknown" && cameOrIsHeld.includes(paymentStatusOf(order)) ? "prepaid" : kind;
}
