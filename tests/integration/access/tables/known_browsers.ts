import { randomBytes } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Noted through a function: tests/integration/auth/known-browsers.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "seen_at = now()",
    inserts: (userId) => ({ own: { user_id: userId, token_hash: randomBytes(32).toString("base64url") } }),
  }),
};
