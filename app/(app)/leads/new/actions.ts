"use server";

import { action } from "#lib/base/auth/action.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import { manualLeadSchema } from "#lib/leads/schema.ts";

export const createManualLeadAction = action({
  schema: manualLeadSchema,
  permission: "leads.write",
  run: createManualLead,
});
