import { randomInt } from "node:crypto";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ update }) => ({
    rows: { one: `update_id = ${update}` },
    change: "handled_at = now()",
    inserts: () => ({ one: { update_id: randomInt(1_000_000_000) } }),
  }),
};
