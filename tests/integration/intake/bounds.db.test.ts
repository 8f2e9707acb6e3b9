import { assert, asyncProperty, string } from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { shopifyAddress, shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { orderOf, timelineOf } from "#tests/integration/ingest/records.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;
let shop: Shop;

beforeAll(async () => {
  seller = await createAccount();
});
beforeEach(async () => {
  shop = await openShop({ seller });
});
afterAll(disconnect);

describe("no text breaks an order", () => {
  test.each(["shopify", "woocommerce"] as const)("of %s, whatever it holds", async (type) => {
    const { store } = await openShop({ seller, type });
    let id = 0;
    await assert(
      asyncProperty(string({ unit: "binary", maxLength: 40 }), async (odd) => {
        id += 1;
        const text = `${odd.repeat(30)}${"😀".repeat(600)}\ud83d\0`;
        await receiveFrom(
          store,
          type === "shopify" ? "orders/create" : "order.created",
          orderSaying(type, id, text),
        );
        expect((await standingOf(store)).at(-1)).toMatchObject({ status: "processed", error: null });
      }),
      { numRuns: 15 },
    );
  });

  function orderSaying(type: "shopify" | "woocommerce", id: number, text: string): object {
    const labels = [{ name: text, value: text }];
    if (type === "shopify") {
      const line = shopifyLine({ name: text, title: text, sku: text, properties: labels });
      const address = shopifyAddress({ name: text, address1: text, city: text, phone: text });
      return shopifyOrder({
        id,
        name: text,
        note: text,
        note_attributes: labels,
        line_items: [line],
        shipping_address: address,
      });
    }
    const meta = [{ id: 1, key: text, display_key: text, value: text, display_value: text }];
    const order = wooOrder({ id, number: text, customer_note: text, meta_data: meta }) as {
      line_items: object[];
    };
    return {
      ...order,
      line_items: order.line_items.map((line) => ({ ...line, name: text, sku: text, meta_data: meta })),
    };
  }
});

describe("what a store says", () => {
  const far = "9999-12-31T23:59:59Z";

  async function times(): Promise<Row> {
    const [row] = await asOwner(
      `select "order".order_created_at <= delivery.received_at as created, "order".external_updated_at <= delivery.received_at as updated,
         lead.arrived_at <= delivery.received_at as arrived,
         not exists (select from crm_lead_events event where event.lead_id = lead.id and event.occurred_at > now()) as told,
         not exists (select from order_refunds refund where refund.order_id = "order".id and refund.refunded_at > now()) as refunded
       from orders "order" join crm_leads lead on lead.order_id = "order".id
       join webhook_deliveries delivery on delivery.integration_id = "order".integration_id
       where "order".integration_id = $1 order by delivery.received_at limit 1`,
      [shop.store.id],
    );
    return row ?? {};
  }

  test("is no later than its receipt: orders, refunds, parcels", async () => {
    const refund = {
      id: 1,
      created_at: far,
      transactions: [{ kind: "refund", status: "success", amount: "5.00", currency: "RON" }],
    };
    await receiveFrom(
      shop.store,
      "orders/create",
      shopifyOrder({ financial_status: "paid", created_at: far, updated_at: far, refunds: [refund] }),
    );
    await receiveFrom(shop.store, "fulfillments/create", {
      id: 1,
      order_id: 5_001_000_001,
      status: "success",
      updated_at: far,
    });
    expect((await standingOf(shop.store)).map(({ status }) => status)).toEqual(["processed", "processed"]);
    expect(await times()).toEqual({
      created: true,
      updated: true,
      arrived: true,
      told: true,
      refunded: true,
    });
  });

  test("freezes no order: what comes after news of the year 9999 counts", async () => {
    await receiveFrom(shop.store, "orders/create", shopifyOrder({ updated_at: far }));
    const now = new Date(Date.now() + 1_000).toISOString();
    await receiveFrom(shop.store, "orders/updated", shopifyOrder({ name: "#later", updated_at: now }));
    expect((await orderOf(shop.store)).order.number).toBe("#later");
  });

  test("and can't be true is marked, and sorts last", async () => {
    await receiveFrom(
      shop.store,
      "orders/create",
      shopifyOrder({
        id: 1,
        total_price: "9999999999.00",
        current_total_price: "9999999999.00",
        created_at: far,
      }),
    );
    await receiveFrom(
      shop.store,
      "orders/create",
      shopifyOrder({ id: 2, email: "b@example.com", customer: null }),
    );
    const rows = await asOwner(
      `select "order".external_order_id as id, "order".not_understood as marked, lead.value is null as "hasNoValue",
         trim_scale("order".total_amount)::text as total
       from orders "order" join crm_leads lead on lead.order_id = "order".id where "order".integration_id = $1
       order by "order".current_total_thousandths desc`,
      [shop.store.id],
    );
    expect(rows).toEqual([
      { id: "2", marked: [], hasNoValue: false, total: "120" },
      { id: "1", marked: ["total", "currentTotal", "createdAt"], hasNoValue: true, total: "9999999999" },
    ]);
  });

  test("however often, is kept within what a page can show", async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `parcel ${index}`);
    await receiveFrom(shop.store, "orders/create", shopifyOrder({ payment_gateway_names: many }));
    const [row] = await asOwner(
      "select cardinality(gateways) as gateways from orders where integration_id = $1",
      [shop.store.id],
    );
    expect(row).toEqual({ gateways: 10 });
    expect(await timelineOf((await orderOf(shop.store)).leadId)).toHaveLength(1);
  });
});
