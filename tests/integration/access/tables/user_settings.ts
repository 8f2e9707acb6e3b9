import { mapValues } from "../map-values.ts";
import { nobody, oneself } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: {
    select: oneself,
    insert: {
      admin: "own",
      manager: "own",
      seller: "own sellers",
      otherSeller: "own",
      assignedSeller: "own",
      viewer: "own",
      stranger: "own",
    },
    update: oneself,
    delete: nobody,
  },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "notify_new_leads = false",
    inserts: (userId) => ({ own: { user_id: userId }, sellers: { user_id: people.seller.userId } }),
  }),
};
