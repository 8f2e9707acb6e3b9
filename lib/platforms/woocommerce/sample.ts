import { type SampleRequest, type SampleShop, sampleOrderId } from "#lib/platforms/platform.ts";

/** WooCommerce has no test orders: by this key of its details one is known. */
export const sampleKey = "_astra_sample";

const address = {
  first_name: "Sample",
  last_name: "Buyer",
  company: "",
  address_1: "1 Sample Street",
  address_2: "",
  city: "London",
  state: "",
  postcode: "SW1A 1AA",
  country: "GB",
  // Of the numbers that Ofcom keeps for films and plays: it rings nobody.
  phone: "+447700900123",
};

/** A test order of WooCommerce. Sources: its REST API v3, class-wc-webhook.php. */
export function sampleWooOrder({ domain, currency, now, sign }: SampleShop): SampleRequest {
  const body = new TextEncoder().encode(JSON.stringify(orderAt(now, currency)));
  return {
    headers: {
      "User-Agent": "WooCommerce/10.3.5 Hookshot (WordPress/6.8.3)",
      "Content-Type": "application/json",
      "X-WC-Webhook-Source": `https://${domain}/`,
      "X-WC-Webhook-Topic": "order.created",
      "X-WC-Webhook-Resource": "order",
      "X-WC-Webhook-Event": "created",
      "X-WC-Webhook-Signature": sign(body),
      "X-WC-Webhook-ID": "0",
      "X-WC-Webhook-Delivery-ID": "astra-sample",
    },
    body,
  };
}

function orderAt(now: Date, currency: string) {
  const time = now.toISOString().slice(0, 19);
  const id = Number(sampleOrderId);
  return {
    id,
    parent_id: 0,
    number: "SAMPLE",
    status: "processing",
    currency,
    version: "10.3.5",
    prices_include_tax: true,
    date_created_gmt: time,
    date_modified_gmt: time,
    date_paid_gmt: null,
    discount_total: "0.00",
    shipping_total: "5.00",
    shipping_tax: "0.00",
    total: "60.00",
    total_tax: "0.00",
    customer_id: 0,
    customer_note: "",
    created_via: "checkout",
    payment_method: "cod",
    payment_method_title: "Cash on delivery",
    billing: { ...address, email: "sample.buyer@example.com" },
    shipping: address,
    meta_data: [{ id: id + 5, key: sampleKey, value: "yes" }],
    line_items: [
      lineOf(id + 2, { name: "Sample lamp", sku: "SAMPLE-LAMP", quantity: 1, total: "35.00", price: 35 }),
      lineOf(id + 3, { name: "Sample bulb", sku: "SAMPLE-BULB", quantity: 2, total: "20.00", price: 10 }),
    ],
    shipping_lines: [
      { id: id + 4, method_title: "Standard", method_id: "flat_rate", total: "5.00", meta_data: [] },
    ],
    fee_lines: [],
    coupon_lines: [],
    refunds: [],
  };
}

interface SampleLine {
  name: string;
  sku: string;
  quantity: number;
  total: string;
  price: number;
}

function lineOf(id: number, line: SampleLine) {
  return {
    id,
    ...line,
    product_id: id,
    variation_id: 0,
    subtotal: line.total,
    subtotal_tax: "0.00",
    total_tax: "0.00",
    taxes: [],
    meta_data: [],
    parent_name: null,
  };
}
