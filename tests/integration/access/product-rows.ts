import { randomUUID } from "node:crypto";
import { asOwner } from "#tests/support/database.ts";
import { type Person, randomName, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import type { World } from "./world.ts";

/** A product of the platform and one of each person that has sold something. */
export async function createProducts(
  ours: Workspace,
  strangers: Workspace,
  people: World["people"],
): Promise<World["products"]> {
  const create = async (workspace: Workspace, owner: Person | null) => {
    const id = randomUUID();
    await insert("products", {
      id,
      workspace_id: workspace.id,
      user_id: owner?.userId ?? null,
      sku: randomName(),
      name: "Lamp",
      price: "20.000",
      currency: "EUR",
    });
    return id;
  };
  return {
    platform: await create(ours, null),
    sellers: await create(ours, people.seller),
    assigned: await create(ours, people.assignedSeller),
    others: await create(ours, people.otherSeller),
    managers: await create(ours, people.manager),
    viewers: await create(ours, people.viewer),
    deactivateds: await create(ours, people.deactivated),
    strangers: await create(strangers, people.stranger),
  };
}

/** A movement of each product. */
export async function createMovements(products: World["products"]): Promise<World["movements"]> {
  const movements = { ...products };
  for (const name of Object.keys(products) as (keyof typeof products)[]) {
    movements[name] = randomUUID();
    await insert("stock_movements", {
      id: movements[name],
      product_id: products[name],
      kind: "initial",
      delta: 1,
      reason: "counted",
    });
  }
  return movements;
}

/** Imports of two sellers and of a stranger. */
export async function createImports(
  ours: Workspace,
  strangers: Workspace,
  people: World["people"],
): Promise<World["imports"]> {
  const create = async (workspace: Workspace, { userId }: Person) => {
    const id = randomUUID();
    await insert("product_imports", {
      id,
      workspace_id: workspace.id,
      user_id: userId,
      file_name: "a.csv",
      changes: "[]",
    });
    return id;
  };
  return {
    sellers: await create(ours, people.seller),
    others: await create(ours, people.otherSeller),
    strangers: await create(strangers, people.stranger),
  };
}

/** What hangs on products: each serves the line of its own sale. */
export async function createStockRows(
  ours: Workspace,
  strangers: Workspace,
  products: World["products"],
  sales: World["sales"],
): Promise<Pick<World, "aliases" | "alerts">> {
  const aliases = { ...products };
  const alerts = { ...products };
  for (const name of Object.keys(products) as (keyof typeof products)[]) {
    const product_id = products[name];
    const workspace_id = name === "strangers" ? strangers.id : ours.id;
    aliases[name] = randomUUID();
    alerts[name] = randomUUID();
    await asOwner(
      `insert into product_aliases (id, workspace_id, user_id, sku, product_id)
       select $1, workspace_id, user_id, $2, id from products where id = $3`,
      [aliases[name], randomName(), product_id],
    );
    await insert("stock_alerts", { id: alerts[name], workspace_id, product_id, kind: "low", available: 1 });
    await insert("product_days", { product_id, day: "2026-01-01", sold: 1 });
    if (name === "platform") continue;
    const line = { order_item_id: sales[name].itemId, product_id, sku: "lamp", ordered_on: "2026-01-01" };
    await insert("stock_allocations", line);
  }
  return { aliases, alerts };
}
