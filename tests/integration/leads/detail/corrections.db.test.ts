import { beforeAll, describe, expect, test } from "vitest";
import { acceptStoreValue, correctContact, keepCorrection } from "#lib/leads/correct-contact.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { shopifyAddress } from "#tests/fixtures/shopify-order.ts";
import {
  createDesk,
  type Desk,
  doneOn,
  phoneOf,
  tell,
  tellNew,
} from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";

const before = "Strada Lunga 7, ap. 3";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

/** An order, and how its store tells of it again. */
async function newOrder(id: number) {
  const email = `buyer-${id}@example.com`;
  const base = { id, name: `#${id}`, email, contact_email: email, customer: null };
  const phone = phoneOf(id);
  const shipping_address = shopifyAddress({ phone });
  const leadId = await tell(desk.store, { ...base, shipping_address });
  const again = (minute: number, address: Record<string, unknown>) =>
    tell(desk.store, {
      ...base,
      updated_at: `2026-03-02T11:${minute}:00+02:00`,
      shipping_address: shopifyAddress({ phone, ...address }),
    });
  return { leadId, email, phone, again };
}

describe("a correction", () => {
  test("is written to lead, customer and order, with old and new values", async () => {
    const { leadId, phone } = await newOrder(101);
    const result = await correctContact(desk.seller, {
      leadId,
      from: { name: "Ana Pop", phone, street: before },
      to: { name: "Ana Popescu", phone: "0733 444 555", street: "Strada Lungă 7" },
    });
    expect(result).toEqual({ outcome: "saved" });
    expect((await getLead(desk.seller, leadId))?.contact).toMatchObject({
      name: "Ana Popescu",
      phone: "+40733444555",
      street: "Strada Lungă 7",
      city: "Cluj-Napoca",
    });
    const [row] = await asOwner(
      `select customer.name, customer.phone, customer.street, customer.corrections -> 'street' ->> 'storeValue' as said,
         "order".shipping_name, "order".shipping_phone, "order".shipping_street, "order".shipping_city
       from crm_leads lead join customers customer on customer.id = lead.customer_id
       join orders "order" on "order".id = lead.order_id where lead.id = $1`,
      [leadId],
    );
    expect(row).toEqual({
      name: "Ana Popescu",
      phone: "+40733444555",
      street: "Strada Lungă 7",
      said: before,
      shipping_name: "Ana Popescu",
      shipping_phone: "+40733444555",
      shipping_street: "Strada Lungă 7",
      shipping_city: "Cluj-Napoca",
    });
    expect(await doneOn(leadId)).toEqual([
      { type: "customer_corrected", details: { field: "name", from: "Ana Pop", to: "Ana Popescu" } },
      { type: "customer_corrected", details: { field: "phone", from: phone, to: "+40733444555" } },
      { type: "customer_corrected", details: { field: "street", from: before, to: "Strada Lungă 7" } },
    ]);
  });

  test("that comes second writes nothing and is told what is there now; saved again, it overwrites", async () => {
    const { leadId } = await newOrder(102);
    const first = { leadId, from: { street: before }, to: { street: "Strada A 1" } };
    const second = {
      leadId,
      from: { street: before, city: "Cluj-Napoca" },
      to: { street: "Strada B 2", city: "Turda" },
    };
    await correctContact(desk.admin, first);
    const answer = await correctContact(desk.seller, second);
    expect(answer).toEqual({
      outcome: "conflict",
      meanwhile: { street: { value: "Strada A 1", text: "Strada A 1", by: "Ada Admin" } },
    });
    const untouched = { street: "Strada A 1", city: "Cluj-Napoca" };
    expect((await getLead(desk.seller, leadId))?.contact).toMatchObject(untouched);
    const overwrite = { ...second, from: { ...second.from, street: "Strada A 1" } };
    expect(await correctContact(desk.seller, overwrite)).toEqual({ outcome: "saved" });
    expect((await getLead(desk.seller, leadId))?.contact).toMatchObject({
      street: "Strada B 2",
      city: "Turda",
    });
  });

  test("that comes second is told of every field that changed meanwhile, and who changed it", async () => {
    const { leadId, again } = await newOrder(107);
    const opened = (await getLead(desk.seller, leadId))?.contact ?? {};
    const first = { street: "Strada A 1", city: "Dej" };
    await correctContact(desk.admin, { leadId, from: { street: before, city: "Cluj-Napoca" }, to: first });
    await again(10, { zip: "405200" });
    const to = { name: "Ana Popescu", street: "Strada B 2" };
    expect(await correctContact(desk.seller, { leadId, from: opened, to })).toEqual({
      outcome: "conflict",
      meanwhile: {
        street: { value: "Strada A 1", text: "Strada A 1", by: "Ada Admin" },
        city: { value: "Dej", text: "Dej", by: "Ada Admin" },
        zip: { value: "405200", text: "405200", by: null },
      },
    });
  });

  test("is told of a phone as people read it", async () => {
    const { leadId } = await newOrder(110);
    const opened = (await getLead(desk.seller, leadId))?.contact ?? {};
    await correctContact(desk.admin, { leadId, from: opened, to: { phone: "0744 111 222" } });
    expect(
      await correctContact(desk.seller, { leadId, from: opened, to: { phone: "0744 333 444" } }),
    ).toEqual({
      outcome: "conflict",
      meanwhile: { phone: { value: "+40744111222", text: "+40 744 111 222", by: "Ada Admin" } },
    });
  });

  test("of a street is told when the city became another, but not one of the name", async () => {
    const { leadId } = await newOrder(108);
    const opened = (await getLead(desk.seller, leadId))?.contact ?? {};
    await correctContact(desk.admin, { leadId, from: { city: "Cluj-Napoca" }, to: { city: "Dej" } });
    expect(await correctContact(desk.seller, { leadId, from: opened, to: { street: "Strada B 2" } })).toEqual(
      {
        outcome: "conflict",
        meanwhile: { city: { value: "Dej", text: "Dej", by: "Ada Admin" } },
      },
    );
    expect(await correctContact(desk.seller, { leadId, from: opened, to: { name: "Ana Popescu" } })).toEqual({
      outcome: "saved",
    });
  });

  test("of two at once: one is saved, the other is told", async () => {
    const { leadId } = await newOrder(103);
    const correct = (street: string) =>
      correctContact(desk.seller, { leadId, from: { street: before }, to: { street } });
    const answers = await Promise.all([correct("Strada A 1"), correct("Strada B 2")]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "saved"]);
  });

  test("refuses an e-mail of nobody, and a phone that can't be dialled", async () => {
    const { leadId, email, phone } = await newOrder(105);
    const correct = (from: object, to: object) => correctContact(desk.seller, { leadId, from, to });
    await expect(correct({ email }, { email: "noreply@example.com" })).rejects.toMatchObject({
      key: "emailOfNobody",
      field: "email",
    });
    await expect(correct({ phone }, { phone: "12" })).rejects.toMatchObject({
      key: "phoneInvalid",
      field: "phone",
    });
    expect(await doneOn(leadId)).toEqual([]);
  });

  test("takes the e-mail of another customer without a word; only the shared row keeps its own", async () => {
    const { email: taken } = await newOrder(104);
    const { leadId, email } = await newOrder(109);
    const request = { leadId, from: { email }, to: { email: taken } };
    expect(await correctContact(desk.seller, request)).toEqual({ outcome: "saved" });
    expect((await getLead(desk.seller, leadId))?.contact.email).toBe(taken);
    const [row] = await asOwner(
      `select customer.email as shared, contact.email as own
       from crm_leads lead join customers customer on customer.id = lead.customer_id
       join customer_contacts contact on contact.customer_id = customer.id where lead.id = $1`,
      [leadId],
    );
    expect(row).toEqual({ shared: email, own: taken });
  });

  test("survives what the store says later, which is shown beside it", async () => {
    const { leadId, again } = await newOrder(106);
    await correctContact(desk.seller, {
      leadId,
      from: { street: before },
      to: { street: "Strada Lungă 7A" },
    });
    await again(10, {});
    expect(await getLead(desk.seller, leadId)).toMatchObject({
      contact: { street: "Strada Lungă 7A" },
      storeNews: {},
    });
    await again(20, { address1: "Strada Scurta 9", address2: "", city: "Turda" });
    expect(await getLead(desk.seller, leadId)).toMatchObject({
      contact: { street: "Strada Lungă 7A", city: "Turda" },
      storeNews: { street: "Strada Scurta 9" },
    });
  });
});

describe("what the store says since", () => {
  async function overtaken(id: number) {
    const { leadId, again } = await newOrder(id);
    await correctContact(desk.seller, {
      leadId,
      from: { street: before },
      to: { street: "Strada Lungă 7A" },
    });
    await again(10, { address1: "Strada Scurta 9", address2: "" });
    return { leadId, again, request: { leadId, field: "street", storeValue: "Strada Scurta 9" } as const };
  }

  test("counts again once it is accepted, and so does what the store says next", async () => {
    const { leadId, again, request } = await overtaken(201);
    await acceptStoreValue(desk.seller, request);
    expect(await getLead(desk.seller, leadId)).toMatchObject({
      contact: { street: "Strada Scurta 9" },
      storeNews: {},
    });
    expect((await doneOn(leadId)).at(-1)).toEqual({
      type: "store_value_accepted",
      details: { field: "street", from: "Strada Lungă 7A", to: "Strada Scurta 9" },
    });
    await again(20, { address1: "Strada Noua 1", address2: "" });
    expect((await getLead(desk.seller, leadId))?.contact.street).toBe("Strada Noua 1");
  });

  test("is not shown again once the correction is kept, until the store says something else", async () => {
    const { leadId, again, request } = await overtaken(202);
    await keepCorrection(desk.seller, request);
    expect(await getLead(desk.seller, leadId)).toMatchObject({
      contact: { street: "Strada Lungă 7A" },
      storeNews: {},
    });
    expect((await doneOn(leadId)).at(-1)?.type).toBe("correction_kept");
    await again(20, { address1: "Strada Noua 1", address2: "" });
    expect((await getLead(desk.seller, leadId))?.storeNews).toEqual({ street: "Strada Noua 1" });
  });

  test.for(["otherSeller", "viewer", "stranger"] as const)("is not decided by %s", async (who) => {
    const leadId = await tellNew(desk.store);
    const request = { leadId, field: "street", storeValue: "x" } as const;
    await expect(acceptStoreValue(desk[who], request)).rejects.toMatchObject({ key: "notFoundLead" });
    await expect(keepCorrection(desk[who], request)).rejects.toMatchObject({ key: "notFoundLead" });
  });

  test("is only decided as it was seen", async () => {
    const { request } = await overtaken(203);
    const old = { ...request, storeValue: "Strada Veche 1" };
    await expect(acceptStoreValue(desk.seller, old)).rejects.toMatchObject({ key: "storeValueChanged" });
  });
});
