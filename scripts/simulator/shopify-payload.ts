import type { Json } from "#scripts/simulator/json.ts";
import type { Market } from "#scripts/simulator/markets.ts";
import { taxIn } from "#scripts/simulator/money.ts";
import {
  currentTotal,
  editedTotal,
  type Line,
  type OrderState,
  placedTotal,
  refundedTotal,
} from "#scripts/simulator/order-life.ts";
import { shopifyFulfillments, shopifyRefunds } from "#scripts/simulator/shopify-parts.ts";
import {
  shopifyAddress,
  shopifyCustomer,
  shopifyMoney,
  shopifyTime,
} from "#scripts/simulator/shopify-values.ts";

/** An order as Shopify's order topics carry it, shaped like API version 2026-07. */
export function shopifyOrder(state: OrderState, domain: string): Json {
  const { buyer, lines } = state;
  const { market } = buyer;
  const subtotal = placedTotal(state) - state.shipping;
  const sequence = Number(state.number.replace(/\D/g, ""));
  const address = shopifyAddress(buyer);
  return {
    id: BigInt(state.id),
    admin_graphql_api_id: `gid://shopify/Order/${state.id}`,
    app_id: 580111,
    browser_ip: `192.0.2.${Number(state.id.slice(-2)) + 1}`,
    buyer_accepts_marketing: false,
    cancel_reason: state.cancelledAt ? (state.shipment === "none" ? "customer" : "declined") : null,
    cancelled_at: shopifyTime(state.cancelledAt),
    checkout_id: BigInt(state.id) + 7n,
    closed_at: shopifyTime(state.cancelledAt),
    confirmation_number: `R${state.id.slice(-8)}`,
    confirmed: true,
    contact_email: buyer.email,
    created_at: shopifyTime(state.placedAt),
    currency: market.currency,
    ...amount(
      "current_subtotal_price",
      state.cancelledAt ? 0 : currentTotal(state) - shippingLeft(state),
      market,
    ),
    ...amount("current_total_price", currentWorth(state), market),
    ...amount("current_total_tax", taxIn(currentWorth(state), market.vatRate), market),
    customer_locale: `${market.language}-${market.country}`,
    discount_codes: [],
    email: buyer.email ?? "",
    estimated_taxes: false,
    financial_status: financialStatus(state),
    fulfillment_status: state.shipment === "none" ? null : "fulfilled",
    landing_site: "/?utm_source=facebook&utm_medium=paid&utm_campaign=autumn",
    name: state.number,
    note: null,
    note_attributes: [],
    number: sequence - 1000,
    order_number: sequence,
    order_status_url: `https://${domain}/orders/${state.id}/authenticate?key=none`,
    payment_gateway_names: [state.isCod ? market.cashOnDelivery : "shopify_payments"],
    phone: buyer.email ? null : buyer.phone,
    presentment_currency: market.currency,
    processed_at: shopifyTime(state.placedAt),
    referring_site: "",
    source_name: "web",
    ...amount("subtotal_price", subtotal, market),
    tags: "",
    taxes_included: true,
    test: false,
    ...amount("total_discounts", 0, market),
    ...amount("total_line_items_price", subtotal, market),
    total_outstanding: shopifyMoney(state.paidAt || state.cancelledAt ? 0 : currentTotal(state), market),
    ...amount("total_price", placedTotal(state), market),
    ...amount("total_tax", taxIn(placedTotal(state), market.vatRate), market),
    total_weight: lines.reduce((sum, line) => sum + line.product.weightGrams * line.quantity, 0),
    updated_at: shopifyTime(state.updatedAt),
    billing_address: address,
    customer: shopifyCustomer(state),
    discount_applications: [],
    fulfillments: shopifyFulfillments(state),
    line_items: lines.map((line) => shopifyLine(line, state)),
    payment_terms: null,
    refunds: shopifyRefunds(state),
    shipping_address: address,
    shipping_lines: [
      {
        id: BigInt(state.id) + 11n,
        code: "Standard",
        title: "Standard",
        source: "shopify",
        ...amount("price", state.shipping, market),
        discount_allocations: [],
        tax_lines: [],
      },
    ],
  };
}

function shopifyLine(line: Line, { buyer, shipment }: OrderState): Json {
  const { market } = buyer;
  const title = line.product.names[market.country];
  return {
    id: BigInt(line.id),
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    current_quantity: line.currentQuantity,
    fulfillable_quantity: shipment === "none" ? line.currentQuantity : 0,
    fulfillment_service: "manual",
    fulfillment_status: shipment === "none" ? null : "fulfilled",
    gift_card: false,
    grams: line.product.weightGrams,
    name: title,
    ...amount("price", line.price, market),
    product_exists: true,
    product_id: BigInt(line.id) + 1n,
    properties: [],
    quantity: line.quantity,
    requires_shipping: true,
    sku: line.product.sku,
    taxable: true,
    title,
    ...amount("total_discount", 0, market),
    variant_id: BigInt(line.id) + 2n,
    variant_title: null,
    vendor: "Lumea",
    tax_lines: [],
    discount_allocations: [],
  };
}

/** What Shopify says the order is worth: nothing once it is cancelled. */
function currentWorth(state: OrderState): number {
  return state.cancelledAt ? 0 : currentTotal(state);
}

function shippingLeft(state: OrderState): number {
  return currentTotal(state) === 0 ? 0 : state.shipping;
}

function financialStatus(state: OrderState): string {
  if (!state.paidAt) return state.cancelledAt ? "voided" : "pending";
  const refunded = refundedTotal(state);
  if (refunded === 0) return "paid";
  return refunded === editedTotal(state) ? "refunded" : "partially_refunded";
}

/** A price and its `_set`; shops of one country sell in one currency. */
function amount(key: string, value: number, market: Market): Record<string, Json> {
  const money = { amount: shopifyMoney(value, market), currency_code: market.currency };
  return { [key]: money.amount, [`${key}_set`]: { shop_money: money, presentment_money: money } };
}
