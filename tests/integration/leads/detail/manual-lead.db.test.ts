import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { buyerHistory } from "#lib/customers/history.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { correctContact } from "#lib/leads/correct-contact.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import type { ManualLeadRequest } from "#lib/leads/schema.ts";
import { shopifyAddress } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk, phoneOf, tell, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { noSale } from "#tests/support/sales-by-hand.ts";

const empty: ManualLeadRequest = {
  name: "Maria Ionescu",
  phone: "",
  country: "",
  email: "",
  sale: noSale,
  note: "",
  tags: [],
  isKnownDuplicate: false,
};

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

async function enter(session: Session, changes: Partial<ManualLeadRequest> = {}): Promise<string> {
  const result = await createManualLead(session, { ...empty, ...changes });
  if (result.outcome !== "created") throw new Error("The lead was not made.");
  return result.id;
}

describe("a lead entered by hand", () => {
  test("has what was typed, and its first entries", async () => {
    const id = await enter(desk.seller, {
      phone: "0744 000 111",
      country: "RO",
      sale: { ...noSale, lines: [{ sku: "", name: "Two lamps", quantity: "1", price: null }] },
      note: "Met at the fair.",
      tags: [{ name: "Fair", color: "amber" }],
    });
    const lead = await getLead(desk.seller, id);
    expect(lead).toMatchObject({
      source: "manual",
      codStatus: "pending",
      kpiStatus: "waiting",
      seller: { id: desk.seller.userId },
      contact: { name: "Maria Ionescu", phone: "+40744000111" },
      product: "Two lamps",
      order: null,
      tags: [{ name: "Fair" }],
    });
    expect(lead?.events.map(({ type }) => type).sort()).toEqual(["arrived", "note", "tag_added"]);
    expect(await getLead(desk.otherSeller, id)).toBeNull();
  });

  test.for(["admin", "manager"] as const)("can be another's, as %s wishes", async (who) => {
    const id = await enter(desk[who], { userId: desk.otherSeller.userId });
    expect((await getLead(desk.otherSeller, id))?.seller.id).toBe(desk.otherSeller.userId);
  });

  test("is nobody else's as a seller wishes, nor a viewer's", async () => {
    const forOther = { ...empty, userId: desk.otherSeller.userId };
    await expect(createManualLead(desk.seller, forOther)).rejects.toMatchObject({ key: "forbidden" });
    const forViewer = { ...empty, userId: desk.viewer.userId };
    await expect(createManualLead(desk.admin, forViewer)).rejects.toMatchObject({ key: "notFoundSeller" });
  });

  test("warns of leads of the same buyer that the person may see, then is added anyway", async () => {
    const phone = "+40755111222";
    const first = await enter(desk.seller, { phone });
    const again = await createManualLead(desk.seller, { ...empty, phone });
    expect(again).toMatchObject({ outcome: "duplicates", duplicates: [{ id: first }] });
    const second = await enter(desk.seller, { phone, isKnownDuplicate: true });
    expect((await getLead(desk.seller, second))?.duplicates).toMatchObject([{ id: first }]);
    expect((await getLead(desk.seller, first))?.duplicates).toMatchObject([{ id: second }]);
    await enter(desk.otherSeller, { phone });
  });

  test("belongs to the customer whom the person knows by e-mail", async () => {
    const email = "known@example.com";
    const ordered = await getLead(desk.seller, await tellNew(desk.store, { email, contact_email: email }));
    const known = await enter(desk.seller, { email, isKnownDuplicate: true });
    expect((await getLead(desk.seller, known))?.customerId).toBe(ordered?.customerId);
    const unknown = await enter(desk.otherSeller, { email });
    expect((await getLead(desk.otherSeller, unknown))?.customerId).toBeNull();
  });

  test("has no address to correct while nobody knows the buyer", async () => {
    const leadId = await enter(desk.seller);
    const correct = (from: object, to: object) => correctContact(desk.seller, { leadId, from, to });
    await expect(correct({}, { city: "Cluj" })).rejects.toMatchObject({ key: "addressNeedsOrder" });
    await correct({}, { phone: "+40766000111" });
    expect((await getLead(desk.seller, leadId))?.contact.phone).toBe("+40766000111");
  });
});

test("a buyer's history counts what the person may see", async () => {
  const email = "history@example.com";
  const shipping_address = shopifyAddress({ phone: phoneOf(300) });
  const base = { email, contact_email: email, customer: null, shipping_address };
  const [first, second] = [
    await tell(desk.store, { ...base, id: 301, name: "#301" }),
    await tell(desk.store, { ...base, id: 302, name: "#302" }),
  ];
  await tell(desk.store, { ...base, id: 303, name: "#303", test: true });
  const go = (id: string, to: "confirmed" | "refused" | "collected") =>
    changeStatus(desk.admin, { ids: [id], change: { field: "codStatus", to }, isOverride: false });
  await go(first, "confirmed");
  await go(first, "refused");
  await go(second, "confirmed");
  await go(second, "collected");
  const customerId = (await getLead(desk.seller, first))?.customerId ?? "";
  const expected = {
    orders: 2,
    delivered: 0,
    refused: 1,
    returned: 0,
    spent: [{ currency: "RON", amount: "120.000" }],
  };
  expect(await buyerHistory(desk.seller, customerId)).toMatchObject(expected);
  expect(await buyerHistory(desk.viewer, customerId)).toMatchObject(expected);
  expect(await buyerHistory(desk.otherSeller, customerId)).toBeNull();
});
