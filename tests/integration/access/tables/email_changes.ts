import { randomBytes } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Begun through a function, confirmed by links: tests/integration/profile/email-change.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "new_email = 'changed@example.com'",
    inserts: (userId) => ({
      own: {
        user_id: userId,
        old_email: "old@example.com",
        new_email: "new@example.com",
        old_token_hash: randomBytes(32).toString("base64url"),
        new_token_hash: randomBytes(32).toString("base64url"),
      },
    }),
  }),
};
