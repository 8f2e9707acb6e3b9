import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { linkOf } from "../telegram-rows.ts";

// Whoever reads a hash could not open the link; but nobody needs to.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ ours, people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "expires_at = now()",
    inserts: () => ({ ours: linkOf(ours, people.seller.userId) }),
  }),
};
