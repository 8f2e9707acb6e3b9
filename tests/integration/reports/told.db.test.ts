import { describe, expect, test } from "vitest";
import { shopifyAddress, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooAddress, wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { deliveriesOf, lastOutcome, orderOf } from "#tests/integration/ingest/records.ts";
import { linkTelegram, openShop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere, deliverSample } from "#tests/support/receive.ts";
import { entriesOf, leadOf, moneyOf, open, tell } from "./shop.ts";

describe("no order is lost over a field that a call does not need", () => {
  test.each([
    ["13-a-four-letter-currency", "IRHT"],
    ["13-b-sibling-empty-currency", ""],
    ["13-c-sibling-usdt", "USDT"],
  ])("%s", async (file, currency) => {
    const shop = await open("woocommerce");
    await tell(shop, file);
    expect(await moneyOf(shop)).toMatchObject({ currency });
    expect(await leadOf(shop)).toMatchObject({ toCall: true });
  });

  test("and what was not understood is named on the delivery and the order", async () => {
    const shop = await open("woocommerce");
    await deliverHere(shop.store, "order.created", wooOrder({ total: "a lot", date_created_gmt: "soon" }));
    const [named] = await asOwner(
      `select delivery.not_understood as delivery, "order".not_understood as "order"
       from webhook_deliveries delivery, orders "order"
       where delivery.integration_id = $1 and "order".integration_id = $1`,
      [shop.store.id],
    );
    const fields = ["date_created_gmt", "total"];
    expect(named).toEqual({
      delivery: expect.arrayContaining(fields),
      order: expect.arrayContaining(fields),
    });
    expect(await leadOf(shop)).toMatchObject({ toCall: true });
  });

  test("and a body without lines and total doesn't wipe out those that are known", async () => {
    const shop = await open("shopify");
    await deliverHere(shop.store, "orders/create", shopifyOrder());
    await deliverHere(shop.store, "orders/updated", { id: shopifyOrder().id, note: "Call after six" });
    expect(await lastOutcome(shop.store)).toMatchObject({
      status: "ignored",
      error: expect.stringMatching(/neither/),
    });
    expect(await moneyOf(shop)).toMatchObject({ total: "120", due: "120" });
  });

  test("only a body without any identity fails", async () => {
    const shop = await open("woocommerce");
    await deliverHere(shop.store, "order.created", wooOrder({ id: null }));
    expect(await lastOutcome(shop.store)).toMatchObject({ status: "failed" });
  });
});

describe("a body that is no order is ignored with the reason", () => {
  test.each([
    ["25-a-error-instead-of-order"],
    ["25-b-sibling-cannot-view"],
    ["25-c-sibling-subscription-as-order"],
    ["25-d-sibling-subscription-pending-cancel"],
  ])("%s", async (file) => {
    const shop = await open("woocommerce");
    await tell(shop, file);
    const [delivery] = await deliveriesOf(shop.store);
    expect(delivery).toMatchObject({ status: "ignored", attempts: 1, nextAttemptAt: null });
    expect(delivery?.error).toMatch(/\w+ \w+/);
    expect(await asOwner("select 1 from orders where integration_id = $1", [shop.store.id])).toEqual([]);
  });

  test("and a shop that shows nothing any more has its fault noted until orders come again", async () => {
    const shop = await open("woocommerce");
    const fault = async () => {
      const [store] = await asOwner("select store_error as fault from integrations where id = $1", [
        shop.store.id,
      ]);
      return store?.fault;
    };
    await deliverSample(shop.store, "woocommerce-real/order-created-error-cannot-view");
    expect(await fault()).toBe("webhookUserGone");
    await deliverHere(shop.store, "order.created", wooOrder());
    expect(await fault()).toBeNull();
  });

  test("one body under two topics was told already", async () => {
    const shop = await open("woocommerce");
    await deliverHere(shop.store, "order.updated", wooOrder());
    await deliverHere(shop.store, "order.created", wooOrder());
    expect(await lastOutcome(shop.store)).toMatchObject({
      status: "ignored",
      error: "Told already: nothing has changed since.",
    });
  });
});

describe("what the caller needs is kept", () => {
  test.each([
    ["woocommerce", "21-b-note-woo"],
    ["shopify", "21-a-note-shopify"],
  ] as const)("note, wishes and second phone of %s, until a redaction", async (type, file) => {
    const shop = await open(type);
    await tell(shop, file);
    const read = () =>
      asOwner<{ note: string | null; attributes: unknown[]; phones: string[] }>(
        `select note, attributes, other_phones as phones, shipping_method as "shippingMethod" from orders where integration_id = $1`,
        [shop.store.id],
      );
    const [kept] = await read();
    expect(kept).toEqual({
      note: expect.any(String),
      attributes: expect.any(Array),
      phones: expect.arrayContaining([expect.stringMatching(/\d/)]),
      shippingMethod: expect.any(String),
    });
  });

  test.each([
    ["woocommerce", "07-a-three-attributes"],
    ["woocommerce", "07-b-sibling-addon-text"],
    ["shopify", "07-c-sibling-shopify-properties"],
  ] as const)("what tells items apart: %s %s", async (type, file) => {
    const shop = await open(type);
    await tell(shop, file);
    const items = await asOwner<{ attributes: { label: string; value: string }[] }>(
      `select item.attributes from order_items item join orders "order" on "order".id = item.order_id where integration_id = $1`,
      [shop.store.id],
    );
    expect(items.some(({ attributes }) => attributes.length > 0)).toBe(true);
    expect(
      items.flatMap(({ attributes }) => attributes).filter(({ label }) => label.startsWith("_")),
    ).toEqual([]);
  });

  test("the first of two numbers in one field is called, and the second is kept", async () => {
    const shop = await open("woocommerce");
    const two = wooAddress({ phone: "tel. 0722 009 001 sau (+40) 733 009 002" });
    await deliverHere(shop.store, "order.created", wooOrder({ billing: two, shipping: null }));
    const [kept] = await asOwner(
      `select lead.phone, "order".other_phones as others
       from crm_leads lead join orders "order" on "order".id = lead.order_id where lead.integration_id = $1`,
      [shop.store.id],
    );
    expect(kept).toEqual({ phone: "+40722009001", others: ["+40733009002"] });
  });

  test("an address that changed in the store stands on the timeline", async () => {
    const shop = await open("shopify");
    await deliverHere(shop.store, "orders/create", shopifyOrder());
    await deliverHere(
      shop.store,
      "orders/updated",
      shopifyOrder({
        updated_at: "2026-03-03T10:00:00+02:00",
        shipping_address: shopifyAddress({ address1: "Strada Noua 1", address2: null }),
      }),
    );
    const change = (await entriesOf(shop)).find(({ type }) => type === "address_changed");
    expect(change?.details).toEqual({
      from: "Strada Lunga 7, ap. 3, 400001, Cluj-Napoca, Cluj, RO",
      to: "Strada Noua 1, 400001, Cluj-Napoca, Cluj, RO",
    });
  });

  test.each([
    ["19-a-company-only", "shopify"],
    ["19-b-sibling-woo-company-only", "woocommerce"],
  ] as const)("a company without a person has a name: %s", async (file, type) => {
    const shop = await open(type);
    await tell(shop, file);
    const order = await orderOf(shop.store);
    expect(order.shipTo.name).toMatch(/\w/);
  });

  test("an address of nothing but a country means the billing address", async () => {
    const shop = await open("shopify");
    await tell(shop, "19-c-sibling-empty-shipping-address");
    const { shipTo } = await orderOf(shop.store);
    expect(shipTo).toMatchObject({ street: expect.any(String), city: expect.any(String) });
  });
});

describe("an erasure by the shop", () => {
  test("redacts the order, its lead and its kept deliveries", async () => {
    const shop = await open("woocommerce");
    const erased = JSON.parse(
      (await import("#tests/fixtures/payloads.ts"))
        .payload("woocommerce-real/order-updated-anonymised.json")
        .toString(),
    );
    const before = wooOrder({
      id: erased.id,
      date_created_gmt: erased.date_created_gmt,
      date_modified_gmt: erased.date_created_gmt,
    });
    await deliverHere(shop.store, "order.created", before);
    await deliverSample(shop.store, "woocommerce-real/order-updated-anonymised");
    const [left] = await asOwner(
      `select lead.name, lead.email, lead.phone, "order".shipping_name as ship, "order".redacted_at is not null as redacted,
         (select sum(length(payload))::int from webhook_deliveries where integration_id = $1) as bytes
       from crm_leads lead join orders "order" on "order".id = lead.order_id where lead.integration_id = $1`,
      [shop.store.id],
    );
    expect(left).toEqual({ name: null, email: null, phone: null, ship: null, redacted: true, bytes: 0 });
  });

  const gone = {
    first_name: "[deleted]",
    last_name: "[deleted]",
    email: "deleted@site.invalid",
    phone: "0000000000",
  };
  const personal = {
    id: 1,
    name: "Ring",
    quantity: 1,
    total: "29.35",
    meta_data: [{ key: "Engraving", value: "Ana" }],
  };
  const at = (hour: number) => ({ date_modified_gmt: `2026-03-02T${hour}:00:00`, line_items: [personal] });

  test("leaves an order that goes on as its shop says, and names nobody again", async () => {
    const shop = await open("woocommerce");
    await deliverHere(shop.store, "order.created", wooOrder(at(10)));
    await deliverHere(
      shop.store,
      "order.updated",
      wooOrder({ ...at(11), billing: wooAddress(gone), status: "shipped" }),
    );
    expect(await leadOf(shop)).toMatchObject({ logistic: "shipped" });
    const paid = { ...at(12), status: "completed", date_paid_gmt: "2026-03-02T12:00:00" };
    await deliverHere(shop.store, "order.updated", wooOrder({ ...paid, billing: wooAddress(gone) }));
    expect(await leadOf(shop)).toMatchObject({ logistic: "delivered", cod: "collected", kpi: "paid" });
    const [left] = await asOwner(
      `select lead.name, "order".shipping_name as ship, item.attributes,
         (select sum(length(payload))::int from webhook_deliveries where integration_id = $1) as bytes
       from crm_leads lead join orders "order" on "order".id = lead.order_id join order_items item on item.order_id = "order".id
       where lead.integration_id = $1`,
      [shop.store.id],
    );
    expect(left).toEqual({ name: null, ship: null, attributes: [], bytes: 0 });
  });

  test("is not undone by the words under the items of a later, whole delivery", async () => {
    const shop = await open("woocommerce");
    await deliverHere(shop.store, "order.created", wooOrder(at(10)));
    await deliverHere(shop.store, "order.updated", wooOrder({ ...at(11), billing: wooAddress(gone) }));
    await deliverHere(shop.store, "order.updated", wooOrder({ ...at(12), customer_id: 9 }));
    const [left] = await asOwner(
      `select "order".external_customer_id as account, "order".shipping_name as ship, item.attributes
       from orders "order" join order_items item on item.order_id = "order".id where "order".integration_id = $1`,
      [shop.store.id],
    );
    expect(left).toEqual({ account: null, ship: null, attributes: [] });
  });

  test("of an order that was never seen makes no lead and nobody", async () => {
    const shop = await open("woocommerce");
    await deliverSample(shop.store, "woocommerce-real/order-updated-anonymised");
    expect(await asOwner("select 1 from crm_leads where integration_id = $1", [shop.store.id])).toEqual([]);
    expect(await asOwner("select 1 from customers where workspace_id = $1", [shop.workspace.id])).toEqual([]);
  });
});

describe("an order that is days old", () => {
  test.each([
    ["today", 0, 1],
    ["a month ago", 30, 0],
  ])("placed %s: %s days, %s alerts", async (_when, days, alerts) => {
    const shop = await openShop({ type: "woocommerce" });
    await linkTelegram(shop.seller, 5_000_000 + days);
    const placed = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19);
    await deliverHere(
      shop.store,
      "order.created",
      wooOrder({ date_created_gmt: placed, date_modified_gmt: placed }),
    );
    const jobs = await asOwner(
      `select 1 from graphile_worker._private_jobs job
       where job.payload ->> 'leadId' in (select id::text from crm_leads where integration_id = $1)`,
      [shop.store.id],
    );
    expect(jobs).toHaveLength(alerts);
  });
});
