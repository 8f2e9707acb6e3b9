import { knownByOthers, knownRows } from "../known.ts";
import { known, nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// What a seller knows of a customer; "given" is what `assignedSeller` knows of the customer of "assigned".
export const access: TableAccess = {
  rights: { select: known, insert: nobody, update: nobody, delete: nobody },
  trials: (world) => ({
    rows: knownRows(world),
    change: "phone = '+40722000000'",
    inserts: () => ({ ofOthers: { ...knownByOthers(world), known_since: new Date() } }),
  }),
};
