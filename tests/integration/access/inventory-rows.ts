import { randomUUID } from "node:crypto";
import { randomName } from "#tests/support/people.ts";
import { mapValues } from "./map-values.ts";
import type { TableTrials } from "./rows.ts";
import type { World } from "./world.ts";

/** Trials of products, their stock and what hangs on them. */
export function inventoryTrials({
  ours,
  strangers,
  people,
  products,
  movements,
  aliases,
  alerts,
  imports,
  sales,
}: World): Record<string, TableTrials> {
  const product = (workspaceId: string, userId: string | null) => ({
    workspace_id: workspaceId,
    user_id: userId,
    sku: randomName(),
    name: "New",
    price: 1,
    currency: "EUR",
  });
  const movement = (productId: string) => ({
    product_id: productId,
    kind: "stock_take",
    delta: 100,
    reason: "counted",
  });
  const alias = (workspaceId: string, userId: string | null, productId: string) => ({
    workspace_id: workspaceId,
    user_id: userId,
    sku: randomName(),
    product_id: productId,
  });
  return {
    products: {
      rows: mapValues(products, (id) => `id = '${id}'`),
      change: "name = 'changed'",
      inserts: (userId) => ({
        own: product(ours.id, userId),
        platform: product(ours.id, null),
        sellers: product(ours.id, people.seller.userId),
        elsewhere: product(strangers.id, people.stranger.userId),
      }),
    },
    stock_movements: {
      rows: mapValues(movements, (id) => `id = '${id}'`),
      change: "delta = 1000",
      inserts: () => ({
        sellers: movement(products.sellers),
        others: movement(products.others),
        platform: movement(products.platform),
        elsewhere: movement(products.strangers),
      }),
    },
    product_aliases: {
      rows: mapValues(aliases, (id) => `id = '${id}'`),
      change: "sku = 'changed'",
      inserts: () => ({
        platform: alias(ours.id, null, products.platform),
        sellers: alias(ours.id, people.seller.userId, products.sellers),
        elsewhere: alias(strangers.id, people.stranger.userId, products.strangers),
      }),
    },
    stock_alerts: {
      rows: mapValues(alerts, (id) => `id = '${id}'`),
      change: "told_to = '{}'",
      inserts: () => ({
        sellers: { workspace_id: ours.id, product_id: products.sellers, kind: "low", available: 1 },
      }),
    },
    product_days: {
      rows: mapValues(products, (id) => `product_id = '${id}'`),
      change: "sold = 100",
      inserts: () => ({ sellers: { product_id: products.sellers, day: "2026-01-02", sold: 1 } }),
    },
    stock_allocations: {
      rows: mapValues(sales, ({ itemId }) => `order_item_id = '${itemId}'`),
      change: "reserved = 100",
      inserts: () => ({
        sellers: {
          order_item_id: randomUUID(),
          product_id: products.sellers,
          sku: "lamp",
          ordered_on: "2026-01-01",
        },
      }),
    },
    product_imports: {
      rows: mapValues(imports, (id) => `id = '${id}'`),
      change: "undone_at = now()",
      inserts: (userId) => ({
        own: { workspace_id: ours.id, user_id: userId, file_name: "new.csv", changes: "[]" },
        sellers: {
          workspace_id: ours.id,
          user_id: people.seller.userId,
          file_name: "new.csv",
          changes: "[]",
        },
      }),
    },
    stock_due: {
      rows: { none: `order_id = '${sales.sellers.orderId}'` },
      change: "is_first = true",
      inserts: () => ({ sellers: { order_id: sales.sellers.orderId, is_first: false } }),
    },
  };
}
