import { randomName } from "#tests/support/people.ts";
import { mapValues } from "../map-values.ts";
import { ownStores, storeRows } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { salesOfOwnStore } from "../world.ts";

const store = (workspaceId: string, userId: string) => ({
  workspace_id: workspaceId,
  user_id: userId,
  name: "New",
  type: "shopify",
  domain: `${randomName()}.myshopify.com`,
});

export const access: TableAccess = {
  rights: {
    select: { admin: storeRows, manager: storeRows, ...ownStores },
    insert: {
      admin: "own sellers",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: { admin: storeRows, ...ownStores },
    delete: { admin: storeRows, ...ownStores },
  },
  trials: ({ ours, strangers, people, sales }) => ({
    rows: mapValues(salesOfOwnStore(sales), (sale) => `id = '${sale.storeId}'`),
    change: "name = 'changed'",
    inserts: (userId) => ({
      own: store(ours.id, userId),
      sellers: store(ours.id, people.seller.userId),
      elsewhere: store(strangers.id, people.stranger.userId),
    }),
  }),
};
