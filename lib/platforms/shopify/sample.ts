import { type SampleRequest, type SampleShop, sampleOrderId } from "#lib/platforms/platform.ts";

const address = {
  first_name: "Sample",
  last_name: "Buyer",
  name: "Sample Buyer",
  company: null,
  // Of the numbers that Ofcom keeps for films and plays: it rings nobody.
  phone: "+447700900123",
  address1: "1 Sample Street",
  address2: null,
  city: "London",
  province: null,
  province_code: null,
  zip: "SW1A 1AA",
  country: "United Kingdom",
  country_code: "GB",
};

/** A test order of Shopify. Source: shopify.dev "Webhooks: delivery structure" and the payload of orders/create; shops send such themselves, with `test`. */
export function sampleShopifyOrder({ domain, currency, now, sign }: SampleShop): SampleRequest {
  const body = new TextEncoder().encode(JSON.stringify(orderAt(now, currency)));
  return {
    headers: {
      "User-Agent": "Shopify-Captain-Hook",
      "Content-Type": "application/json",
      "X-Shopify-Topic": "orders/create",
      "X-Shopify-Hmac-Sha256": sign(body),
      "X-Shopify-Shop-Domain": domain,
      "X-Shopify-API-Version": "2026-07",
      "X-Shopify-Webhook-Id": "astra-sample",
      "X-Shopify-Test": "true",
    },
    body,
  };
}

function orderAt(now: Date, currency: string) {
  const time = now.toISOString();
  const id = Number(sampleOrderId);
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${sampleOrderId}`,
    name: "SAMPLE",
    test: true,
    created_at: time,
    processed_at: time,
    updated_at: time,
    cancelled_at: null,
    cancel_reason: null,
    closed_at: null,
    currency,
    presentment_currency: currency,
    email: "sample.buyer@example.com",
    contact_email: "sample.buyer@example.com",
    phone: null,
    financial_status: "pending",
    fulfillment_status: null,
    payment_gateway_names: ["Cash on Delivery (COD)"],
    note: null,
    note_attributes: [],
    taxes_included: true,
    subtotal_price: "55.00",
    total_line_items_price: "55.00",
    total_discounts: "0.00",
    total_tax: "0.00",
    total_price: "60.00",
    current_total_price: "60.00",
    total_outstanding: "60.00",
    customer: {
      id: id + 1,
      email: "sample.buyer@example.com",
      first_name: "Sample",
      last_name: "Buyer",
      phone: null,
    },
    billing_address: address,
    shipping_address: address,
    line_items: [
      lineOf(id + 2, { title: "Sample lamp", sku: "SAMPLE-LAMP", quantity: 1, price: "35.00" }),
      lineOf(id + 3, { title: "Sample bulb", sku: "SAMPLE-BULB", quantity: 2, price: "10.00" }),
    ],
    shipping_lines: [{ id: id + 4, code: "Standard", title: "Standard", source: "shopify", price: "5.00" }],
    fulfillments: [],
    refunds: [],
  };
}

function lineOf(id: number, line: { title: string; sku: string; quantity: number; price: string }) {
  return {
    id,
    ...line,
    name: line.title,
    current_quantity: line.quantity,
    fulfillable_quantity: line.quantity,
    fulfillment_status: null,
    gift_card: false,
    requires_shipping: true,
    properties: [],
    variant_title: null,
    total_discount: "0.00",
    discount_allocations: [],
    tax_lines: [],
  };
}
