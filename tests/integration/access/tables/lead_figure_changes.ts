import { figuresByWorker, newFigure, noStore, startsAt } from "../figure-rows.ts";
import { all, nobody, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const counted = { step: "uncalled", kpi_status: "waiting", is_asked: true, leads: 1, priced: 1, worth: 1 };

// Figures are seen with the leads that they are of; only the system counts.
export const access: TableAccess = {
  rights: {
    select: {
      ...sold,
      admin: `${all} manual`,
      manager: `${all} manual`,
      viewer: `${all} manual`,
      seller: "sellers assigned manual",
    },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: (world) => ({
    rows: {
      ...figuresByWorker(world),
      manual: `workspace_id = '${world.ours.id}' and integration_id = '${noStore}'`,
    },
    change: "leads = 2",
    inserts: () => ({ sellers: { ...newFigure(world), quarter: startsAt, ...counted } }),
  }),
};
