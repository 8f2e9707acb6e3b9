import { figuresByWorker, newFigure, startsAt } from "../figure-rows.ts";
import { nobody, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: sold, insert: nobody, update: nobody, delete: nobody },
  trials: (world) => ({
    rows: figuresByWorker(world),
    change: "uncalled = 2",
    inserts: () => ({ sellers: { ...newFigure(world), sku: "LAMP-1", span: "day", starts_at: startsAt } }),
  }),
};
