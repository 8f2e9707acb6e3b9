import { beforeAll, describe, expect, test } from "vitest";
import type { LeadRow } from "#lib/leads/queries.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { insert } from "#tests/support/sales.ts";
import { pageOf } from "./ask.ts";
import { type AskerName, createWorld, visibleTo, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function rowOf(asker: AskerName, name: string): Promise<LeadRow | undefined> {
  const { rows } = await pageOf(world.sessions[asker], "size=100");
  return rows.find(({ customerName }) => customerName === name);
}

test("a row says what is on its lead, with the line of the highest value first", async () => {
  expect(await rowOf("viewer", "Ștefan Popescu")).toMatchObject({
    phone: "+40722123456",
    orderNumber: "#1001",
    total: "20.000",
    currency: "RON",
    itemName: "Lamp",
    itemSku: "LAMP-1",
    otherItems: 1,
    sellerName: "Ana",
    tags: [{ id: world.tags.gift, name: "gift", color: "green" }],
    duplicateOf: null,
    addressIssues: ["incomplete"],
  });
});

test("a lead entered by hand has neither order nor store", async () => {
  expect(await rowOf("mihai", "By Hand")).toMatchObject({
    orderNumber: null,
    total: null,
    currency: null,
    itemName: null,
    otherItems: 0,
    storeName: null,
  });
});

test("the item of a lead entered by hand is what the buyer wants", async () => {
  await insert("crm_lead_events", {
    lead_id: world.leads.find(({ name }) => name === "By Hand")?.id,
    type: "arrived",
    details: { product: "Two lamps" },
  });
  expect(await rowOf("mihai", "By Hand")).toMatchObject({
    itemName: "Two lamps",
    itemSku: null,
    otherItems: 0,
  });
});

describe("duplicates", () => {
  const idOf = (name: string) => world.leads.find((lead) => lead.name === name)?.id;

  test("are the later ones of the same phone or e-mail within 30 days", async () => {
    const original = { id: idOf("Original"), orderNumber: "#1301" };
    expect((await rowOf("admin", "Original"))?.duplicateOf).toBeNull();
    expect((await rowOf("admin", "Same Phone"))?.duplicateOf).toEqual(original);
    expect((await rowOf("admin", "Same Mail"))?.duplicateOf).toEqual(original);
  });

  test("are not counted from a lead that is itself a duplicate, or that came long before", async () => {
    expect((await rowOf("admin", "Too Late"))?.duplicateOf).toBeNull();
  });

  test("of another seller stay unknown to a seller", async () => {
    expect((await rowOf("mihai", "Same Mail"))?.duplicateOf).toBeNull();
  });
});

test("a buyer's history is what the person may see of it, without test orders and the lead's own refusal", async () => {
  const [one, two, three, four] = ["Original", "Same Phone", "Same Mail", "Too Late"].map(
    (name) => world.leads.find((lead) => lead.name === name)?.id,
  );
  const [customer] = world.leads;
  await asOwner("update crm_leads set customer_id = $1 where id = any ($2)", [
    customer?.customerId,
    [one, two, three, four],
  ]);
  await asOwner("update crm_leads set logistic_status = 'delivered' where id = $1", [one]);
  await asOwner("update crm_leads set cod_status = 'refused' where id = any ($1)", [[two, three]]);
  await asOwner("update crm_leads set is_test = true where id = $1", [four]);
  const history = async (asker: AskerName, name: string) => (await rowOf(asker, name))?.history;
  expect(await history("admin", "Ștefan Popescu")).toEqual({ orders: 4, delivered: 1, refused: 2 });
  expect(await history("ana", "Ștefan Popescu")).toEqual({ orders: 3, delivered: 1, refused: 1 });
  expect(await history("admin", "Same Mail")).toEqual({ orders: 4, delivered: 1, refused: 1 });
  expect(await history("mihai", "Same Mail")).toEqual({ orders: 1, delivered: 0, refused: 0 });
});

test("what other leads tell of a buyer is told of nobody whom the person may not see", async () => {
  const { admin, ana, mihai, stranger } = world.sessions;
  const leads = [...world.leads.map(({ id }) => id), world.strangersLeadId];
  const askedBy = (session: { userId: string }, workspaceId = admin.workspace.id) =>
    asPerson(session.userId, async (query) => {
      const { rows } = await query("select lead_id from astra.buyer_signs($1, $2)", [workspaceId, leads]);
      return rows.map((row) => row.lead_id).sort();
    });
  expect(await askedBy(admin)).toEqual(world.leads.map(({ id }) => id).sort());
  for (const asker of ["ana", "mihai"] as const)
    expect(await askedBy(world.sessions[asker])).toEqual(
      visibleTo(world, asker)
        .map(({ id }) => id)
        .sort(),
    );
  expect(await askedBy(stranger)).toEqual([]);
  expect(await askedBy(stranger, stranger.workspace.id)).toEqual([world.strangersLeadId]);
  for (const session of [ana, mihai]) expect(await askedBy(session, stranger.workspace.id)).toEqual([]);
  expect(await askedBy({ userId: crypto.randomUUID() })).toEqual([]);
});
