import { waitingMail } from "../invitation-rows.ts";
import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// A person sees what became of an invitation's mail, and puts mails up through a function: tests/integration/mail/queue.
export const access: TableAccess = {
  rights: {
    select: { admin: "ours", stranger: "strangers" },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ invitations, people }) => ({
    rows: {
      ...mapValues(invitations, (id) => `invitation_id = '${id}'`),
      accounts: `template = 'password' and user_id = '${people.seller.userId}'`,
    },
    change: "attempts = attempts + 1",
    inserts: () => ({
      new: { ...waitingMail("password"), invitation_id: invitations.ours },
    }),
  }),
};
