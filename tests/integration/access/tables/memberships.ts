import { mapValues } from "../map-values.ts";
import { everyone, nobody, oneself } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Only admins change the team; managers read it, since they hand leads to others.
export const access: TableAccess = {
  rights: {
    select: { ...oneself, admin: everyone, manager: everyone },
    insert: { admin: "newcomer", stranger: "elsewhere" },
    update: { admin: everyone, stranger: "stranger" },
    delete: nobody,
  },
  trials: ({ ours, strangers, people, newcomer }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "is_active = true",
    inserts: () => ({
      newcomer: { workspace_id: ours.id, user_id: newcomer.userId, role: "admin" },
      elsewhere: { workspace_id: strangers.id, user_id: newcomer.userId, role: "admin" },
    }),
  }),
};
