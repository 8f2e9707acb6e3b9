import { randomName } from "#tests/support/people.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ rateLimit }) => ({
    rows: { one: `key = '${rateLimit}'` },
    change: "points = 0",
    inserts: () => ({ new: { key: randomName() } }),
  }),
};
