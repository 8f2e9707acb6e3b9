import { describe, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { entriesOf, moneyOf, open, tell } from "./shop.ts";

describe("an amount is read with its currency", () => {
  test("149.25 RON given back of an order in euro are 30.00 EUR", async () => {
    const shop = await open("shopify");
    await tell(shop, "01-a-order-created", "01-b-order-updated-refunded");
    expect(await moneyOf(shop)).toMatchObject({ currency: "EUR", refunded: "30" });
    const [row] = await asOwner(
      `select trim_scale(buyer_amount)::text as amount, buyer_currency as currency from order_refunds
       where order_id in (select id from orders where integration_id = $1)`,
      [shop.store.id],
    );
    expect(row).toEqual({ amount: "149.25", currency: "RON" });
  });

  test("6750 JPY given back of an order in dollars, told by a topic of its own, are 45.00 USD", async () => {
    const shop = await open("shopify");
    await tell(shop, "01-c-sibling-jpy-created", "01-d-sibling-jpy-refund");
    expect(await moneyOf(shop)).toMatchObject({ currency: "USD", refunded: "45" });
  });
});

describe("refunds follow the store's list", () => {
  test("what left the list was taken back, and stays on the timeline", async () => {
    const shop = await open("woocommerce");
    await tell(shop, "03-a-created", "03-b-two-refunds");
    expect(await moneyOf(shop)).toMatchObject({ refunded: "165" });
    await tell(shop, "03-c-one-refund-deleted");
    expect(await moneyOf(shop)).toMatchObject({ refunded: "15" });
    await tell(shop, "03-d-all-refunds-deleted");
    expect(await moneyOf(shop)).toMatchObject({ refunded: "0" });
    const kinds = (await entriesOf(shop)).map(({ type }) => type);
    expect(kinds.filter((type) => type === "refund_taken_back")).toHaveLength(2);
    expect(kinds).not.toContain("order_edited");
  });

  test("money that is under way counts once it is through", async () => {
    const shop = await open("shopify");
    await tell(shop, "03-e-sibling-created", "03-f-sibling-half-pending");
    const half = await moneyOf(shop);
    await tell(shop, "03-g-sibling-settled");
    expect(await moneyOf(shop)).toMatchObject({ refunded: "199" });
    expect(half).toMatchObject({ refunded: "20" });
    expect((await entriesOf(shop)).map(({ type }) => type)).toContain("refund_changed");
  });
});
