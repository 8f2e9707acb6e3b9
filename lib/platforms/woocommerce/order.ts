import { Decimal } from "decimal.js";
import { decodeHTML } from "entities";
import { z } from "zod";
import { hasBeenPaid, type OrderStatus, type PaymentStatus, type Shipment } from "#lib/orders/model.ts";
import { amount, currency, id, text, utcInstant } from "#lib/platforms/fields.ts";
import { isCashOnDelivery } from "#lib/platforms/payment-kind.ts";
import type { StoreContact, StoreContext, StoreOrder } from "#lib/platforms/platform.ts";

// What Astra reads of WooCommerce's order (REST v1 to v3). Names arrive with HTML entities.

const words = text.transform((value) => value && decodeHTML(value));

const address = z
  .object({
    first_name: words,
    last_name: words,
    company: words,
    address_1: words,
    address_2: words,
    city: words,
    state: words,
    postcode: text,
    country: text,
    email: text,
    phone: text,
  })
  .partial()
  .nullish();

export const order = z.object({
  id,
  number: text,
  status: z.string(),
  currency,
  total: amount,
  customer_id: id.nullish(),
  payment_method: text,
  payment_method_title: words,
  date_created_gmt: utcInstant,
  date_modified_gmt: utcInstant.nullish(),
  date_paid_gmt: text,
  billing: address,
  shipping: address,
  line_items: z
    .array(
      z.object({
        id,
        name: words,
        sku: text,
        quantity: amount,
        price: amount.nullish(),
        total: amount.nullish(),
      }),
    )
    .nullish(),
  refunds: z.array(z.object({ id, total: amount })).nullish(),
});

export type WooOrder = z.output<typeof order>;

export const deletedOrder = z.object({ id });

/** Carts that became no order (yet). */
export function isDraft({ status }: WooOrder): boolean {
  return ["auto-draft", "checkout-draft", "draft", "new"].includes(status);
}

/** WooCommerce's order in Astra's terms. `total` is before refunds, and changes when the order is edited. */
export function toOrder(order: WooOrder, store: StoreContext, notUnderstood: string[]): StoreOrder {
  const gateways = [order.payment_method, order.payment_method_title].filter((name) => name !== null);
  const isCod = isCashOnDelivery(gateways, store.codGateways);
  const createdAt = order.date_created_gmt ?? store.receivedAt;
  const updatedAt = order.date_modified_gmt ?? createdAt;
  const total = order.total ?? "0";
  const refunds = (order.refunds ?? []).map((refund) => ({
    externalId: refund.id,
    amount: new Decimal(refund.total ?? 0).abs().toFixed(),
    buyerMoney: null,
    // The list names no dates; the row keeps the moment at which it was first heard of.
    refundedAt: null,
  }));
  const refunded = refunds.reduce((sum, refund) => sum.plus(refund.amount), new Decimal(0));
  const status = orderStatus(order.status);
  const payment = paymentStatus(order, isCod, refunded);
  const currentTotal = Decimal.max(0, new Decimal(total).minus(refunded)).toFixed();
  const phones = [order.shipping?.phone, order.billing?.phone].filter((phone) => phone != null);
  return {
    externalId: order.id,
    externalCustomerId: order.customer_id && order.customer_id !== "0" ? order.customer_id : null,
    number: order.number ?? order.id,
    parent: null,
    status,
    storeStatus: order.status,
    callReason: null,
    paymentStatus: payment,
    fulfillmentStatus: status === "shipped" || status === "delivered" ? "fulfilled" : "unfulfilled",
    shipment: shipments[status] ?? "none",
    gateways,
    payment: isCod ? "cash_on_delivery" : hasBeenPaid(payment) ? "prepaid" : "unknown",
    isTest: false,
    currency: order.currency,
    total,
    isTotalAsPlaced: false,
    currentTotal,
    amounts: { shipping: null, tax: null, discount: null, fees: null, taxesIncluded: null },
    received: hasBeenPaid(payment) ? total : "0",
    due: hasBeenPaid(payment) || status === "cancelled" ? "0" : currentTotal,
    buyerMoney: null,
    refunds,
    buyer: contact(order),
    recipient: contact(order),
    otherPhones: phones,
    items: (order.line_items ?? []).map((item) => ({
      externalId: item.id,
      sku: item.sku,
      name: item.name ?? item.id,
      quantity: item.quantity ?? "1",
      currentQuantity: item.quantity ?? "1",
      pricePerUnit: item.price ?? unitPrice(item.total, item.quantity ?? "1"),
      lineTotal: item.total ?? "0",
      attributes: [],
    })),
    company: null,
    taxNumber: null,
    note: null,
    attributes: [],
    shippingMethod: null,
    trackingNumbers: [],
    createdAt,
    updatedAt,
    notUnderstood,
  };
}

/** Plug-ins add statuses of their own; a name that says what it means is understood, any other is work in progress. */
function orderStatus(status: string): OrderStatus {
  const known = statuses[status];
  if (known) return known;
  if (/deliver/.test(status)) return "delivered";
  if (/ship|transit|dispatch/.test(status)) return "shipped";
  if (/cancel/.test(status)) return "cancelled";
  return "processing";
}

const statuses: Record<string, OrderStatus> = {
  pending: "pending",
  "on-hold": "pending",
  failed: "pending",
  processing: "processing",
  completed: "delivered",
  cancelled: "cancelled",
  trash: "cancelled",
  refunded: "refunded",
};

const shipments: Partial<Record<OrderStatus, Shipment>> = { shipped: "shipped", delivered: "delivered" };

/**
 * A cash on delivery order says "processing" although nobody has paid: it is paid once it is completed with a date of
 * payment. Others are paid when they say so by status or date.
 */
function paymentStatus(order: WooOrder, isCod: boolean, refunded: Decimal): PaymentStatus {
  if (order.status === "refunded") return "refunded";
  if (order.status === "failed") return "failed";
  const isCompleted = order.status === "completed";
  const isPaid = isCod
    ? isCompleted && order.date_paid_gmt !== null
    : order.date_paid_gmt !== null || isCompleted || order.status === "processing";
  if (!isPaid) return order.status === "cancelled" ? "voided" : "pending";
  if (refunded.isZero()) return "paid";
  return refunded.greaterThanOrEqualTo(order.total ?? 0) ? "refunded" : "partially_refunded";
}

/** An empty shipping address means: the same as billing. */
function contact({ billing, shipping }: WooOrder): StoreContact {
  const hasShipping = Boolean(
    shipping?.address_1 || shipping?.city || shipping?.last_name || shipping?.first_name,
  );
  const to = hasShipping ? shipping : billing;
  const name = [to?.first_name, to?.last_name].filter((part) => part != null).join(" ");
  const country = to?.country?.toUpperCase();
  return {
    name: name || to?.company || null,
    email: billing?.email ?? shipping?.email ?? null,
    phone: billing?.phone ?? shipping?.phone ?? null,
    street: [to?.address_1, to?.address_2].filter((line) => line != null).join(", ") || null,
    city: to?.city ?? null,
    region: to?.state ?? null,
    zip: to?.postcode ?? null,
    country: country && /^[A-Z]{2}$/.test(country) ? country : null,
  };
}

function unitPrice(total: string | null | undefined, quantity: string): string {
  if (!total || new Decimal(quantity).isZero()) return "0";
  return new Decimal(total).dividedBy(quantity).toDecimalPlaces(3).toFixed();
}
