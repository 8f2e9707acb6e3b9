import { randomUUID } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Everybody asks for the own ones, through functions: tests/integration/auth/own-sessions.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `user_id = '${userId}'`),
    change: "address = 'changed'",
    inserts: (userId) => ({
      own: { session_id: randomUUID(), user_id: userId, user_agent: "New", address: "192.0.2.1" },
    }),
  }),
};
