import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Admins ask for a recount and read its report.
export const access: TableAccess = {
  rights: {
    select: { admin: "ours", stranger: "strangers" },
    insert: { admin: "ours", stranger: "elsewhere" },
    update: nobody,
    delete: nobody,
  },
  trials: ({ ours, strangers }) => ({
    rows: { ours: `workspace_id = '${ours.id}'`, strangers: `workspace_id = '${strangers.id}'` },
    change: "leads = 1",
    inserts: () => ({ ours: { workspace_id: ours.id }, elsewhere: { workspace_id: strangers.id } }),
  }),
};
