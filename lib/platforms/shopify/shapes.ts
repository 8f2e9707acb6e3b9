import { z } from "zod";
import {
  amount,
  currency,
  flag,
  id,
  instant,
  list,
  note,
  optional,
  optionalId,
  text,
} from "#lib/platforms/fields.ts";

// What Astra reads of Shopify's payloads; all else is left alone. Absent, null and "" all occur, and only ids are sure.

const money = optional(z.object({ amount, currency_code: currency }));

/** An amount in the shop's money and in the buyer's. */
const moneySet = optional(z.object({ shop_money: money, presentment_money: money }));

export type MoneySet = z.output<typeof moneySet>;

/** Several texts, or only one of them. */
const texts = z.preprocess((value) => (typeof value === "string" ? [value] : value), list(text));

const address = optional(
  z.object({
    name: text,
    first_name: text,
    last_name: text,
    company: text,
    phone: text,
    address1: text,
    address2: text,
    city: text,
    province: text,
    province_code: text,
    zip: text,
    country: text,
    country_code: text,
  }),
);

export type ShopifyAddress = z.output<typeof address>;

const transaction = z.object({ kind: text, status: text, amount, currency });

const refundShape = {
  created_at: instant,
  transactions: list(transaction),
  refund_line_items: list(z.object({ restock_type: text, subtotal_set: moneySet, total_tax_set: moneySet })),
  refund_shipping_lines: list(z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet })),
  order_adjustments: list(z.object({ amount_set: moneySet, tax_amount_set: moneySet })),
  total_duties_set: moneySet,
};

const refundOfOrder = z.object({ id: optionalId, ...refundShape });

export type ShopifyRefund = z.output<typeof refundOfOrder>;

/** Added to payloads that only point at their order. */
const ofOrder = { order_id: id };

export const refund = z.object({ id, ...ofOrder, ...refundShape });

const fulfillmentShape = {
  status: text,
  shipment_status: text,
  tracking_number: text,
  tracking_numbers: texts,
  tracking_company: text,
  updated_at: instant,
};

const fulfillmentOfOrder = z.object(fulfillmentShape);

export type ShopifyFulfillment = z.output<typeof fulfillmentOfOrder>;

export const fulfillment = z.object({ ...ofOrder, ...fulfillmentShape });

export const fulfillmentEvent = z.object({ ...ofOrder, status: text, happened_at: instant });

/** What an app or a buyer wrote: text, several texts, or a tick. */
const written = z.preprocess((value) => {
  if (value === true) return "true";
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === "string");
  return isTexts ? value.join(", ") : value;
}, note);

/** Names with values, as a list of both or as an object of them. */
const labels = z.preprocess(
  (value) => {
    const isNamed = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isNamed || Object.keys(value).every((key) => /^\d+$/.test(key))) return value;
    return Object.entries(value).map(([name, content]) => ({ name, value: content }));
  },
  list(z.object({ name: text, title: text, key: text, value: written })),
);

export type ShopifyLabels = z.output<typeof labels>;

const lineItem = z.object({
  id: optionalId,
  sku: text,
  name: text,
  title: text,
  variant_title: text,
  quantity: amount,
  current_quantity: amount,
  price: amount,
  price_set: moneySet,
  properties: labels,
  tip_payment_gateway: text,
  tip_payment_method: text,
});

export type ShopifyLine = z.output<typeof lineItem>;

const financialStatuses = [
  "pending",
  "authorized",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
  "voided",
  "expired",
  "unpaid",
] as const;

export const order = z.object({
  id,
  name: text,
  order_number: text,
  email: text,
  contact_email: text,
  phone: text,
  test: flag,
  currency,
  presentment_currency: currency,
  total_price: amount,
  total_price_set: moneySet,
  current_total_price: amount,
  current_total_price_set: moneySet,
  total_outstanding: amount,
  total_discounts: amount,
  total_discounts_set: moneySet,
  total_tax: amount,
  total_tax_set: moneySet,
  taxes_included: flag,
  total_shipping_price_set: moneySet,
  total_tip_received: amount,
  total_tip_received_set: moneySet,
  duties_included: flag,
  original_total_duties_set: moneySet,
  original_total_additional_fees_set: moneySet,
  total_cash_rounding_payment_adjustment_set: moneySet,
  financial_status: optional(z.enum(financialStatuses)),
  fulfillment_status: text,
  cancelled_at: text,
  payment_gateway_names: texts,
  gateway: text,
  payment_terms: optional(z.object({ payment_terms_type: text, payment_terms_name: text })),
  created_at: instant,
  processed_at: instant,
  updated_at: instant,
  customer: optional(
    z.object({
      id: optionalId,
      email: text,
      phone: text,
      first_name: text,
      last_name: text,
      default_address: address,
    }),
  ),
  company: optional(z.object({ name: text })),
  shipping_address: address,
  billing_address: address,
  note,
  note_attributes: labels,
  localized_fields: labels,
  localization_extensions: labels,
  shipping_lines: list(z.object({ title: text, price: amount, price_set: moneySet, is_removed: flag })),
  line_items: list(lineItem),
  refunds: list(refundOfOrder),
  fulfillments: list(fulfillmentOfOrder),
});

export type ShopifyOrder = z.output<typeof order>;

export const orderTransaction = z.object({
  id,
  ...ofOrder,
  kind: text,
  status: text,
  amount,
  currency,
  created_at: instant,
});

/** How the shop is named in what is said of it. */
export const namedShop = z.object({ shop_domain: text, myshopify_domain: text, domain: text });

export const deletedOrder = z.object({ id });

export const privacyRequest = z.object({
  customer: z.object({ id: id.nullish(), email: text, phone: text }).nullish(),
  orders_requested: z.array(id).nullish(),
  orders_to_redact: z.array(id).nullish(),
});
