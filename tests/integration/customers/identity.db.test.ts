import { beforeEach, describe, expect, test } from "vitest";
import { customerList } from "#lib/customers/list.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { correctContact } from "#lib/leads/correct-contact.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";

let seller: Member;
let store: TellingStore;

beforeEach(async () => {
  const workspace = await createWorkspace("RON");
  seller = await signIn(workspace, "seller", "Ana Seller");
  store = await openStore(workspace, seller);
});

const ana = {
  name: "Ana Vlad",
  email: "ana@example.com",
  phone: "+40722023001",
  street: "Strada A 1",
  city: "Cluj-Napoca",
  zip: "400001",
  country: "RO",
};
const dan = {
  name: "Dan Lupu",
  email: "dan@example.com",
  phone: "+40722023002",
  street: "Strada D 2",
  city: "Iași",
};
const later = (minutes: number) => new Date(Date.parse("2026-03-02T10:00:00Z") + minutes * 60_000);

/** What the seller's list says of customers, by name. */
async function listed() {
  const { rows } = await listCustomers(seller, customerList.load(""));
  const customers = rows.map(({ name, email, phone, orders }) => ({ name, email, phone, orders }));
  return customers.sort((one, other) => String(one.name).localeCompare(String(other.name)));
}

/** What the seller knows of a customer. */
async function contactOf(customerId: string | null): Promise<Row | undefined> {
  const [contact] = await asOwner(
    "select name, email, phone, street, city, zip from customer_contacts where customer_id = $1",
    [customerId],
  );
  return contact;
}

describe("another order of the same e-mail or phone", () => {
  test.each([
    ["Vlad Ana-Maria", "a second name and another order of the words"],
    ["ana vlád", "other case and marks"],
    ["A. Vlad", "an initial"],
    [null, "no name"],
  ])("by %s (%s) is the same person's, who has the new address", async (name, _why) => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    const moved = { ...ana, name, street: "Strada Noua 9", city: "Turda", zip: null };
    const second = await tellOrder(store, { id: "2", buyer: moved, createdAt: later(5) });
    expect(second.customerId).toBe(customerId);
    expect(await contactOf(customerId)).toMatchObject({ street: "Strada Noua 9", city: "Turda", zip: null });
  });

  test.each([
    ["Ion Vlad", "shares a word"],
    ["Bunica Veta", "is somebody else"],
    ["Anna Vlad", "may be a slip"],
  ])("by %s (%s) counts, and what it says stays on the order", async (name) => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    const other = { ...dan, name, email: ana.email };
    const second = await tellOrder(store, { id: "2", buyer: other, createdAt: later(5) });
    expect(second.customerId).toBe(customerId);
    expect(await contactOf(customerId)).toMatchObject({
      name: "Ana Vlad",
      phone: ana.phone,
      street: "Strada A 1",
    });
    const [lead] = await asOwner("select name, phone from crm_leads where id = $1", [second.leadId]);
    expect(lead).toEqual({ name, phone: dan.phone });
    expect(await listed()).toMatchObject([{ name: "Ana Vlad", orders: 2 }]);
  });

  test("an address is taken as a whole: no old postcode beside a new street", async () => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    const moved = { ...ana, street: "Strada Noua 9", city: null, zip: null };
    await tellOrder(store, { id: "2", buyer: moved, createdAt: later(5) });
    expect(await contactOf(customerId)).toMatchObject({ street: "Strada Noua 9", city: null, zip: null });
  });

  test("of whom a family shares the phone, but neither e-mail nor name, is another person's", async () => {
    await tellOrder(store, { id: "1", buyer: ana });
    await tellOrder(store, { id: "2", buyer: { ...dan, phone: ana.phone } });
    expect(await listed()).toMatchObject([{ name: "Ana Vlad" }, { name: "Dan Lupu" }]);
  });

  test("an older order that comes later changes nothing of what a newer one said", async () => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana, createdAt: later(5) });
    await tellOrder(store, { id: "2", buyer: { ...ana, street: "Strada Veche 3" }, createdAt: later(0) });
    expect(await contactOf(customerId)).toMatchObject({ street: "Strada A 1" });
  });

  test("one dated in the year 9999 does not freeze what is known", async () => {
    const far = new Date("9999-12-31T00:00:00Z");
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana, createdAt: far, updatedAt: far });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const now = new Date();
    const moved = { ...ana, street: "Strada Noua 9" };
    await tellOrder(store, { id: "2", buyer: moved, createdAt: now, updatedAt: now });
    expect(await contactOf(customerId)).toMatchObject({ street: "Strada Noua 9" });
  });
});

describe("an order that names another buyer", () => {
  const news = { change: "updated", updatedAt: later(10) } as const;

  test("moves to that one with its counts, and says so on the timeline", async () => {
    await tellOrder(store, { id: "1", buyer: ana });
    await tellOrder(store, { id: "2", buyer: dan, createdAt: later(1) });
    const { customerId } = await tellOrder(store, { id: "3", buyer: ana });
    const { leadId } = await tellOrder(store, { id: "3", buyer: dan, ...news });
    expect(await listed()).toEqual([
      { name: "Ana Vlad", email: ana.email, phone: ana.phone, orders: 1 },
      { name: "Dan Lupu", email: dan.email, phone: dan.phone, orders: 2 },
    ]);
    const events = await asOwner(
      "select details from crm_lead_events where lead_id = $1 and type = 'buyer_changed'",
      [leadId],
    );
    expect(events).toEqual([{ details: { from: "Ana Vlad", to: "Dan Lupu", fromId: customerId } }]);
  });

  test("leaves the former one known, also when nothing else is known of that one", async () => {
    await tellOrder(store, { id: "1", buyer: ana, externalCustomerId: "31" });
    await tellOrder(store, {
      id: "1",
      buyer: { ...dan, phone: ana.phone },
      externalCustomerId: "32",
      ...news,
    });
    expect(await listed()).toMatchObject([
      { name: "Ana Vlad", email: ana.email, orders: 0 },
      { name: "Dan Lupu", email: dan.email, orders: 1 },
    ]);
    expect(
      await asOwner("select name from customers where workspace_id = $1 order by created_at", [
        store.workspaceId,
      ]),
    ).toEqual([{ name: "Ana Vlad" }, { name: "Dan Lupu" }]);
  });

  test.each([
    ["e-mail", { ...ana, phone: null }],
    ["phone", { ...ana, email: null }],
    ["phone, under another name, with the e-mail that is known", { ...ana, name: "Ana Ionescu" }],
  ])("leaves one who is the same again by %s", async (_sign, returning) => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    await tellOrder(store, { id: "1", buyer: dan, ...news });
    const again = await tellOrder(store, { id: "2", buyer: returning, createdAt: later(20) });
    expect(again.customerId).toBe(customerId);
    expect(await listed()).toMatchObject([
      { name: returning.name, orders: 1 },
      { name: "Dan Lupu", orders: 1 },
    ]);
  });

  test("leaves one whose phone alone does not make somebody else the same", async () => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    await tellOrder(store, { id: "1", buyer: dan, ...news });
    const family = { ...ana, name: "Bunica Veta", email: "veta@example.com" };
    expect((await tellOrder(store, { id: "2", buyer: family })).customerId).not.toBe(customerId);
  });

  test.each([
    ["nobody", false],
    ["somebody", true],
  ])(
    "leaves one who is found by what the seller knows, when %s else has the e-mail",
    async (_who, isTaken) => {
      const another = await openStore(seller.workspace, await createMember(seller.workspace, "seller"));
      if (isTaken) await tellOrder(another, { id: "1", buyer: ana });
      const first = await tellOrder(store, { id: "1", buyer: { ...dan, email: null } });
      const corrected = { leadId: first.leadId, from: { email: null }, to: { email: ana.email } };
      expect(await correctContact(seller, corrected)).toEqual({ outcome: "saved" });
      await tellOrder(store, { id: "1", buyer: { name: "Ion Pop", phone: "+40722023003" }, ...news });
      const again = await tellOrder(store, { id: "2", buyer: { ...dan, email: ana.email, phone: null } });
      expect(again.customerId).toBe(first.customerId);
    },
  );

  test.each([
    ["a corrected e-mail", { ...ana, email: "ana.vlad@example.com" }, "31"],
    ["a corrected phone", { ...ana, phone: "+40722023999" }, "31"],
    ["an account that she made since", ana, "44"],
    ["a new name of hers", { ...ana, name: "Ana Ionescu" }, "31"],
  ])("is no other one with %s", async (_what, buyer, externalCustomerId) => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana, externalCustomerId: "31" });
    const again = await tellOrder(store, { id: "1", buyer, externalCustomerId, ...news });
    expect(again.customerId).toBe(customerId);
    expect(await contactOf(customerId)).toMatchObject({
      name: buyer.name,
      email: buyer.email,
      phone: buyer.phone,
    });
  });

  test("of an order with an e-mail alone the names decide", async () => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: { ...ana, phone: null } });
    const typo = { ...ana, email: "ana.vlad@example.com", phone: null };
    expect((await tellOrder(store, { id: "1", buyer: typo, ...news })).customerId).toBe(customerId);
    const other = { ...dan, phone: null };
    const moved = await tellOrder(store, { id: "1", buyer: other, change: "updated", updatedAt: later(20) });
    expect(moved.customerId).not.toBe(customerId);
  });
});

describe("a gift", () => {
  const veta = {
    name: "Bunica Veta",
    email: null,
    phone: "+40722023012",
    street: "Strada B 2",
    city: "Arad",
  };

  test("gives its buyer neither the name nor the phone nor the address of who gets it", async () => {
    const { customerId } = await tellOrder(store, { id: "1", buyer: ana });
    await tellOrder(store, {
      id: "2",
      buyer: { ...ana, phone: null },
      recipient: veta,
      otherPhones: ["0722 023 012"],
      createdAt: later(5),
    });
    expect(await contactOf(customerId)).toMatchObject({
      name: "Ana Vlad",
      phone: ana.phone,
      street: "Strada A 1",
    });
  });

  test("and who got one is a buyer of her own", async () => {
    const first = await tellOrder(store, {
      id: "1",
      buyer: { ...ana, phone: null },
      recipient: veta,
      otherPhones: [veta.phone],
    });
    const second = await tellOrder(store, { id: "2", buyer: veta, createdAt: later(5) });
    expect(second.customerId).not.toBe(first.customerId);
    expect(await listed()).toMatchObject([
      { name: "Ana Vlad", email: ana.email, orders: 1 },
      { name: "Bunica Veta", phone: veta.phone, orders: 1 },
    ]);
  });
});

test("an order that tells no person makes no customer, and nobody is matched by nothing", async () => {
  const nameless = { name: null, email: "noreply@example.com", phone: "0" };
  expect((await tellOrder(store, { id: "1", buyer: nameless })).customerId).toBeNull();
  const [first, second] = [
    await tellOrder(store, { id: "2", buyer: { ...nameless, name: "Somebody" } }),
    await tellOrder(store, { id: "3", buyer: { ...nameless, name: "Somebody" } }),
  ];
  expect(first.customerId).not.toBe(second.customerId);
});

test("parts of an order and amounts in a currency that nobody knows are not added up", async () => {
  const paid = { buyer: ana, isPaid: true };
  const { orderId, customerId } = await tellOrder(store, { id: "1", ...paid });
  await tellOrder(store, { id: "2", ...paid, currency: "IRT" });
  await asOwner("update orders set parent_order_id = $1, repeats_parent = true where id = $2", [
    orderId,
    (await tellOrder(store, { id: "3", ...paid })).orderId,
  ]);
  await asOwner("select astra.refresh_customer_sellers($1::uuid)", [customerId]);
  const { rows } = await listCustomers(seller, customerList.load(""));
  expect(rows).toMatchObject([{ orders: 2, spent: { RON: "20.000" } }]);
});
