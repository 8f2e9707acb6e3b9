import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { findBuyers } from "#lib/customers/buyers.ts";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { listUnmatchedSkus } from "#lib/inventory/unmatched.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import type { StatusChange } from "#lib/leads/model.ts";
import type { Sale } from "#lib/leads/sale.ts";
import type { ManualLeadRequest } from "#lib/leads/schema.ts";
import { getOrder } from "#lib/orders/order-query.ts";
import { stockOf, stockProduct } from "#tests/integration/inventory/shop.ts";
import { createDesk, type Desk, phoneOf } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { noSale } from "#tests/support/sales-by-hand.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

const lamps: Sale = {
  ...noSale,
  lines: [
    { sku: "LAMP-H", name: "Lamp", quantity: "2", price: "45.50" },
    { sku: "", name: "Gift wrap", quantity: "1", price: "5" },
  ],
  shipping: "20",
  discount: "6",
  street: "Str. Lungă 4",
  city: "Cluj",
  zip: "400001",
};

async function sell(
  session: Session,
  { sale = lamps, ...changes }: Partial<ManualLeadRequest> = {},
): Promise<{ leadId: string; orderId: string; customerId: string }> {
  const result = await createManualLead(session, {
    name: "Maria Ionescu",
    phone: phoneOf(Math.floor(Math.random() * 1e8)),
    country: "RO",
    email: "",
    sale,
    note: "",
    tags: [],
    isKnownDuplicate: true,
    ...changes,
  });
  if (result.outcome !== "created") throw new Error("The lead was not made.");
  const lead = await getLead(session, result.id);
  return { leadId: result.id, orderId: lead?.order?.id ?? "", customerId: lead?.customerId ?? "" };
}

const set = (session: Session, id: string, change: StatusChange) =>
  changeStatus(session, { ids: [id], change, isOverride: false });

describe("a sale by hand", () => {
  test("that is saved twice, at once or again, is one", async () => {
    const id = crypto.randomUUID();
    const saved = await Promise.all([sell(desk.seller, { id }), sell(desk.seller, { id })]);
    const again = await sell(desk.seller, { id });
    expect(new Set([...saved, again].map(({ orderId }) => orderId)).size).toBe(1);
    expect(again.leadId).toBe(id);
    const [stored] = await asOwner(
      "select (select count(*) from crm_leads where id = $1)::int as leads, (select count(*) from crm_lead_events where lead_id = $1)::int as events",
      [id],
    );
    expect(stored).toEqual({ leads: 1, events: 1 });
  });

  test("of an id that is another's is refused", async () => {
    const { leadId } = await sell(desk.seller);
    await expect(sell(desk.otherSeller, { id: leadId })).rejects.toThrow();
  });

  test("has an order of what was sold, with its sums and where it goes", async () => {
    const { leadId, orderId, customerId } = await sell(desk.seller);
    const order = await getOrder(desk.seller, orderId);
    expect(order).toMatchObject({
      number: expect.stringMatching(/^M1\d{3}$/),
      storeName: null,
      status: "pending",
      paymentKind: "cash_on_delivery",
      paymentStatus: "pending",
      currency: "RON",
      total: "110",
      due: "110",
      beside: { shipping: "20", discount: "6" },
      shipping: { name: "Maria Ionescu", street: "Str. Lungă 4", city: "Cluj", zip: "400001", country: "RO" },
      seller: { id: desk.seller.userId },
      customer: { id: customerId, name: "Maria Ionescu" },
      lead: { id: leadId, codStatus: "pending" },
    });
    expect(order?.items.map(({ name, sku, quantity, total }) => ({ name, sku, quantity, total }))).toEqual([
      { name: "Lamp", sku: "LAMP-H", quantity: "2", total: "91" },
      { name: "Gift wrap", sku: null, quantity: "1", total: "5" },
    ]);
    const customer = await getCustomer(desk.seller, customerId);
    expect(customer).toMatchObject({
      contact: { city: "Cluj" },
      orders: [{ id: orderId }],
      figures: { orders: 1 },
    });
    expect(await getOrder(desk.otherSeller, orderId)).toBeNull();
    expect(await getOrder(desk.admin, orderId)).not.toBeNull();
  });

  test("is numbered one after the other, however many are made at once", async () => {
    const sold = await Promise.all([sell(desk.seller), sell(desk.seller), sell(desk.seller)]);
    const orders = await Promise.all(sold.map(({ orderId }) => getOrder(desk.seller, orderId)));
    expect(new Set(orders.map((order) => order?.number)).size).toBe(3);
  });

  test("follows its lead to the money", async () => {
    const { leadId, orderId } = await sell(desk.seller);
    const standing = async () => {
      const order = await getOrder(desk.seller, orderId);
      return [order?.status, order?.paymentStatus, Number(order?.due)];
    };
    await set(desk.seller, leadId, { field: "codStatus", to: "confirmed" });
    expect(await standing()).toEqual(["processing", "pending", 110]);
    await set(desk.seller, leadId, { field: "logisticStatus", to: "shipped" });
    expect(await standing()).toEqual(["shipped", "pending", 110]);
    await set(desk.seller, leadId, { field: "codStatus", to: "collected" });
    expect(await standing()).toEqual(["shipped", "paid", 0]);
    expect((await getLead(desk.seller, leadId))?.kpiStatus).toBe("paid");
  });

  test("that is refused is no sale", async () => {
    const { leadId, orderId } = await sell(desk.seller);
    await set(desk.seller, leadId, { field: "codStatus", to: "rejected" });
    expect(await getOrder(desk.seller, orderId)).toMatchObject({ status: "cancelled" });
  });

  test("that was paid already waits for no call, and stays paid", async () => {
    const { leadId, orderId } = await sell(desk.seller, { sale: { ...lamps, paymentKind: "prepaid" } });
    expect(await getLead(desk.seller, leadId)).toMatchObject({ codStatus: "not_cod", kpiStatus: "paid" });
    await set(desk.seller, leadId, { field: "logisticStatus", to: "shipped" });
    expect(await getOrder(desk.seller, orderId)).toMatchObject({
      paymentStatus: "paid",
      due: "0",
      status: "shipped",
    });
  });

  test("reserves stock, and gives it back when it comes to nothing", async () => {
    const product = await stockProduct(desk, { owner: desk.seller.userId, sku: "LAMP-R" });
    const sale = { ...lamps, lines: [{ sku: "LAMP-R", name: "Lamp", quantity: "3", price: "10" }] };
    const { leadId } = await sell(desk.seller, { sale });
    expect(await stockOf(product.id)).toMatchObject({ reserved: 3 });
    await set(desk.seller, leadId, { field: "codStatus", to: "rejected" });
    expect(await stockOf(product.id)).toMatchObject({ reserved: 0 });
  });

  test("is counted by the figures as one of no store", async () => {
    const before = await figures();
    await sell(desk.seller);
    const after = await figures();
    expect(after.leads - before.leads).toBe(1);
    expect(after.worth - before.worth).toBe(110_000);
    expect(after.units - before.units).toBe(3);
  });

  test("is found by the number of its order", async () => {
    const { leadId, orderId } = await sell(desk.seller);
    const order = await getOrder(desk.seller, orderId);
    const [row] = await asOwner<{ text: string }>("select search_text as text from crm_leads where id = $1", [
      leadId,
    ]);
    expect(row?.text).toContain(order?.number.toLowerCase());
  });

  test("makes one customer of a buyer, who is then offered with what became of the orders", async () => {
    const phone = phoneOf(71_000_001);
    const first = await sell(desk.seller, { phone });
    await set(desk.seller, first.leadId, { field: "codStatus", to: "confirmed" });
    await set(desk.seller, first.leadId, { field: "logisticStatus", to: "shipped" });
    await set(desk.seller, first.leadId, { field: "codStatus", to: "refused" });
    const second = await sell(desk.seller, { phone });
    expect(second.customerId).toBe(first.customerId);
    const asked = { phone, country: "" };
    const offered = {
      id: first.customerId,
      name: "Maria Ionescu",
      street: "Str. Lungă 4",
      orders: 2,
      refused: 1,
    };
    expect(await findBuyers(desk.seller, asked)).toMatchObject([offered]);
    expect(await findBuyers(desk.admin, asked)).toMatchObject([offered]);
    expect(await findBuyers(desk.otherSeller, asked)).toEqual([]);
    expect(await findBuyers(desk.stranger, asked)).toEqual([]);
    expect(await findBuyers(desk.seller, { phone: "12", country: "" })).toEqual([]);
  });

  test("names its SKUs among those that no product serves, though no store sold them", async () => {
    await sell(desk.seller);
    const unmatched = await listUnmatchedSkus(desk.seller);
    expect(unmatched.find(({ sku }) => sku === "LAMP-H")).toMatchObject({ name: "Lamp", stores: [] });
  });

  test("without a price is a wish: a lead without an order that knows where it would go", async () => {
    const lines = [{ sku: "LAMP-H", name: "Lamp", quantity: "2", price: null }];
    const { leadId } = await sell(desk.seller, { sale: { ...lamps, lines, shipping: null, discount: null } });
    expect(await getLead(desk.seller, leadId)).toMatchObject({
      order: null,
      product: "Lamp",
      hasAddress: true,
      contact: { city: "Cluj" },
    });
  });

  test("is nobody's but whose the lead is, once, and of a lead by hand", async () => {
    const { leadId } = await sell(desk.seller, { sale: noSale });
    const line = JSON.stringify([{ sku: null, name: "Lamp", quantity: "1", price: "1" }]);
    const sale = (changes = {}) =>
      JSON.stringify({
        currency: "RON",
        shipping: "0",
        discount: "0",
        paymentKind: "cash_on_delivery",
        ...changes,
      });
    const by = ({ userId }: Session, said = sale(), lines = line) =>
      asPerson(userId, (query) => query("select astra.sell_by_hand($1, $2, $3)", [leadId, said, lines]));
    for (const who of [desk.otherSeller, desk.viewer, desk.stranger])
      await expect(by(who)).rejects.toThrow("not yours to sell by");
    await expect(by(desk.seller, sale({ discount: "2" }))).rejects.toThrow("nothing less than zero");
    await expect(by(desk.seller, sale(), "[]")).rejects.toThrow("1 to 100 lines");
    for (const absurd of [
      { quantity: "-1", price: "-1" },
      { price: "NaN" },
      { quantity: "Infinity" },
      { price: null },
    ]) {
      const lines = JSON.stringify([{ name: "Lamp", quantity: "1", price: "1", ...absurd }]);
      await expect(by(desk.seller, sale(), lines)).rejects.toThrow("nothing less than zero");
    }
    await expect(by(desk.seller, sale({ shipping: "NaN" }))).rejects.toThrow("nothing less than zero");
    await expect(by(desk.seller, sale({ note: "x".repeat(20_000) }))).rejects.toThrow("of some length");
    await expect(by(desk.seller, sale({ shippingMethod: "x".repeat(2_001) }))).rejects.toThrow(
      "2,000 characters",
    );
    for (const field of ["name", "sku"]) {
      const long = [{ name: "Lamp", quantity: "1", price: "1", [field]: "x".repeat(2_001) }];
      await expect(by(desk.seller, sale(), JSON.stringify(long))).rejects.toThrow("2,000 characters");
    }
  });
});

async function figures(): Promise<Record<"leads" | "worth" | "units", number>> {
  const [row] = await asOwner<Record<"leads" | "worth" | "units", string>>(
    `select (select coalesce(sum(leads), 0) from lead_figure_changes where workspace_id = $1) as leads,
      (select coalesce(sum(worth), 0) from lead_figure_changes where workspace_id = $1) as worth,
      (select coalesce(sum(units), 0) from product_figure_changes where workspace_id = $1) as units`,
    [desk.workspace.id],
  );
  return { leads: Number(row?.leads), worth: Number(row?.worth), units: Number(row?.units) };
}
