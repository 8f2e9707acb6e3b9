import { randomName } from "#tests/support/people.ts";
import { mapValues } from "../map-values.ts";
import { nobody, ownProducts, stocked } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const alias = (workspaceId: string, userId: string | null, productId: string) => ({
  workspace_id: workspaceId,
  user_id: userId,
  sku: randomName(),
  product_id: productId,
});

export const access: TableAccess = {
  rights: {
    select: stocked,
    insert: {
      admin: "sellers platform",
      manager: "sellers platform",
      seller: "sellers",
      stranger: "elsewhere",
    },
    update: nobody,
    delete: ownProducts,
    system: ["select", "insert", "delete"],
  },
  trials: ({ ours, strangers, people, products, aliases }) => ({
    rows: mapValues(aliases, (id) => `id = '${id}'`),
    change: "sku = 'changed'",
    inserts: () => ({
      platform: alias(ours.id, null, products.platform),
      sellers: alias(ours.id, people.seller.userId, products.sellers),
      elsewhere: alias(strangers.id, people.stranger.userId, products.strangers),
    }),
  }),
};
