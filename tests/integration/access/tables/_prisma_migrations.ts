import { randomName } from "#tests/support/people.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: () => ({
    rows: { first: "migration_name like '%_tables'" },
    change: "logs = ''",
    inserts: () => ({ new: { id: randomName(), checksum: "0", migration_name: "99999999999999_new" } }),
  }),
};
