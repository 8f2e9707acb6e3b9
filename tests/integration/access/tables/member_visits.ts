import { mapValues } from "../map-values.ts";
import { everyone, nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// When somebody was here is for admins of that workspace; the database notes it.
export const access: TableAccess = {
  rights: {
    select: { admin: everyone, stranger: "stranger" },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ strangers, people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "seen_at = now()",
    inserts: () => ({ again: { workspace_id: strangers.id, user_id: people.stranger.userId } }),
  }),
};
