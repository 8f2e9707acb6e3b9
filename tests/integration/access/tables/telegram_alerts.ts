import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { alertOf } from "../telegram-rows.ts";

// Alerts name leads that their readers may not see any more; buttons are answered for by the member's own rights.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ ours, strangers, people }) => ({
    rows: { ours: `workspace_id = '${ours.id}'`, strangers: `workspace_id = '${strangers.id}'` },
    change: "told_at = now()",
    inserts: () => ({
      ours: alertOf(ours, people.seller),
      strangers: alertOf(strangers, people.stranger),
    }),
  }),
};
