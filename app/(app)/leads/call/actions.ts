"use server";

import { z } from "zod";
import { action } from "#lib/base/auth/action.ts";
import {
  keepLead,
  recordOutcome,
  reopenLead,
  stopCalling,
  takeNext,
  undoOutcome,
} from "#lib/leads/calling.ts";
import {
  calledLeadSchema,
  callOutcomeSchema,
  callQueueSchema,
  callReopenSchema,
  callUndoSchema,
} from "#lib/leads/schema.ts";

export const takeNextAction = action({
  schema: callQueueSchema,
  permission: "leads.write",
  run: takeNext,
});

export const recordOutcomeAction = action({
  schema: callOutcomeSchema,
  permission: "leads.write",
  run: recordOutcome,
});

export const undoOutcomeAction = action({
  schema: callUndoSchema,
  permission: "leads.write",
  run: undoOutcome,
});

export const reopenLeadAction = action({
  schema: callReopenSchema,
  permission: "leads.write",
  run: reopenLead,
});

export const keepLeadAction = action({
  schema: calledLeadSchema,
  permission: "leads.write",
  run: (session, { leadId }) => keepLead(session, leadId),
});

export const stopCallingAction = action({
  schema: z.void(),
  permission: "leads.write",
  run: stopCalling,
});
