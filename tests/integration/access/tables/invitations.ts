import { invitationTo } from "../invitation-rows.ts";
import { mapValues } from "../map-values.ts";
import type { Allowed } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const ofAdmins: Allowed = { admin: "ours", stranger: "strangers" };

// The team is its admins' to invite.
export const access: TableAccess = {
  rights: {
    select: ofAdmins,
    insert: { admin: "new", stranger: "elsewhere" },
    update: ofAdmins,
    delete: ofAdmins,
  },
  trials: ({ ours, strangers, people, invitations }) => ({
    rows: mapValues(invitations, (id) => `id = '${id}'`),
    change: `token_hash = '${"x".repeat(42)}' || right(md5(id::text), 1)`,
    inserts: (userId) => {
      // The system says who invites; of a person the database does.
      const isSystem = userId === people.seller.userId;
      const by = isSystem ? { invited_by_id: userId } : {};
      return { new: { ...invitationTo(ours), ...by }, elsewhere: { ...invitationTo(strangers), ...by } };
    },
  }),
};
