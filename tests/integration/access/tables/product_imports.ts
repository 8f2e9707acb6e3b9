import { mapValues } from "../map-values.ts";
import { nobody, ownImports } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const products = (workspaceId: string, userId: string) => ({
  workspace_id: workspaceId,
  user_id: userId,
  file_name: "new.csv",
  changes: "[]",
});

export const access: TableAccess = {
  rights: {
    select: ownImports,
    insert: {
      admin: "own",
      manager: "own",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
    },
    update: ownImports,
    delete: nobody,
  },
  trials: ({ ours, people, imports }) => ({
    rows: mapValues(imports, (id) => `id = '${id}'`),
    change: "undone_at = now()",
    inserts: (userId) => ({
      own: products(ours.id, userId),
      sellers: products(ours.id, people.seller.userId),
    }),
  }),
};
