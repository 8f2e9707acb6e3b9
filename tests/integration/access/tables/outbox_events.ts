import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Events name what their readers may not see; listeners ask for each recipient.
export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ ours, strangers, sales }) => ({
    rows: mapValues(sales, ({ eventId }) => `subjects ->> 'entryId' = '${eventId}'`),
    change: "details = '{}'",
    inserts: () => ({
      ours: { workspace_id: ours.id, type: "order:created", subjects: "{}" },
      strangers: { workspace_id: strangers.id, type: "order:created", subjects: "{}" },
    }),
  }),
};
