import type { Json } from "#scripts/simulator/json.ts";
import type { Line, OrderState, Refund } from "#scripts/simulator/order-life.ts";
import { shopifyMoney, shopifyTime } from "#scripts/simulator/shopify-values.ts";

// What Shopify sends both on its own and inside an order.

export function shopifyFulfillments(state: OrderState): Json[] {
  const { tracking, shipment } = state;
  if (!tracking) return [];
  return [
    {
      id: BigInt(tracking.id),
      admin_graphql_api_id: `gid://shopify/Fulfillment/${tracking.id}`,
      created_at: shopifyTime(tracking.shippedAt),
      location_id: 64212728474,
      name: `${state.number}.1`,
      order_id: BigInt(state.id),
      origin_address: {},
      receipt: {},
      service: "manual",
      shipment_status: shipment === "shipped" ? null : shipment,
      status: "success",
      tracking_company: "Other",
      tracking_number: tracking.number,
      tracking_numbers: [tracking.number],
      tracking_url: null,
      tracking_urls: [],
      updated_at: shopifyTime(state.updatedAt),
    },
  ];
}

/** Refunds; a cancelled order that nobody paid has one that voids the payment and gives nothing back. */
export function shopifyRefunds(state: OrderState): Json[] {
  const refunds = state.refunds.map((refund) => shopifyRefund(state, refund));
  if (!state.cancelledAt || state.paidAt) return refunds;
  const nothing = { id: `${state.id}1`.slice(-13), amount: 0, at: state.cancelledAt, lines: state.lines };
  return [...refunds, shopifyRefund(state, nothing)];
}

function shopifyRefund(state: OrderState, refund: Refund): Json {
  const { market } = state.buyer;
  return {
    id: BigInt(refund.id),
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    created_at: shopifyTime(refund.at),
    note: null,
    order_id: BigInt(state.id),
    processed_at: shopifyTime(refund.at),
    restock: true,
    user_id: null,
    order_adjustments: [],
    transactions: [
      {
        id: BigInt(refund.id) + 1n,
        admin_graphql_api_id: `gid://shopify/OrderTransaction/${BigInt(refund.id) + 1n}`,
        amount: shopifyMoney(refund.amount, market),
        created_at: shopifyTime(refund.at),
        currency: market.currency,
        gateway: state.isCod ? market.cashOnDelivery : "shopify_payments",
        kind: refund.amount === 0 ? "void" : "refund",
        order_id: BigInt(state.id),
        status: "success",
        test: false,
      },
    ],
    refund_line_items: refund.lines.map((line) => refundedLine(state, line)),
  };
}

/** Here, and here only, Shopify writes amounts as numbers. */
function refundedLine({ buyer }: OrderState, line: Line): Json {
  const { decimals } = buyer.market;
  return {
    id: BigInt(line.id) + 3n,
    line_item_id: BigInt(line.id),
    location_id: 64212728474,
    quantity: line.quantity,
    restock_type: "return",
    subtotal: (line.price * line.quantity) / 10 ** decimals,
    total_tax: 0,
  };
}
