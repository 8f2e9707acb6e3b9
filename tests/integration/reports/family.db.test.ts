import { describe, expect, test } from "vitest";
import { writeReason } from "#lib/platforms/reason.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { timelineOf } from "#tests/integration/ingest/records.ts";
import type { Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { open } from "./shop.ts";

const whole = wooOrder({ id: 900, number: "900", total: "300.00" });
const part = (id: number, total: string) =>
  wooOrder({ id, number: String(id), total, parent_id: 900, created_via: "dokan" });

async function tellAll({ store }: Shop, orders: object[]): Promise<void> {
  for (const order of orders) await deliverHere(store, "order.created", order);
}

async function leadsOf({ store }: Shop) {
  return asOwner<{ id: string; number: string; value: string }>(
    `select lead.id, "order".order_number as number, trim_scale(lead.value)::text as value
     from crm_leads lead join orders "order" on "order".id = lead.order_id where lead.integration_id = $1`,
    [store.id],
  );
}

describe("the parts of a marketplace's order", () => {
  test.each([
    ["after the whole", [whole, part(901, "100.00"), part(902, "200.00")]],
    ["before the whole", [part(901, "100.00"), part(902, "200.00"), whole]],
    ["around the whole", [part(901, "100.00"), whole, part(902, "200.00")]],
  ])("that come %s are called once, and their money counts once", async (_when, orders) => {
    const shop = await open("woocommerce");
    await tellAll(shop, orders);
    const leads = await leadsOf(shop);
    expect(leads.map(({ number, value }) => [number, value])).toEqual([["900", "300"]]);
    const [sums] = await asOwner(
      `select count(*)::int as orders, count(*) filter (where repeats_parent)::int as repeats,
         sum(current_total_amount) filter (where not repeats_parent)::int as worth
       from orders where integration_id = $1`,
      [shop.store.id],
    );
    expect(sums).toEqual({ orders: 3, repeats: 2, worth: 300 });
    const joined = (await timelineOf(leads[0]?.id ?? "")).filter(({ type }) => type === "joined");
    expect(joined.map(({ details }) => details.number).sort()).toEqual(["901", "902"]);
  });

  test("that were called before the whole came keep what the buyer said", async () => {
    const shop = await open("woocommerce");
    await tellAll(shop, [part(901, "100.00")]);
    await asOwner(
      `update crm_leads set cod_status = 'confirmed', cod_decision = 'confirmed', call_attempts = 2
       where integration_id = $1`,
      [shop.store.id],
    );
    await tellAll(shop, [whole, part(902, "200.00")]);
    const [lead] = await asOwner(
      `select cod_status as cod, cod_decision as decision, call_attempts as attempts from crm_leads
       where integration_id = $1`,
      [shop.store.id],
    );
    expect(lead).toEqual({ cod: "confirmed", decision: "confirmed", attempts: 2 });
  });
});

describe("an order with the number of another", () => {
  const first = wooOrder({ id: 7, number: "7" });
  const other = wooOrder({
    id: 7,
    number: "7",
    currency: "RON",
    date_created_gmt: "2026-01-05T08:00:00",
    date_modified_gmt: "2026-05-05T08:00:00",
    billing: { ...(first.billing as object), email: "other@example.org", phone: "0744 999 888" },
  });

  test("that changes buyer, currency and date at once is another order and says so", async () => {
    const shop = await open("woocommerce");
    await tellAll(shop, [first]);
    await deliverHere(shop.store, "order.updated", other);
    await deliverHere(shop.store, "order.updated", {
      ...other,
      status: "completed",
      date_modified_gmt: "2026-05-06T08:00:00",
    });
    const orders = await asOwner(
      "select currency, status from orders where integration_id = $1 order by created_at",
      [shop.store.id],
    );
    expect(orders).toEqual([
      { currency: first.currency, status: "processing" },
      { currency: "RON", status: "delivered" },
    ]);
    const notes = await asOwner(
      "select error from webhook_deliveries where integration_id = $1 and error = $2",
      [shop.store.id, writeReason({ code: "sameNumber" })],
    );
    expect(notes).toHaveLength(2);
  });

  test("that changes only its currency is the same order", async () => {
    const shop = await open("woocommerce");
    await tellAll(shop, [first]);
    await deliverHere(shop.store, "order.updated", {
      ...first,
      currency: "RON",
      date_modified_gmt: "2026-05-05T08:00:00",
    });
    expect(await leadsOf(shop)).toHaveLength(1);
  });
});
