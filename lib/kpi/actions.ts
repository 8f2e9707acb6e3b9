"use server";

import { z } from "zod";
import { action } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { askForRecount } from "#lib/kpi/commands.ts";

export const askForRecountAction = action({
  schema: z.object({}),
  permission: "workspace.write",
  run: refreshing(askForRecount),
});
