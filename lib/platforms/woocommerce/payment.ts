import { methodKey, paymentKindOf } from "#lib/platforms/payment-kind.ts";
import type { StoreContext } from "#lib/platforms/platform.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { statusSlug } from "#lib/platforms/woocommerce/status.ts";
import { paidStatuses } from "#lib/platforms/woocommerce/statuses.ts";
import type { PaymentKind } from "#lib/sales/statuses.ts";

/** The order's payment method: WooCommerce's own name of it, and what the shop calls it. */
export function gatewaysOf({ payment_method, payment_method_title }: WooOrder): string[] {
  return [payment_method, payment_method_title].filter((name) => name !== null);
}

/** Whether the shop says that money came. For cash on delivery this is no proof: restoring an order dates it, too. */
export function isSaidPaid(order: WooOrder): boolean {
  const isDated = (order.date_paid_gmt ?? order.date_paid) !== null;
  return isDated || paidStatuses.includes(statusSlug(order.status ?? ""));
}

/**
 * How an order is to be paid. WooCommerce's own "cod" is cash on delivery whatever the shop calls it. Both names speak of one method, so
 * that what either says counts; of one that nobody knows money that came says that it was paid ahead.
 */
export function paymentOf(order: WooOrder, store: StoreContext): PaymentKind {
  if (order.payment_method?.toLowerCase() === "cod") return answerOf("cod", store) ?? "cash_on_delivery";
  const gateways = gatewaysOf(order);
  const said = gateways.map((name) => answerOf(name, store)).find((kind) => kind !== undefined);
  if (said) return said;
  const kinds =
    gateways.length === 0 ? [paymentKindOf([], store)] : gateways.map((name) => paymentKindOf([name], store));
  const known = (["cash_on_delivery", "pay_later", "prepaid"] as const).find((kind) => kinds.includes(kind));
  return known ?? (isSaidPaid(order) ? "prepaid" : "unknown");
}

function answerOf(name: string, { paymentMethods }: StoreContext): PaymentKind | undefined {
  const key = methodKey(name);
  return Object.hasOwn(paymentMethods, key) ? paymentMethods[key] : undefined;
}
