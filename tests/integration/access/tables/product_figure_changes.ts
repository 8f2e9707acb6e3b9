import { figuresByWorker, newFigure, ordered, startsAt } from "../figure-rows.ts";
import { nobody, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const counted = { step: "uncalled", kpi_status: "waiting", is_asked: true, leads: 1, priced: 1, worth: 1 };

export const access: TableAccess = {
  rights: { select: sold, insert: nobody, update: nobody, delete: nobody },
  trials: (world) => ({
    rows: figuresByWorker(world),
    change: "leads = 2",
    inserts: () => ({
      sellers: { ...newFigure(world), quarter: startsAt, ...counted, ...ordered, currency: "RON" },
    }),
  }),
};
