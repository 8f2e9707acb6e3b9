import { beforeEach, describe, expect, test } from "vitest";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { correctContact } from "#lib/leads/correct-contact.ts";
import { reassign } from "#lib/leads/lead-commands.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { asOwner, asPerson, type Row } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { openStore, type TellingStore, tellOrder } from "#tests/support/told-orders.ts";
import { countFound, readableBy } from "./readable.ts";

// Two sellers of one workspace: the victim's shop sold to Vera; the forger's shop sends what the forger likes.

let admin: Member;
let victim: Member;
let forger: Member;
let honest: TellingStore;
let forged: TellingStore;

beforeEach(async () => {
  const workspace = await createWorkspace("RON");
  admin = await signIn(workspace, "admin", "Ioana");
  victim = await signIn(workspace, "seller", "Victor");
  forger = await signIn(workspace, "seller", "Fane");
  honest = await openStore(workspace, victim);
  forged = await openStore(workspace, forger);
});

const vera = {
  name: "Vera Vulturescu",
  email: "vera.secret@example.com",
  phone: "+40722808202",
  street: "Strada Tainica 77",
  city: "Zlatna",
  zip: "516100",
};
const secrets = ["Vulturescu", "vera.secret", "722808202", "Tainica", "Zlatna", "516100"];
const later = (minutes: number) => new Date(Date.parse("2026-03-02T10:00:00Z") + minutes * 60_000);

/** Asks for everything as the forger, who knows only `known` of the secrets. */
async function expectHidden(known: string[]): Promise<void> {
  const all = await readableBy(forger);
  for (const secret of secrets.filter((one) => !known.includes(one))) {
    expect(all, secret).not.toContain(secret);
    expect(await countFound(forger, secret), secret).toBe(0);
  }
}

async function contactOf({ userId }: Member, customerId: string | null): Promise<Row | undefined> {
  const [contact] = await asOwner(
    "select name, email, phone, street from customer_contacts where user_id = $1 and customer_id = $2",
    [userId, customerId],
  );
  return contact;
}

describe("an order with only somebody else's", () => {
  test.each([
    ["e-mail", { name: "F", email: vera.email }, ["vera.secret"]],
    ["phone", { name: "F", phone: vera.phone }, ["722808202"]],
    ["e-mail and name", { name: vera.name, email: vera.email }, ["vera.secret", "Vulturescu"]],
  ])(
    "%s is one customer's to those who see everything, and shows the forger nothing",
    async (_what, buyer, known) => {
      const { customerId } = await tellOrder(honest, { id: "1", buyer: vera });
      const forgery = await tellOrder(forged, { id: "1", buyer });
      expect(forgery.customerId).toBe(customerId);
      await expectHidden(known);
      const customer = await getCustomer(admin, customerId ?? "");
      expect(customer?.orders).toHaveLength(2);
      expect(customer?.contacts.map(({ sellerName, name }) => [sellerName, name])).toEqual(
        expect.arrayContaining([
          ["Victor", vera.name],
          ["Fane", buyer.name],
        ]),
      );
    },
  );

  test("e-mail and phone, one after the other, are two buyers to whom nobody told that they are one", async () => {
    await tellOrder(honest, { id: "1", buyer: vera });
    const byEmail = await tellOrder(forged, { id: "1", buyer: { name: "F", email: vera.email } });
    const byPhone = await tellOrder(forged, { id: "2", buyer: { name: "F", phone: vera.phone } });
    expect(byPhone.customerId).not.toBe(byEmail.customerId);
    const both = await tellOrder(forged, {
      id: "3",
      buyer: { name: "F", email: vera.email, phone: "+40733000111" },
    });
    expect(both.customerId).toBe(byEmail.customerId);
  });

  test("e-mail, dated in the year 9999, freezes nobody", async () => {
    const { customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    const far = new Date("9999-12-31T00:00:00Z");
    const buyer = { ...vera, phone: "+40733000666", street: "Forged 6" };
    await tellOrder(forged, { id: "1", buyer, createdAt: far, updatedAt: far });
    await tellOrder(honest, { id: "2", buyer: { ...vera, street: "Strada Noua 9" }, createdAt: later(5) });
    expect(await contactOf(victim, customerId)).toEqual({
      name: vera.name,
      email: vera.email,
      phone: vera.phone,
      street: "Strada Noua 9",
    });
  });
});

describe("a forger's correction", () => {
  const to = { name: "Vera Forged", phone: "+40733000666", street: "Forged 6", city: "Nowhere" };

  /** What the victim calls and ships by, for an order of Vera's. */
  async function victimsNext(id: string) {
    const { leadId } = await tellOrder(honest, { id, buyer: vera, createdAt: later(Number(id)) });
    const [parcel] = await asOwner(
      `select lead.name, lead.phone, shipping_name, shipping_phone, shipping_street from crm_leads lead
       join orders "order" on "order".id = lead.order_id where lead.id = $1`,
      [leadId],
    );
    return { parcel, shown: (await getLead(victim, leadId))?.contact };
  }

  const untouched = {
    parcel: {
      name: vera.name,
      phone: vera.phone,
      shipping_name: vera.name,
      shipping_phone: vera.phone,
      shipping_street: vera.street,
    },
    shown: { name: vera.name, phone: vera.phone, street: vera.street, city: vera.city },
  };

  test("of an own order reaches neither the victim's contact nor the next lead nor the next parcel", async () => {
    const { customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    const { leadId } = await tellOrder(forged, { id: "1", buyer: { name: vera.name, email: vera.email } });
    const from = (await getLead(forger, leadId))?.contact ?? {};
    expect(await correctContact(forger, { leadId, from, to })).toEqual({ outcome: "saved" });
    expect(await victimsNext("2")).toMatchObject(untouched);
    expect(await contactOf(victim, customerId)).toMatchObject({ phone: vera.phone, street: vera.street });
    expect(await contactOf(forger, customerId)).toMatchObject({
      name: to.name,
      phone: to.phone,
      street: to.street,
    });
  });

  test("of a lead that the forger was given to work counts for that lead alone", async () => {
    const { leadId, customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    await reassign(admin, { ids: [leadId], userId: forger.userId });
    const from = (await getLead(forger, leadId))?.contact ?? {};
    await correctContact(forger, { leadId, from, to });
    expect((await getLead(victim, leadId))?.contact).toMatchObject(to);
    expect(await victimsNext("2")).toMatchObject(untouched);
    expect(await contactOf(victim, customerId)).toMatchObject({ phone: vera.phone, street: vera.street });
  });

  test("is noted as the forger's own, whatever is sent to the database", async () => {
    const { leadId } = await tellOrder(forged, { id: "1", buyer: { name: vera.name, email: vera.email } });
    const asManager = JSON.stringify({ phone: { standing: "manager", userId: admin.userId } });
    const forge = asPerson(forger.userId, (query) =>
      query("update crm_leads set corrections = $2 where id = $1", [leadId, asManager]),
    );
    await expect(forge).rejects.toThrow("permission denied");
    await asPerson(forger.userId, (query) =>
      query("update crm_leads set phone = '+40733000666' where id = $1", [leadId]),
    );
    const [lead] = await asOwner("select corrections from crm_leads where id = $1", [leadId]);
    expect(lead?.corrections).toMatchObject({ phone: { standing: "owner", userId: forger.userId } });
  });
});

describe("a correction", () => {
  test("of the store's owner counts for the owner's next lead of that buyer, and for nobody else's", async () => {
    const { leadId, customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    await tellOrder(forged, { id: "1", buyer: vera });
    await correctContact(victim, { leadId, from: { phone: vera.phone }, to: { phone: "+40744000111" } });
    const own = await tellOrder(honest, { id: "2", buyer: vera, createdAt: later(5) });
    expect((await getLead(victim, own.leadId))?.contact.phone).toBe("+40744000111");
    const others = await tellOrder(forged, { id: "2", buyer: vera, createdAt: later(5) });
    expect((await getLead(forger, others.leadId))?.contact.phone).toBe(vera.phone);
    expect(await contactOf(forger, customerId)).toMatchObject({ phone: vera.phone });
  });

  test("of an admin counts for every seller and for the shared row", async () => {
    const { leadId, customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    await tellOrder(forged, { id: "1", buyer: vera });
    await correctContact(admin, { leadId, from: { phone: vera.phone }, to: { phone: "+40744000111" } });
    expect(await contactOf(victim, customerId)).toMatchObject({ phone: "+40744000111" });
    expect(await contactOf(forger, customerId)).toMatchObject({ phone: "+40744000111" });
    expect((await getCustomer(admin, customerId ?? ""))?.contact.phone).toBe("+40744000111");
    const { leadId: next } = await tellOrder(forged, { id: "2", buyer: vera, createdAt: later(5) });
    expect((await getLead(forger, next))?.contact.phone).toBe("+40744000111");
  });

  test("of an admin is not told to a seller whose order is plainly another person's", async () => {
    const { leadId } = await tellOrder(honest, { id: "1", buyer: vera });
    const { customerId } = await tellOrder(forged, {
      id: "1",
      buyer: { name: "Dan Lupu", email: vera.email },
    });
    await correctContact(admin, { leadId, from: { phone: vera.phone }, to: { phone: "+40744000111" } });
    expect(await contactOf(forger, customerId)).toMatchObject({ phone: null });
  });

  test("tells on the timeline what the lead itself said, not what the corrector knew of the buyer", async () => {
    await tellOrder(honest, { id: "1", buyer: vera });
    const { leadId } = await tellOrder(honest, { id: "2", buyer: { name: vera.name, email: vera.email } });
    await reassign(admin, { ids: [leadId], userId: forger.userId });
    const from = { phone: vera.phone };
    expect((await getLead(victim, leadId))?.contact).toMatchObject(from);
    await correctContact(victim, { leadId, from, to: { phone: "+40744000111" } });
    await expectHidden(["Vulturescu", "vera.secret"]);
  });

  test("of a seller never empties what a later order says of another", async () => {
    const { leadId } = await tellOrder(honest, { id: "1", buyer: vera });
    await correctContact(victim, { leadId, from: { phone: vera.phone }, to: { phone: "" } });
    const next = await tellOrder(honest, { id: "2", buyer: vera, createdAt: later(5) });
    const [lead] = await asOwner("select name, email, phone from crm_leads where id = $1", [next.leadId]);
    expect(lead).toEqual({ name: vera.name, email: vera.email, phone: vera.phone });
  });
});

describe("who is the seller of a lead", () => {
  test("knows what its order says, and forgets that with the lead", async () => {
    await tellOrder(honest, { id: "1", buyer: vera });
    const given = { ...vera, street: "Strada Data 3", city: "Iași" };
    const { leadId, customerId } = await tellOrder(honest, { id: "2", buyer: given, createdAt: later(-5) });
    await reassign(admin, { ids: [leadId], userId: forger.userId });
    expect(await contactOf(forger, customerId)).toMatchObject({ phone: vera.phone, street: "Strada Data 3" });
    expect(await readableBy(forger)).not.toContain("Tainica");
    await reassign(admin, { ids: [leadId], userId: victim.userId });
    expect(await contactOf(forger, customerId)).toBeUndefined();
    await expectHidden([]);
  });

  test("handing a store over moves its contacts", async () => {
    const { leadId, customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    await correctContact(victim, { leadId, from: { phone: vera.phone }, to: { phone: "+40744000111" } });
    await asPerson(admin.userId, (query) =>
      query("update integrations set user_id = $1 where id = $2", [forger.userId, honest.id]),
    );
    expect(await contactOf(forger, customerId)).toEqual({
      name: vera.name,
      email: vera.email,
      phone: "+40744000111",
      street: vera.street,
    });
    const next = await tellOrder(
      { ...honest, userId: forger.userId },
      { id: "2", buyer: vera, createdAt: later(5) },
    );
    expect(next.customerId).toBe(customerId);
    expect((await getLead(forger, next.leadId))?.contact.phone).toBe("+40744000111");
    await expectHidden(secrets);
  });

  test("handing a store over moves the buyers whom its orders named before they named somebody else", async () => {
    const { leadId, customerId } = await tellOrder(honest, { id: "1", buyer: vera });
    const [name, street] = ["Vera Vulturescu-Pop", "Strada Proprie 5"];
    await correctContact(victim, { leadId, from: { name: vera.name }, to: { name } });
    await reassign(admin, { ids: [leadId], userId: forger.userId });
    await correctContact(forger, { leadId, from: { street: vera.street }, to: { street } });
    const news = { change: "updated", updatedAt: new Date() } as const;
    const dan = { name: "Dan Lupu", email: "dan.lupu@example.com", phone: "+40722023002" };
    await tellOrder(honest, { id: "1", buyer: dan, ...news });
    const kept = { name, email: vera.email, phone: vera.phone, street: vera.street };
    expect(await contactOf(victim, customerId)).toEqual(kept);
    expect(await contactOf(forger, customerId)).toBeUndefined();
    await asPerson(admin.userId, (query) =>
      query("update integrations set user_id = $1 where id = $2", [forger.userId, honest.id]),
    );
    expect(await contactOf(victim, customerId)).toBeUndefined();
    expect(await contactOf(forger, customerId)).toEqual(kept);
    expect(await readableBy(victim)).not.toMatch(/vulturescu|vera.secret/i);
    const left = await asOwner("select user_id, orders_count from customer_sellers where customer_id = $1", [
      customerId,
    ]);
    expect(left).toEqual([{ user_id: forger.userId, orders_count: 0 }]);
  });
});
