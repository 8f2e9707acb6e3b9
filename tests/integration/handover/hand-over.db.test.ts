import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { handOver } from "#lib/handover/commands.ts";
import { previewHandOver } from "#lib/handover/queries.ts";
import { asOwner, asPerson, asSystem } from "#tests/support/database.ts";
import { createWorkspace, deactivate, randomName, type Workspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;
let ana: Member;
let dan: Member;
let store: Store;
let customerId: string;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada");
  ana = await signIn(workspace, "seller", "Ana");
  dan = await signIn(workspace, "seller", "Dan");
  store = await createStore(workspace, ana);
  customerId = await createBuyer(workspace, { name: "Octavia Pop", email: "octavia@example.com" });
});

const everything = { stores: true, leads: true, products: true };
const nothing = { stores: false, leads: false, products: false };

function people(from = ana, to = dan) {
  return { fromId: from.userId, toId: to.userId };
}

function buy(changes: Partial<Parameters<typeof createPurchase>[1]> = {}) {
  return createPurchase(workspace, {
    storeId: store.id,
    owner: ana,
    customerId,
    number: "#1",
    orderedAt: "2026-11-20T10:00:00Z",
    ...changes,
  });
}

async function addProduct({ userId }: Member, sku: string, place = workspace): Promise<string> {
  const id = randomUUID();
  await insert("products", {
    id,
    workspace_id: place.id,
    user_id: userId,
    sku,
    name: "Lamp",
    price: "20.000",
    currency: "EUR",
  });
  return id;
}

async function addAlias({ userId }: Member, sku: string, productId: string): Promise<void> {
  await asOwner(
    "insert into product_aliases (workspace_id, user_id, sku, product_id) values ($1, $2, $3, $4)",
    [workspace.id, userId, sku, productId],
  );
}

async function readValue(column: string, table: string, id: string): Promise<unknown> {
  const [row] = await asOwner(`select ${column} as value from ${table} where id = $1`, [id]);
  return row?.value;
}

describe("what a member has", () => {
  test("is counted before anything is written", async () => {
    const { leadId } = await buy();
    await buy({ number: "#2", kpi: "paid", cod: "collected" });
    await addProduct(ana, "LAMP");
    await addProduct(ana, "BOTH");
    await addProduct(dan, "BOTH");
    expect(await previewHandOver(admin, people())).toEqual({
      stores: 1,
      leads: 1,
      products: 1,
      productsStaying: 1,
    });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(ana.userId);
    expect(await readValue("user_id", "integrations", store.id)).toBe(ana.userId);
  });

  test("goes over in one step: stores, open leads with the credit for their orders, and products", async () => {
    const { leadId, orderId } = await buy();
    const productId = await addProduct(ana, "LAMP");
    expect(await handOver(admin, { ...people(), ...everything })).toEqual({
      stores: 1,
      leads: 1,
      products: 1,
      productsStaying: 0,
    });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(dan.userId);
    expect(await readValue("store_user_id", "crm_leads", leadId)).toBe(dan.userId);
    expect(await readValue("user_id", "orders", orderId)).toBe(dan.userId);
    expect(await readValue("user_id", "products", productId)).toBe(dan.userId);
    expect(await previewHandOver(admin, people())).toEqual({
      stores: 0,
      leads: 0,
      products: 0,
      productsStaying: 0,
    });
  });

  test("leaves finished leads credited to whoever worked them", async () => {
    const { leadId, orderId } = await buy({ kpi: "paid", cod: "collected" });
    await handOver(admin, { ...people(), ...everything });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(ana.userId);
    expect(await readValue("user_id", "orders", orderId)).toBe(ana.userId);
    expect(await readValue("store_user_id", "crm_leads", leadId)).toBe(dan.userId);
  });

  test("is told on each lead's timeline, in the admin's name", async () => {
    const { leadId } = await buy();
    await handOver(admin, { ...people(), ...everything });
    expect(
      await asOwner("select type, user_id as by, details from crm_lead_events where lead_id = $1", [leadId]),
    ).toEqual([{ type: "reassigned", by: admin.userId, details: { from: "Ana", to: "Dan" } }]);
  });

  test("takes what is known of the buyers along", async () => {
    await buy();
    const knows = async (member: Member) =>
      (
        await asPerson(member.userId, (query) =>
          query("select name from customer_contacts where customer_id = $1", [customerId]),
        )
      ).rows;
    expect(await knows(ana)).toHaveLength(1);
    expect(await knows(dan)).toEqual([]);
    await handOver(admin, { ...people(), ...everything });
    expect(await knows(ana)).toEqual([]);
    expect(await knows(dan)).toEqual([{ name: "Octavia Pop" }]);
  });

  test("goes over in parts, as chosen", async () => {
    const { leadId } = await buy();
    const productId = await addProduct(ana, "LAMP");
    expect(await handOver(admin, { ...people(), ...nothing, leads: true })).toMatchObject({
      stores: 0,
      leads: 1,
      products: 0,
    });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(dan.userId);
    expect(await readValue("user_id", "integrations", store.id)).toBe(ana.userId);
    expect(await readValue("user_id", "products", productId)).toBe(ana.userId);
  });

  test("goes over from somebody who is shut out", async () => {
    const { leadId } = await buy();
    await deactivate(workspace, ana.person);
    await handOver(admin, { ...people(), ...everything });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(dan.userId);
  });

  test("stays where it is in another workspace", async () => {
    const elsewhere = await createWorkspace();
    for (const member of [ana, dan])
      await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
        elsewhere.id,
        member.userId,
      ]);
    const theirs = await createStore(elsewhere, ana);
    const productId = await addProduct(ana, "LAMP", elsewhere);
    await handOver(admin, { ...people(), ...everything });
    expect(await readValue("user_id", "integrations", theirs.id)).toBe(ana.userId);
    expect(await readValue("user_id", "products", productId)).toBe(ana.userId);
  });
});

describe("products", () => {
  test("stay whose SKU the receiver has, or has said what it means", async () => {
    const [both, said] = [await addProduct(ana, "BOTH"), await addProduct(ana, "SAID")];
    await addAlias(dan, "SAID", await addProduct(dan, "BOTH"));
    expect(await handOver(admin, { ...people(), ...everything })).toMatchObject({
      products: 0,
      productsStaying: 2,
    });
    expect(await readValue("user_id", "products", both)).toBe(ana.userId);
    expect(await readValue("user_id", "products", said)).toBe(ana.userId);
  });

  test("take along the other SKUs that mean them", async () => {
    const productId = await addProduct(ana, "LAMP");
    await addAlias(ana, "LAMP-OLD", productId);
    await handOver(admin, { ...people(), ...nothing, products: true });
    expect(
      await asOwner("select sku, user_id as owner from product_aliases where product_id = $1", [productId]),
    ).toEqual([{ sku: "LAMP-OLD", owner: dan.userId }]);
  });

  test("of the platform are meant in stores that change hands as before", async () => {
    const productId = randomUUID();
    await insert("products", {
      id: productId,
      workspace_id: workspace.id,
      user_id: null,
      sku: "PLATFORM",
      name: "Lamp",
      price: "20.000",
      currency: "EUR",
    });
    await addAlias(ana, "LAMP-OLD", productId);
    const owners = () =>
      asOwner("select user_id as owner from product_aliases where product_id = $1", [productId]);
    await handOver(admin, { ...people(), ...nothing, products: true });
    expect(await owners()).toEqual([{ owner: ana.userId }]);
    await handOver(admin, { ...people(), ...nothing, stores: true });
    expect(await owners()).toEqual([{ owner: dan.userId }]);
  });
});

describe("nothing changes hands", () => {
  test("to a viewer, somebody shut out, or nobody of the workspace: all of it stays", async () => {
    const { leadId } = await buy();
    const gone = await signIn(workspace, "seller");
    await deactivate(workspace, gone.person);
    const viewer = await signIn(workspace, "viewer");
    const stranger = await signIn(await createWorkspace(), "admin");
    for (const receiver of [viewer, gone, stranger])
      await expect(handOver(admin, { ...people(ana, receiver), ...everything })).rejects.toThrow(
        "notFoundSeller",
      );
    await expect(handOver(stranger, { ...people(ana, stranger), ...everything })).resolves.toMatchObject({
      stores: 0,
      leads: 0,
    });
    expect(await readValue("user_id", "crm_leads", leadId)).toBe(ana.userId);
    expect(await readValue("user_id", "integrations", store.id)).toBe(ana.userId);
  });

  test("to somebody who is being shut out at that moment", async () => {
    let handed: Promise<unknown> = Promise.resolve();
    await asSystem(async (query) => {
      await query("update memberships set is_active = false where workspace_id = $1 and user_id = $2", [
        workspace.id,
        dan.userId,
      ]);
      handed = handOver(admin, { ...people(), ...everything }).catch((error: Error) => error.message);
      await Promise.race([handed, sleep(500)]);
    });
    expect(await handed).toBe("notFoundSeller");
    expect(await readValue("user_id", "integrations", store.id)).toBe(ana.userId);
  });

  test("by anybody but an admin, whatever is forced", async () => {
    const manager = await signIn(workspace, "manager");
    const viewer = await signIn(workspace, "viewer");
    for (const member of [manager, ana, viewer]) {
      await expect(handOver(member, { ...people(), ...everything })).rejects.toThrow("forbidden");
      expect(() => previewHandOver(member, people())).toThrow("forbidden");
      const written = await asPerson(member.userId, (query) =>
        query("update integrations set user_id = $1 where id = $2 and user_id <> $1", [dan.userId, store.id]),
      ).catch((error: Error) => error.message);
      expect(JSON.stringify(written)).toMatch(/row-level security|"rowCount":0/);
    }
    expect(await readValue("user_id", "integrations", store.id)).toBe(ana.userId);
  });
});

test("more leads than the timeline takes at once go over in one go", async () => {
  await asOwner(
    `insert into customers (id, workspace_id, name, email) select gen_random_uuid(), $1, 'Buyer ' || n, $2 || n || '@example.com'
     from generate_series(1, 1500) n`,
    [workspace.id, randomName()],
  );
  await asOwner(
    `with placed as (
       insert into orders (workspace_id, integration_id, user_id, customer_id, external_order_id, order_number, status, payment_status,
         fulfillment_status, currency, total_amount, current_total_amount, order_created_at, external_updated_at)
       select $1, $2, $3, id, id, '#' || right(id::text, 5), 'pending', 'pending', 'unfulfilled', 'RON', 20, 20, now(), now()
       from customers where workspace_id = $1 and name like 'Buyer %' returning id, customer_id
     )
     insert into crm_leads (workspace_id, order_id, integration_id, user_id, customer_id, name, source, cod_status, kpi_status, arrived_at)
     select $1, id, $2, $3, customer_id, 'Buyer', 'shopify', 'pending', 'waiting', now() from placed`,
    [workspace.id, store.id, ana.userId],
  );
  await asOwner("analyze crm_leads, orders, customers");
  const moved = await handOver(admin, { ...people(), ...everything });
  expect(moved).toMatchObject({ stores: 1, leads: 1_500 });
  const [row] = await asOwner(
    `select (select count(*)::int from crm_leads where user_id = $1 and store_user_id = $1) as leads,
       (select count(*)::int from orders where user_id = $1 and store_user_id = $1) as orders,
       (select count(*)::int from customer_contacts where user_id = $1) as known,
       (select count(*)::int from crm_lead_events event join crm_leads lead on lead.id = event.lead_id
        where lead.user_id = $1 and event.type = 'reassigned') as told`,
    [dan.userId],
  );
  expect(row).toEqual({ leads: 1_500, orders: 1_500, known: 1_500, told: 1_500 });
}, 120_000);
