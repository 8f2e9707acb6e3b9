import { beforeEach, expect, test } from "vitest";
import { shopifyFulfillment, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchLog } from "./app-log.ts";
import { orderOf } from "./records.ts";
import { openShop } from "./shop.ts";

watchLog();

let seller: Person | undefined;
let store: Store;

beforeEach(async () => {
  seller ??= await createAccount();
  ({ store } = await openShop({ seller }));
  await deliverHere(store, "orders/create", shopifyOrder());
});

const later = { updated_at: "2026-03-09T10:00:00+02:00" };

/** A person works the lead in Astra. */
async function decide(decision: { cod?: string; logistic?: string; kpi: string }): Promise<void> {
  const { leadId } = await orderOf(store);
  await asOwner(
    `update crm_leads set cod_status = coalesce($2, cod_status), cod_decision = $2,
       logistic_status = coalesce($3, logistic_status), logistic_decision = $3, kpi_status = $4
     where id = $1`,
    [leadId, decision.cod ?? null, decision.logistic ?? null, decision.kpi],
  );
}

async function lead() {
  const { cod, logistic, kpi } = (await orderOf(store)).lead;
  return { cod, logistic, kpi };
}

test.each(["confirmed", "no_answer", "postponed", "wrong_number"])(
  "%s is not taken back by an update of the store",
  async (cod) => {
    await decide({ cod, kpi: "waiting" });
    await deliverHere(store, "orders/updated", shopifyOrder(later));
    expect(await lead()).toEqual({ cod, logistic: "pending", kpi: "waiting" });
  },
);

test.each(["rejected", "fake", "duplicate", "refused"])(
  "%s stays, even when the store marks the order as paid and sent",
  async (cod) => {
    await decide({ cod, kpi: "rejected" });
    const sent = { fulfillment_status: "fulfilled", fulfillments: [shopifyFulfillment()] };
    await deliverHere(store, "orders/updated", shopifyOrder({ financial_status: "paid", ...sent, ...later }));
    expect(await lead()).toEqual({ cod, logistic: "shipped", kpi: "rejected" });
  },
);

test("a confirmed order that the store marks as paid is collected", async () => {
  await decide({ cod: "confirmed", kpi: "waiting" });
  await deliverHere(store, "orders/paid", shopifyOrder({ financial_status: "paid", ...later }));
  expect(await lead()).toEqual({ cod: "collected", logistic: "pending", kpi: "paid" });
});

test("a parcel that a person saw delivered is not under way again", async () => {
  await decide({ logistic: "delivered", kpi: "shipped" });
  await deliverHere(store, "fulfillments/create", shopifyFulfillment({ shipment_status: "in_transit" }));
  expect(await lead()).toMatchObject({ logistic: "delivered" });
});

test("a lead that a person cancelled stays cancelled when the store ships", async () => {
  await decide({ logistic: "cancelled", kpi: "rejected" });
  await deliverHere(store, "fulfillments/create", shopifyFulfillment());
  expect(await lead()).toEqual({ cod: "pending", logistic: "cancelled", kpi: "rejected" });
});

test("a parcel that a person saw come back stays so", async () => {
  await decide({ logistic: "returned", kpi: "rejected" });
  const delivered = {
    fulfillment_status: "fulfilled",
    fulfillments: [shopifyFulfillment({ shipment_status: "delivered" })],
  };
  await deliverHere(store, "orders/updated", shopifyOrder({ ...delivered, ...later }));
  expect(await lead()).toMatchObject({ logistic: "returned", kpi: "rejected" });
});

test("a person's later step is kept, and the store's still later one counts", async () => {
  await decide({ logistic: "packed", kpi: "waiting" });
  await deliverHere(store, "orders/updated", shopifyOrder(later));
  expect(await lead()).toMatchObject({ logistic: "packed" });
  await deliverHere(store, "fulfillments/create", shopifyFulfillment());
  expect(await lead()).toMatchObject({ logistic: "shipped", kpi: "shipped" });
});
