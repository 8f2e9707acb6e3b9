import { randomName } from "#tests/support/people.ts";
import { mapValues } from "../map-values.ts";
import { ownProducts, stocked } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const product = (workspaceId: string, userId: string | null) => ({
  workspace_id: workspaceId,
  user_id: userId,
  sku: randomName(),
  name: "New",
  price: 1,
  currency: "EUR",
});

export const access: TableAccess = {
  rights: {
    select: stocked,
    insert: {
      admin: "own platform sellers",
      manager: "own platform sellers",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: ownProducts,
    delete: ownProducts,
  },
  trials: ({ ours, strangers, people, products }) => ({
    rows: mapValues(products, (id) => `id = '${id}'`),
    change: "name = 'changed'",
    inserts: (userId) => ({
      own: product(ours.id, userId),
      platform: product(ours.id, null),
      sellers: product(ours.id, people.seller.userId),
      elsewhere: product(strangers.id, people.stranger.userId),
    }),
  }),
};
