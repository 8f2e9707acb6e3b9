import { mapValues } from "../map-values.ts";
import { everyone, nobody, storeRows } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { salesOfOwnStore } from "../world.ts";

// Admins read what was done in their workspace. Only triggers and functions add; nobody changes or removes, not even the system.
export const access: TableAccess = {
  rights: {
    select: {
      admin: `${everyone} ${storeRows} invited shutOut group`,
      stranger: "stranger strangers invitedElsewhere groupElsewhere",
    },
    insert: nobody,
    update: nobody,
    delete: nobody,
    system: ["select"],
  },
  trials: ({ ours, strangers, people, sales, invitations }) => {
    const entry = (act: string, subject: string) => `act = '${act}' and subject_id = '${subject}'`;
    return {
      rows: {
        ...mapValues(people, ({ userId }) => entry("member:added", userId)),
        ...mapValues(salesOfOwnStore(sales), ({ storeId }) => entry("store:connected", storeId)),
        invited: entry("invitation:made", invitations.ours),
        invitedElsewhere: entry("invitation:made", invitations.strangers),
        shutOut: entry("member:deactivated", people.deactivated.userId),
        group: entry("workspace:group-linked", ours.id),
        groupElsewhere: entry("workspace:group-linked", strangers.id),
      },
      change: "act = 'member:changed'",
      inserts: (userId) => ({
        own: {
          workspace_id: ours.id,
          actor_id: userId,
          act: "member:added",
          subject_type: "member",
          subject_id: userId,
        },
      }),
    };
  },
};
