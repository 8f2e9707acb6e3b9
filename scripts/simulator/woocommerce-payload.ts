import type { Json } from "#scripts/simulator/json.ts";
import { decimal, taxIn } from "#scripts/simulator/money.ts";
import { editedTotal, type Line, type OrderState } from "#scripts/simulator/order-life.ts";
import type { Buyer } from "#scripts/simulator/people.ts";

/** An order as WooCommerce's REST API v3 has it, the body of all order topics. */
export function wooCommerceOrder(state: OrderState, domain: string): Json {
  const { buyer, isCod } = state;
  const { market } = buyer;
  const money = (amount: number) => decimal(amount, market.decimals);
  const total = editedTotal(state);
  const tax = money(taxIn(total, market.vatRate));
  return {
    id: Number(state.id),
    parent_id: 0,
    status: statusOf(state),
    currency: market.currency,
    version: "10.3.5",
    prices_include_tax: true,
    ...bothTimes("date_created", state.placedAt),
    ...bothTimes("date_modified", state.updatedAt),
    discount_total: money(0),
    discount_tax: money(0),
    shipping_total: money(state.shipping),
    shipping_tax: money(0),
    cart_tax: tax,
    total: money(total),
    total_tax: tax,
    customer_id: Number(state.customerId),
    order_key: `wc_order_${state.id}`,
    billing: { ...address(buyer), email: buyer.email ?? "", phone: buyer.phone },
    shipping: { ...address(buyer), phone: "" },
    payment_method: isCod ? "cod" : "netopia",
    payment_method_title: isCod ? market.cashOnDelivery : market.card,
    transaction_id: "",
    customer_ip_address: "192.0.2.44",
    customer_user_agent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36",
    created_via: "checkout",
    customer_note: "",
    ...bothTimes("date_completed", state.deliveredAt),
    ...bothTimes("date_paid", state.paidAt),
    cart_hash: "",
    number: state.number,
    meta_data: [
      { id: Number(state.id) + 1, key: "_wc_order_attribution_utm_source", value: "facebook" },
      { id: Number(state.id) + 2, key: "_billing_phone_confirmed", value: buyer.phone },
    ],
    line_items: state.lines.filter((line) => isOnOrder(state, line)).map((line) => lineItem(line, buyer)),
    tax_lines: [],
    shipping_lines: [
      {
        id: 901,
        method_title: "Curier",
        method_id: "flat_rate",
        total: money(state.shipping),
        meta_data: [],
      },
    ],
    fee_lines: [],
    coupon_lines: [],
    refunds: state.refunds.map(({ id, amount }) => ({
      id: Number(id.slice(-9)),
      reason: "",
      total: `-${money(amount)}`,
    })),
    payment_url: `https://${domain}/checkout/order-pay/${state.id}/?pay_for_order=true`,
    is_editable: false,
    needs_payment: false,
    needs_processing: state.shipment === "none",
    currency_symbol: market.currency,
  };
}

/** A shop with a shipping plug-in has the status "shipped"; the rest are WooCommerce's own. */
function statusOf(state: OrderState): string {
  if (state.cancelledAt) return "cancelled";
  if (state.refunds.some(({ lines }) => lines.length === state.lines.length)) return "refunded";
  if (state.shipment === "delivered") return "completed";
  if (state.shipment !== "none") return "shipped";
  return state.isCod || state.paidAt ? "processing" : "pending";
}

/** A line that an edit took off is gone; one that was refunded stays. */
function isOnOrder({ refunds }: OrderState, line: Line): boolean {
  return line.currentQuantity > 0 || refunds.some(({ lines }) => lines.some(({ id }) => id === line.id));
}

function lineItem(line: Line, { market }: Buyer): Json {
  const total = decimal(line.price * line.quantity, market.decimals);
  return {
    id: Number(line.id),
    name: line.product.names[market.country].replaceAll("&", "&amp;"),
    product_id: 100 + line.product.weightGrams,
    variation_id: 0,
    quantity: line.quantity,
    tax_class: "",
    subtotal: total,
    subtotal_tax: decimal(0, market.decimals),
    total,
    total_tax: decimal(0, market.decimals),
    taxes: [],
    meta_data: [],
    sku: line.product.sku,
    price: line.price / 10 ** market.decimals,
    image: { id: "", src: "" },
    parent_name: null,
  };
}

function address(buyer: Buyer): Record<string, Json> {
  return {
    first_name: buyer.firstName ?? "",
    last_name: buyer.lastName ?? "",
    company: "",
    address_1: buyer.street,
    address_2: "",
    city: buyer.city,
    state: buyer.region,
    postcode: buyer.zip,
    country: buyer.market.country,
  };
}

/** In the site's own time and in UTC, neither with an offset. */
function bothTimes(key: string, at: Date | null): Record<string, Json> {
  const text = (date: Date) => date.toISOString().slice(0, 19);
  return {
    [key]: at && text(new Date(at.getTime() + 2 * 3_600_000)),
    [`${key}_gmt`]: at && text(at),
  };
}
