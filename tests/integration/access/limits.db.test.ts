import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, asPerson, type Query, type Row } from "#tests/support/database.ts";
import { createSale, insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { createWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

type Name = keyof World["people"];

/** Runs one statement as someone, for good. */
function by(name: Name, text: string, values: unknown[] = []): Promise<Row[]> {
  return asPerson(world.people[name].userId, async (query: Query) => (await query(text, values)).rows);
}

describe("rows stay in their workspace", () => {
  const tables = ["memberships", "integrations", "products", "customers", "orders", "crm_leads", "crm_tags"];

  test.each(tables)("nobody moves a row of %s into another", async (table) => {
    for (const name of ["admin", "manager", "seller", "stranger"] as const) {
      const move = by(name, `update ${table} set workspace_id = $1`, [world.strangers.id]);
      await expect(move).rejects.toThrow("permission denied");
    }
  });

  test.each(["orders", "crm_leads", "integrations", "products"])(
    "not even an admin gives a row of %s to someone outside",
    async (table) => {
      const give = by("admin", `update ${table} set user_id = $1`, [world.people.stranger.userId]);
      await expect(give).rejects.toThrow("not a member of the workspace");
    },
  );
});

test("an admin adds new accounts, but pulls nobody in from another business", async () => {
  const add = by("admin", "insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
    world.ours.id,
    world.people.stranger.userId,
  ]);
  await expect(add).rejects.toThrow("row-level security");
});

describe("reassigning", () => {
  const reassign = (name: Name, table: string, id: string) =>
    by(name, `update ${table} set user_id = $1 where id = $2 returning user_id`, [
      world.people.otherSeller.userId,
      id,
    ]);

  test("a seller hands neither a lead nor an order to another seller", async () => {
    const { leadId, orderId } = world.sales.sellers;
    await expect(reassign("seller", "crm_leads", leadId)).rejects.toThrow("admin or a manager");
    await expect(reassign("seller", "orders", orderId)).rejects.toThrow("admin or a manager");
    await expect(reassign("assignedSeller", "crm_leads", world.sales.assigned.leadId)).rejects.toThrow(
      "admin or a manager",
    );
  });

  test("a seller gives away neither a store nor a product, and takes none", async () => {
    const { sales, products, people } = world;
    await expect(reassign("seller", "integrations", sales.sellers.storeId)).rejects.toThrow(
      "row-level security",
    );
    await expect(reassign("seller", "products", products.sellers)).rejects.toThrow("row-level security");
    const take = "update products set user_id = $1 where id = $2 returning id";
    expect(await by("seller", take, [people.seller.userId, products.platform])).toEqual([]);
    expect(await by("seller", take, [people.seller.userId, products.others])).toEqual([]);
  });

  test("a manager does, and the new seller sees the lead with its order, and knows the customer, at once", async () => {
    const { leadId, orderId, customerId } = world.sales.managers;
    const see = async () => ({
      leads: (await by("otherSeller", "select 1 from crm_leads where id = $1", [leadId])).length,
      orders: (await by("otherSeller", "select 1 from orders where id = $1", [orderId])).length,
      items: (await by("otherSeller", "select 1 from order_items where order_id = $1", [orderId])).length,
      contacts: (
        await by("otherSeller", "select 1 from customer_contacts where customer_id = $1", [customerId])
      ).length,
    });
    expect(await see()).toEqual({ leads: 0, orders: 0, items: 0, contacts: 0 });
    expect(await reassign("manager", "crm_leads", leadId)).toHaveLength(1);
    expect(await see()).toEqual({ leads: 1, orders: 1, items: 1, contacts: 1 });
  });
});

test("a viewer shares none of the own views", async () => {
  const share = (name: Name, id: string) =>
    by(name, "update saved_views set is_shared = true where id = $1 returning id", [id]);
  await expect(share("viewer", world.views.viewers)).rejects.toThrow("row-level security");
  expect(await share("seller", world.views.sellers)).toHaveLength(1);
});

describe("the secrets of a store", () => {
  const set = (name: Name, storeId: string) =>
    by(name, "select astra.set_store_secrets($1, 'new', null)", [storeId]);

  test("are set by an admin and by the seller who owns the store", async () => {
    await set("admin", world.sales.others.storeId);
    await set("seller", world.sales.sellers.storeId);
    const [stored] = await asOwner<{ webhook_secret: string; previous_webhook_secret: string }>(
      "select webhook_secret, previous_webhook_secret from integration_secrets where integration_id = $1",
      [world.sales.sellers.storeId],
    );
    expect(stored?.webhook_secret).toBe("new");
    expect(stored?.previous_webhook_secret).toMatch(/^v1\./);
  });

  test.each([
    ["otherSeller", "sellers"],
    ["assignedSeller", "sellers"],
    ["manager", "sellers"],
    ["manager", "managers"],
    ["viewer", "viewers"],
    ["deactivated", "deactivateds"],
    ["stranger", "sellers"],
    ["admin", "strangers"],
  ] as const)("are not set by %s on the store of %s", async (name, sale) => {
    await expect(set(name, world.sales[sale].storeId)).rejects.toThrow("not yours to edit");
  });
});

describe("names that lists show", () => {
  const names = async (
    name: Name,
    call: "colleagues" | "store_names" | "store_domains",
    workspace = workspaceOf(name),
  ) => (await by(name, `select id from astra.${call}($1)`, [workspace.id])).map(({ id }) => id);
  const workspaceOf = (name: Name) => (name === "stranger" ? world.strangers : world.ours);

  test("colleagues are the people of the own workspace, for active members only", async () => {
    const { stranger, deactivated, ...others } = world.people;
    const ours = [...Object.values(others), deactivated].map(({ userId }) => userId).sort();
    expect((await names("seller", "colleagues")).sort()).toEqual(ours);
    expect(await names("stranger", "colleagues")).toEqual([stranger.userId]);
    expect(await names("deactivated", "colleagues")).toEqual([]);
  });

  test("a seller knows the names and domains of the own stores and of those with a lead to work", async () => {
    for (const call of ["store_names", "store_domains"] as const) {
      expect(await names("assignedSeller", call)).toEqual([world.sales.assigned.storeId]);
      expect(await names("seller", call)).toEqual([world.sales.sellers.storeId]);
      expect(await names("stranger", call)).toEqual([world.sales.strangers.storeId]);
      expect(await names("deactivated", call)).toEqual([]);
    }
  });

  test("of a workspace are told to its members alone", async () => {
    for (const call of ["colleagues", "store_names", "store_domains"] as const) {
      expect(await names("admin", call, world.strangers)).toEqual([]);
      expect(await names("stranger", call, world.ours)).toEqual([]);
    }
  });
});

test("of the lines that a product of the platform serves, a seller reads those of own orders", async () => {
  const { ours, people, products } = world;
  const serve = async (name: "seller" | "otherSeller", sku: string) => {
    const seller = people[name];
    const { itemId } = await createSale({
      workspace: ours,
      seller,
      store: await createStore(ours, seller),
    });
    const line = { order_item_id: itemId, product_id: products.platform, sku, ordered_on: "2026-01-01" };
    await insert("stock_allocations", line);
  };
  await serve("seller", "own");
  await serve("otherSeller", "the other's name for it");
  const read = (name: Name) =>
    by(name, "select sku from stock_allocations where product_id = $1 order by sku", [products.platform]);
  expect(await read("seller")).toEqual([{ sku: "own" }]);
  expect(await read("manager")).toEqual([{ sku: "own" }, { sku: "the other's name for it" }]);
});
