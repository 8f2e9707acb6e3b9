import { randomUUID } from "node:crypto";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Admins begin and end their own, through functions: tests/integration/team/viewing.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ ours, people, viewing }) => ({
    rows: { admins: `session_id = '${viewing}'` },
    change: "ends_at = now() + interval '1 year'",
    inserts: () => ({
      new: {
        session_id: randomUUID(),
        workspace_id: ours.id,
        admin_id: people.admin.userId,
        member_id: people.seller.userId,
      },
    }),
  }),
};
