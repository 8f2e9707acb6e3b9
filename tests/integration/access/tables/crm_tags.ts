import { mapValues } from "../map-values.ts";
import { tidied } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Tags belong to the workspace: whoever edits leads adds them, admins and managers tidy up.
export const access: TableAccess = {
  rights: {
    select: {
      admin: "ours free",
      manager: "ours free",
      seller: "ours free",
      otherSeller: "ours free",
      assignedSeller: "ours free",
      viewer: "ours free",
      stranger: "strangers",
    },
    insert: {
      admin: "ours",
      manager: "ours",
      seller: "ours",
      otherSeller: "ours",
      assignedSeller: "ours",
      stranger: "elsewhere",
    },
    update: tidied,
    delete: tidied,
  },
  trials: ({ ours, strangers, tags }) => ({
    rows: mapValues(tags, (id) => `id = '${id}'`),
    change: "color = 'red'",
    inserts: () => ({
      ours: { workspace_id: ours.id, name: "new", color: "red" },
      elsewhere: { workspace_id: strangers.id, name: "new", color: "red" },
    }),
  }),
};
