import { describe, expect, test } from "vitest";
import { meta, orderFrom } from "./read.ts";

const named = (name: string, ...notes: unknown[]) => ({
  line_items: [{ id: 1, name, quantity: 1, total: "10.00", meta_data: notes }],
});

describe("an order that belongs to another", () => {
  test.each([
    [
      "a part of Dokan's",
      { parent_id: 700, created_via: "dokan", meta_data: [meta("_dokan_vendor_id", "3")] },
      "part",
    ],
    ["nobody says how: a part", { parent_id: 700 }, "part"],
    ["made by WooCommerce's Deposits", { parent_id: 700, created_via: "wc_deposits" }, "instalment"],
    ["made by YITH's deposits", { parent_id: 700, created_via: "yith_wcdp_balance_order" }, "instalment"],
    [
      "noted by Webtomizer's deposits",
      { parent_id: 700, meta_data: [meta("_wc_deposits_payment_type", "second_payment")] },
      "instalment",
    ],
    ["named as a payment", { parent_id: 700, ...named("Payment #2 for Sofa") }, "instalment"],
    [
      "whose line remembers its order",
      { parent_id: 0, ...named("Payment #2 for Sofa", meta("_original_order_id", "700")) },
      "instalment",
    ],
    [
      "split off by Vibe",
      { parent_id: 0, meta_data: [meta("_vibe_split_orders_split_from", "700")] },
      "split",
    ],
    ["split off, by who made it", { parent_id: 700, created_via: "order_splitter" }, "split"],
  ])("%s", (_, changes, relation) => {
    expect(orderFrom(changes).parent).toEqual({ externalId: "700", relation });
  });

  test.each([
    ["has no parent", { parent_id: 0 }],
    ["renews a subscription", { parent_id: 700, meta_data: [meta("_subscription_renewal", "282")] }],
    ["was made by a subscription", { parent_id: 700, created_via: "subscription" }],
    ["is its own parent", { parent_id: 727 }],
    ["is only called after a payment", named("Payment terminal #2")],
  ])("is none that %s", (_, changes) => {
    expect(orderFrom(changes).parent).toBeNull();
  });
});
