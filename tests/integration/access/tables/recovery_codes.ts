import { randomBytes } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Everybody has the own ones, through functions: tests/integration/access/second-factor.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "created_at = now()",
    inserts: (userId) => ({ own: { user_id: userId, code_hash: randomBytes(32).toString("base64url") } }),
  }),
};
