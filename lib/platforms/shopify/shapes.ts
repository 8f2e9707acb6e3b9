import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Shipment } from "#lib/orders/model.ts";
import { amount, currency, id, instant, text } from "#lib/platforms/fields.ts";

// What Astra reads of Shopify's payloads; all else is left alone. Absent, null and "" all occur.

const money = z.object({ shop_money: z.object({ amount, currency_code: currency }) }).nullish();

const address = z
  .object({
    name: text,
    first_name: text,
    last_name: text,
    phone: text,
    address1: text,
    address2: text,
    city: text,
    province: text,
    zip: text,
    country_code: text,
  })
  .nullish();

const transaction = z.object({
  id,
  kind: z.string(),
  status: z.string(),
  amount,
  currency: currency.nullish(),
});

export const refund = z.object({
  id,
  created_at: instant,
  transactions: z.array(transaction).nullish(),
  refund_line_items: z
    .array(
      z.object({
        subtotal: amount.nullish(),
        total_tax: amount.nullish(),
        subtotal_set: money,
        total_tax_set: money,
      }),
    )
    .nullish(),
  order_adjustments: z.array(z.object({ amount: amount.nullish() })).nullish(),
});

export const fulfillment = z.object({
  status: text,
  shipment_status: text,
  tracking_number: text,
  tracking_company: text,
  updated_at: instant,
});

/** Added to payloads that only point at their order. */
export const ofOrder = { order_id: id };

const lineItem = z.object({
  id,
  sku: text,
  name: text,
  title: text,
  quantity: amount,
  current_quantity: amount.nullish(),
  price: amount,
});

export const order = z.object({
  id,
  name: text,
  order_number: text,
  email: text,
  contact_email: text,
  phone: text,
  test: z.boolean().nullish(),
  currency,
  total_price: amount,
  current_total_price: amount.nullish(),
  financial_status: text,
  fulfillment_status: text,
  cancelled_at: text,
  payment_gateway_names: z.array(z.string()).nullish(),
  gateway: text,
  created_at: instant,
  updated_at: instant,
  customer: z
    .object({
      id: id.nullish(),
      email: text,
      phone: text,
      first_name: text,
      last_name: text,
      default_address: address,
    })
    .nullish(),
  shipping_address: address,
  billing_address: address,
  line_items: z.array(lineItem).nullish(),
  refunds: z.array(refund).nullish(),
  fulfillments: z.array(fulfillment.extend({ updated_at: instant.nullish() })).nullish(),
});

export type ShopifyOrder = z.output<typeof order>;
export type ShopifyAddress = z.output<typeof address>;

export const deletedOrder = z.object({ id });

export const fulfillmentEvent = z.object({ order_id: id, status: text, happened_at: instant });

export const orderTransaction = z.object({
  id,
  order_id: id,
  kind: z.string(),
  status: z.string(),
  amount,
  currency,
  created_at: instant,
});

export const privacyRequest = z.object({
  customer: z.object({ id: id.nullish(), email: text, phone: text }).nullish(),
  orders_requested: z.array(id).nullish(),
  orders_to_redact: z.array(id).nullish(),
});

/**
 * What a refund gave back, in the shop's currency: its transactions where there are any (a void of 0.00 gives nothing), else
 * its lines with tax, less adjustments, for a refund whose money moves outside of Shopify.
 */
export function refundedAmount(data: z.output<typeof refund>): string {
  const transactions = data.transactions ?? [];
  if (transactions.length > 0) {
    return sum(
      transactions
        .filter(({ kind, status }) => kind === "refund" && status === "success")
        .map((one) => one.amount ?? "0"),
    );
  }
  const lines = (data.refund_line_items ?? []).flatMap((line) => [
    line.subtotal_set?.shop_money.amount ?? line.subtotal ?? "0",
    line.total_tax_set?.shop_money.amount ?? line.total_tax ?? "0",
  ]);
  // An adjustment is negative when more is given back (shipping) and positive when less is.
  const adjustments = (data.order_adjustments ?? []).map((one) =>
    new Decimal(one.amount ?? 0).negated().toFixed(),
  );
  return Decimal.max(0, new Decimal(sum([...lines, ...adjustments]))).toFixed();
}

function sum(amounts: string[]): string {
  return amounts.reduce((total, one) => total.plus(one), new Decimal(0)).toFixed();
}

const underWay = ["in_transit", "out_for_delivery", "attempted_delivery", "ready_for_pickup", "delayed"];

/** Where a parcel is. Source: shopify.dev "Fulfillment", `status` and `shipment_status`. */
export function shipmentOf(status: string | null, shipmentStatus: string | null): Shipment {
  if (status === "cancelled" || status === "error" || status === "failure") return "none";
  if (shipmentStatus === "delivered") return "delivered";
  if (shipmentStatus && underWay.includes(shipmentStatus)) return "in_transit";
  // A fulfilment service has yet to hand these over.
  if (status === "pending" || status === "open") return "none";
  return "shipped";
}
