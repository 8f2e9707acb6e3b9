import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { serveAllPastOrders } from "#lib/inventory/past-orders.ts";
import { ana, mihai } from "#scripts/demo/people.ts";
import type { DemoWorkspace } from "#scripts/demo/workspace.ts";
import { priceIn, products } from "#scripts/simulator/catalogue.ts";
import { markets } from "#scripts/simulator/markets.ts";
import { decimal } from "#scripts/simulator/money.ts";
import { createRandom } from "#scripts/simulator/random.ts";

/** These are sold and nobody has entered them yet: they wait among the SKUs that match nothing. */
const unknownSkus = new Set(products.slice(-2).map(({ sku }) => sku));

/** The first product is Ana's, the second Mihai's, the rest are provided to all: what one seller keeps serves no other's stores. */
const owners = [ana, mihai];

/** What a count of the shelf leaves available of some: a low one, one that is sold out, and one of which more is sold than there is. */
const countedDown: Record<number, number> = { 1: 9, 2: 0, 4: -3 };

/** A product of the demo as it stands in the database. */
interface Stocked {
  id: string;
  sku: string;
  reserved: number;
  isStocked: boolean;
}

/**
 * Enters the products that the stores have sold, has them serve the orders of the past, and fills the shelves: whatever is open and a
 * few weeks more.
 */
export async function addInventory(workspace: DemoWorkspace): Promise<void> {
  const sold = products.filter(({ sku }) => !unknownSkus.has(sku));
  const data = sold.map((product, index) => {
    const owner = owners[index];
    return {
      workspaceId: workspace.id,
      userId: (owner && workspace.userIds.get(owner)) ?? null,
      sku: product.sku,
      name: product.names.RO,
      price: decimal(priceIn(product, markets.RO), markets.RO.decimals),
      currency: markets.RO.currency,
      lowStockAt: 15,
    };
  });
  await forSystem((tx) => tx.product.createMany({ data, skipDuplicates: true }));
  for (const { userId, sku } of data)
    await serveAllPastOrders({ workspaceId: workspace.id, ownerId: userId, sku, takesOver: false });
  await forSystem((tx) => nameOtherwise(tx, workspace.id));
  await forSystem((tx) =>
    fillShelves(
      tx,
      workspace.id,
      data.map(({ sku }) => sku),
    ),
  );
}

/** A store of before called one of the platform's products by another SKU. */
async function nameOtherwise(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    insert into product_aliases (workspace_id, user_id, sku, product_id)
    select workspace_id, null, 'FOLIE-44MM', id from products
    where workspace_id = ${workspaceId}::uuid and user_id is null and sku = 'FOL-44'
    on conflict do nothing`;
}

async function fillShelves(tx: Transaction, workspaceId: string, skus: string[]): Promise<void> {
  const random = createRandom("stock");
  const found = await tx.$queryRaw<Stocked[]>`
    select product.id, product.sku, product.reserved::float8 as reserved,
      exists (select from stock_movements where product_id = product.id and kind = 'initial') as "isStocked"
    from products product where product.workspace_id = ${workspaceId}::uuid`;
  const bySku = new Map(found.map((product) => [product.sku, product]));
  for (const [index, sku] of skus.entries()) {
    const spare = random.between(40, 180);
    const product = bySku.get(sku);
    if (!product || product.isStocked) continue;
    await move(tx, product.id, "initial", product.reserved + spare, null);
    const left = countedDown[index];
    if (left !== undefined)
      // Nobody counts less than nothing on a shelf.
      await move(
        tx,
        product.id,
        "stock_take",
        Math.max(left, -product.reserved) - spare,
        "Counted at the end of the month",
      );
  }
}

async function move(
  tx: Transaction,
  productId: string,
  kind: string,
  delta: number,
  reason: string | null,
): Promise<void> {
  await tx.$executeRaw`
    insert into stock_movements (product_id, kind, delta, reason) values (${productId}::uuid, ${kind}, ${delta}, ${reason})`;
}
