import { decodeHTML } from "entities";
import { z } from "zod";
import {
  amount,
  currency,
  flag,
  id,
  list,
  note,
  optional,
  optionalId,
  text,
  utcInstant,
} from "#lib/platforms/fields.ts";
import { plainText } from "#lib/platforms/woocommerce/plain-text.ts";

// What Astra reads of WooCommerce's order (REST v1 to v3). Only its id is needed; names arrive with HTML entities and, from plug-ins, markup.

const words = text.transform((value) => value && decodeHTML(value));
const name = text.transform((value) => value && plainText(value));

/** WordPress writes zeros for a date that was never set. */
const moment = z.preprocess(
  (value) => (typeof value === "string" && /^(0000|-0001)-/.test(value) ? null : value),
  utcInstant,
);

/** Plug-ins write what they like: a value is read where its key is known. */
const anything = z.unknown().optional();
const metaData = list(
  z.object({ key: anything, value: anything, display_key: anything, display_value: anything }),
);
export type MetaData = z.output<typeof metaData>;

/** Plug-ins add fields of their own to an address ("number", "neighborhood", "cpf", "cellphone"). */
const address = optional(
  z
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
    .catchall(anything),
);
export type WooAddress = NonNullable<z.output<typeof address>>;

const line = z.object({
  id: optionalId,
  name,
  parent_name: name,
  sku: text,
  variation_id: optionalId,
  quantity: amount,
  price: amount,
  total: amount,
  total_tax: amount,
  meta_data: metaData,
});
export type WooLine = z.output<typeof line>;

export const order = z.object({
  id,
  parent_id: optionalId,
  number: words,
  status: text,
  created_via: text,
  currency,
  prices_include_tax: flag,
  total: amount,
  total_tax: amount,
  shipping_total: amount,
  shipping_tax: amount,
  customer_id: optionalId,
  customer_note: note.transform((value) => value && decodeHTML(value)),
  payment_method: text,
  payment_method_title: name,
  date_created: moment,
  date_created_gmt: moment,
  date_modified: moment,
  date_modified_gmt: moment,
  date_paid: moment,
  date_paid_gmt: moment,
  billing: address,
  shipping: address,
  line_items: list(line),
  shipping_lines: list(z.object({ method_title: name, method_id: text, meta_data: metaData })),
  fee_lines: list(z.object({ total: amount, total_tax: amount })),
  gift_cards: list(z.object({ amount })),
  pw_gift_card_lines: list(z.object({ amount })),
  refunds: list(z.object({ id: optionalId, total: amount })),
  meta_data: metaData,
});
export type WooOrder = z.output<typeof order>;

export const withId = z.object({ id });

/** WooCommerce's own error, sent signed in place of what the topic promises. Source: WP_REST_Response of a WP_Error. */
export const storeError = z.object({ code: z.string().regex(/^[a-z][a-z0-9_-]+$/i), message: text });

/** A subscription comes with the topics of orders. Source: WooCommerce Subscriptions, class-wc-rest-subscriptions-controller.php. */
export const subscription = z.object({ id, billing_period: z.string().min(1) });

/** What a piece of an order that came without an id is known by: its place. */
export function idAt(given: string | null, position: number): string {
  return given ?? `#${position + 1}`;
}
