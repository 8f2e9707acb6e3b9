import { startsAt } from "../figure-rows.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: {
    select: { admin: "whole", manager: "whole", viewer: "whole", stranger: "strangersWhole" },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ ours, strangers }) => ({
    rows: {
      whole: `workspace_id = '${ours.id}'`,
      strangersWhole: `workspace_id = '${strangers.id}'`,
    },
    change: "uncalled = 2",
    inserts: () => ({
      whole: {
        workspace_id: ours.id,
        part: "all",
        key: "",
        span: "month",
        starts_at: startsAt,
        currency: "EUR",
      },
    }),
  }),
};
