import { randomUUID } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { everyone, nobody, oneself } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Admins and managers know their people; everyone edits only the own profile.
export const access: TableAccess = {
  rights: {
    select: { ...oneself, admin: everyone, manager: everyone },
    insert: nobody,
    update: oneself,
    delete: nobody,
  },
  trials: ({ people }) => ({
    rows: mapValues(people, ({ userId }) => `id = '${userId}'`),
    change: "name = 'changed'",
    inserts: () => ({ new: { id: randomUUID(), name: "New", email: "new@example.com" } }),
  }),
};
