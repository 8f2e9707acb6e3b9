"use server";

import { action } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { handOver } from "#lib/handover/commands.ts";
import { previewHandOver } from "#lib/handover/queries.ts";
import { handOverPreviewSchema, handOverSchema } from "#lib/handover/schema.ts";

export const previewHandOverAction = action({
  schema: handOverPreviewSchema,
  permission: "team.write",
  run: previewHandOver,
});

export const handOverAction = action({
  schema: handOverSchema,
  permission: "team.write",
  run: refreshing(handOver),
});
