import { randomName } from "#tests/support/people.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: {
    select: {
      admin: "ours",
      manager: "ours",
      seller: "ours",
      otherSeller: "ours",
      assignedSeller: "ours",
      viewer: "ours",
      stranger: "strangers",
    },
    insert: nobody,
    update: { admin: "ours", stranger: "strangers" },
    delete: nobody,
  },
  trials: ({ ours, strangers }) => ({
    rows: { ours: `id = '${ours.id}'`, strangers: `id = '${strangers.id}'` },
    change: "name = 'changed'",
    inserts: () => ({ new: { name: "New", slug: `workspace-${randomName()}`, currency: "EUR" } }),
  }),
};
