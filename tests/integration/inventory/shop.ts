import { randomUUID } from "node:crypto";
import { asOwner, asPerson } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { insertStatement } from "#tests/support/sales.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { type Run, withOwner } from "./connection.ts";

/** A seller with a store, in a workspace of a test's own. */
export interface Shop {
  workspace: Workspace;
  seller: Person;
  store: Store;
}

/** An order of one line, and what it stands for. */
export interface Sold {
  orderId: string;
  itemId: string;
  leadId: string;
}

export interface SoldOptions {
  sku: string;
  quantity?: number | string;
  isTest?: boolean;
  orderedAt?: Date;
  /** The order this one is a part of, and whether that one counts its lines. */
  part?: { of: string; repeats: boolean };
  status?: string;
  logisticStatus?: string;
}

export async function openShop(): Promise<Shop> {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller");
  return { workspace, seller, store: await createStore(workspace, seller) };
}

/** A product with so much in stock; of the seller, or (null) of the platform. */
export async function stockProduct(
  { workspace }: Pick<Shop, "workspace">,
  {
    owner,
    stock = 10,
    sku = randomName(),
    lowStockAt = null,
  }: { owner: string | null; stock?: number; sku?: string; lowStockAt?: number | null },
): Promise<{ id: string; sku: string }> {
  const id = randomUUID();
  await asOwner(
    ...insertStatement("products", {
      id,
      workspace_id: workspace.id,
      user_id: owner,
      sku,
      name: "Lamp",
      price: "20.000",
      currency: "EUR",
      low_stock_at: lowStockAt,
    }),
  );
  if (stock !== 0) await move(id, "initial", stock);
  return { id, sku };
}

export async function move(
  productId: string,
  kind: string,
  delta: number,
  run: Run = asOwner,
): Promise<void> {
  await run("insert into stock_movements (product_id, kind, delta, reason) values ($1, $2, $3, 'a test')", [
    productId,
    kind,
    delta,
  ]);
}

/** Writes an order with its line and lead as ingest does: one transaction, the lead last. */
export async function sell(shop: Shop, options: SoldOptions, run?: Run): Promise<Sold> {
  const sold = { orderId: randomUUID(), itemId: randomUUID(), leadId: randomUUID() };
  const statements = saleStatements(shop, sold, options);
  if (run) for (const [text, values] of statements) await run(text, values);
  else await inOneTransaction(statements);
  return sold;
}

function saleStatements(
  { workspace, seller, store }: Shop,
  sold: Sold,
  options: SoldOptions,
): [string, unknown[]][] {
  const {
    sku,
    quantity = 1,
    isTest = false,
    orderedAt = new Date(),
    part,
    status = "pending",
    logisticStatus = "pending",
  } = options;
  const about = {
    workspace_id: workspace.id,
    integration_id: store.id,
    user_id: seller.userId,
    is_test: isTest,
  };
  const order = insertStatement("orders", {
    id: sold.orderId,
    ...about,
    external_order_id: randomName(),
    order_number: "#1001",
    status,
    payment_status: "pending",
    fulfillment_status: "unfulfilled",
    payment_kind: "cash_on_delivery",
    currency: "EUR",
    total_amount: "20.000",
    current_total_amount: "20.000",
    order_created_at: orderedAt,
    external_updated_at: orderedAt,
    ...(part && {
      parent_order_id: part.of,
      external_parent_id: part.of,
      parent_relation: part.repeats ? "part" : "split",
      repeats_parent: part.repeats,
    }),
  });
  const line = insertStatement("order_items", {
    id: sold.itemId,
    order_id: sold.orderId,
    external_line_id: "1",
    position: 0,
    product_sku: sku,
    product_name: "Lamp",
    quantity,
    current_quantity: quantity,
    price_per_unit: "20.000",
  });
  const lead = insertStatement("crm_leads", {
    id: sold.leadId,
    ...about,
    order_id: sold.orderId,
    source: "shopify",
    cod_status: "pending",
    logistic_status: logisticStatus,
    kpi_status: "waiting",
  });
  return part ? [order, line] : [order, line, lead];
}

/** All statements in one transaction: as one query of a common table would not show each other's rows, one after another. */
async function inOneTransaction(statements: [string, unknown[]][]): Promise<void> {
  await withOwner(async (run) => {
    await run("begin");
    for (const [text, values] of statements) await run(text, values);
    await run("commit");
  });
}

export const setLead = (
  leadId: string,
  column: "logistic_status" | "cod_status",
  to: string,
  run: Run = asOwner,
) => run(`update crm_leads set ${column} = $2 where id = $1`, [leadId, to]);

export const setQuantity = (itemId: string, to: number, run: Run = asOwner) =>
  run("update order_items set current_quantity = $2 where id = $1", [itemId, to]);

/** Says what became of units that came back. */
export const answer = (itemId: string, { sellable = 0, damaged = 0, gone = 0 }, run: Run = asOwner) =>
  run("select astra.answer_return($1, $2, $3, $4)", [itemId, sellable, damaged, gone]);

export interface StockNow {
  stock: number;
  reserved: number;
  toCheck: number;
}

/** What a product has, after proving that it is the sum of its movements. */
export async function stockOf(productId: string): Promise<StockNow> {
  const [row] = await asOwner<Record<string, number>>(
    `select stock::float8, reserved::float8,
      (select coalesce(sum(delta), 0) from stock_movements where product_id = product.id)::float8 as moved,
      (select coalesce(sum(reserved_delta), 0) from stock_movements where product_id = product.id)::float8 as "movedReserved",
      (select coalesce(sum(to_check), 0) from stock_allocations where product_id = product.id)::float8 as "toCheck"
    from products product where id = $1`,
    [productId],
  );
  if (!row) throw new Error("There is no such product.");
  const { stock, reserved, moved, movedReserved, toCheck } = row as Record<string, number>;
  if (stock !== moved || reserved !== movedReserved)
    throw new Error(`Stock ${stock}/${reserved} is not the sum of its movements, ${moved}/${movedReserved}.`);
  return { stock: stock ?? 0, reserved: reserved ?? 0, toCheck: toCheck ?? 0 };
}

/** The kinds of a line's movements, in order. */
export async function movesOf(itemId: string): Promise<string[]> {
  const rows = await asOwner<{ kind: string; quantity: string }>(
    "select kind, quantity::text from stock_movements where order_item_id = $1 order by seq",
    [itemId],
  );
  return rows.map(({ kind, quantity }) => `${kind} ${quantity}`);
}

/** The same for a signed-in person. */
export const by =
  (person: { userId: string }): Run =>
  (text, values) =>
    asPerson(person.userId, (query) => query(text, values));
