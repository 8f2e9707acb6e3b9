import type { Allowed } from "../rights.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { groupOf } from "../telegram-rows.ts";

const ofAdmins: Allowed = { admin: "ours", stranger: "strangers" };

// The group is its admins' to unlink; a link that the bot hears in it makes it.
export const access: TableAccess = {
  rights: { select: ofAdmins, insert: nobody, update: ofAdmins, delete: ofAdmins },
  trials: ({ ours, strangers, people }) => ({
    rows: { ours: `workspace_id = '${ours.id}'`, strangers: `workspace_id = '${strangers.id}'` },
    change: "new_leads = 'none'",
    inserts: () => ({ ours: groupOf(ours, people.admin), strangers: groupOf(strangers, people.stranger) }),
  }),
};
