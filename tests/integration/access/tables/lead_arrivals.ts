import { noStore, startsAt, workerOf } from "../figure-rows.ts";
import { all, nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Of the whole workspace nobody sees arrivals who sees a part of its leads.
export const access: TableAccess = {
  rights: {
    select: {
      admin: `${all} whole`,
      manager: `${all} whole`,
      viewer: `${all} whole`,
      seller: "sellers",
      otherSeller: "others",
      assignedSeller: "assigned",
      stranger: "strangers strangersWhole",
    },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: (world) => ({
    rows: {
      ...Object.fromEntries(
        Object.entries(world.sales).map(([name, sale]) => [
          name,
          `workspace_id = '${sale.workspaceId}' and person_id = '${workerOf(world, name, sale.sellerId)}'`,
        ]),
      ),
      whole: `workspace_id = '${world.ours.id}' and person_id = '${noStore}'`,
      strangersWhole: `workspace_id = '${world.strangers.id}' and person_id = '${noStore}'`,
    },
    change: "waiting = 2",
    inserts: () => ({
      sellers: {
        workspace_id: world.ours.id,
        person_id: world.people.seller.userId,
        span: "hour",
        starts_at: startsAt,
      },
    }),
  }),
};
