import { type Delivery, uuidOf } from "#scripts/simulator/delivery.ts";
import { type Json, shopifyJson, wooCommerceJson } from "#scripts/simulator/json.ts";
import type { Moment, OrderState, Step } from "#scripts/simulator/order-life.ts";
import { shopifyFulfillments, shopifyRefunds } from "#scripts/simulator/shopify-parts.ts";
import { shopifyOrder } from "#scripts/simulator/shopify-payload.ts";
import type { StoryStore } from "#scripts/simulator/storyteller.ts";
import { wooCommerceOrder } from "#scripts/simulator/woocommerce-payload.ts";

type DatedDelivery = Delivery & { at: Date };

/** The webhooks that a store sends at a moment of an order's life. */
export function deliveriesOf(store: StoryStore, { moment, state }: Step): DatedDelivery[] {
  if (store.type === "woocommerce") return wooCommerceDeliveries(store, moment, state);
  return shopifyTopics[moment].map((topic) => {
    const body = shopifyJson(topicBody(topic, state, store.domain));
    return { topic, body, id: uuidOf(`${topic} ${moment} ${state.id}`), at: state.updatedAt };
  });
}

const shopifyTopics: Record<Moment, readonly string[]> = {
  created: ["orders/create"],
  edited: ["orders/updated"],
  paid: ["orders/paid"],
  shipped: ["fulfillments/create", "orders/fulfilled"],
  in_transit: ["fulfillments/update"],
  delivered: ["fulfillments/update", "orders/updated"],
  cancelled: ["orders/cancelled"],
  refunded: ["refunds/create", "orders/updated"],
};

function topicBody(topic: string, state: OrderState, domain: string): Json {
  if (topic.startsWith("fulfillments/")) return shopifyFulfillments(state).at(-1) ?? null;
  if (topic.startsWith("refunds/")) return shopifyRefunds(state).at(-1) ?? null;
  return shopifyOrder(state, domain);
}

/** WooCommerce knows nothing of what happens to a parcel on its way. */
function wooCommerceDeliveries(store: StoryStore, moment: Moment, state: OrderState): DatedDelivery[] {
  if (moment === "in_transit") return [];
  const topic = moment === "created" ? "order.created" : "order.updated";
  return [{ topic, body: wooCommerceJson(wooCommerceOrder(state, store.domain)), at: state.updatedAt }];
}
