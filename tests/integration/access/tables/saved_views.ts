import { mapValues } from "../map-values.ts";
import { ownViews } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const view = (workspaceId: string, userId: string) => ({
  workspace_id: workspaceId,
  user_id: userId,
  list: "leads",
  name: "new",
  query: "?view=to_call",
});

// Everyone has views of the own and reads those shared in the workspace; the views of someone who left stay shared. A viewer
// shares none, an admin or a manager deletes any that is shared.
export const access: TableAccess = {
  rights: {
    select: {
      admin: "shared left",
      manager: "shared left",
      seller: "sellers shared left",
      otherSeller: "shared left",
      assignedSeller: "shared left",
      viewer: "viewers shared left",
      stranger: "strangers",
    },
    insert: {
      admin: "own shared",
      manager: "own shared",
      seller: "own shared sellers",
      otherSeller: "own shared",
      assignedSeller: "own shared",
      viewer: "own",
      stranger: "elsewhere",
    },
    update: ownViews,
    delete: { ...ownViews, admin: "shared left", manager: "shared left" },
  },
  trials: ({ ours, strangers, people, views }) => ({
    rows: mapValues(views, (id) => `id = '${id}'`),
    change: "name = 'changed'",
    inserts: (userId) => ({
      own: view(ours.id, userId),
      shared: { ...view(ours.id, userId), is_shared: true },
      sellers: view(ours.id, people.seller.userId),
      elsewhere: view(strangers.id, userId),
    }),
  }),
};
