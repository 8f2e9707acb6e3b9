import { mapValues } from "../map-values.ts";
import { nobody, oneself } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: {
    select: oneself,
    insert: {
      admin: "own",
      manager: "own",
      seller: "own",
      otherSeller: "others own",
      assignedSeller: "own",
      viewer: "own",
      stranger: "own",
    },
    update: oneself,
    delete: nobody,
  },
  trials: ({ ours, strangers, people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "stock = false",
    inserts: (userId) => ({
      own: { workspace_id: userId === people.stranger.userId ? strangers.id : ours.id, user_id: userId },
      others: { workspace_id: ours.id, user_id: people.otherSeller.userId },
    }),
  }),
};
