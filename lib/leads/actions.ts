"use server";

import { z } from "zod";
import { action, actionForEach } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { setCallRules } from "#lib/leads/call-rules.ts";
import {
  keepLead,
  recordOutcome,
  reopenLead,
  stopCalling,
  takeNext,
  undoOutcome,
} from "#lib/leads/calling.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { acceptStoreValue, correctContact, keepCorrection } from "#lib/leads/correct-contact.ts";
import { findPasted } from "#lib/leads/find-pasted.ts";
import { addNote, reassign } from "#lib/leads/lead-commands.ts";
import { createManualLead } from "#lib/leads/manual-lead.ts";
import { changesTogether } from "#lib/leads/model.ts";
import {
  addTagSchema,
  calledLeadSchema,
  callOutcomeSchema,
  callQueueSchema,
  callReopenSchema,
  callRulesSchema,
  callUndoSchema,
  changeTagsSchema,
  correctContactSchema,
  manualLeadSchema,
  noteSchema,
  pastedNumbersSchema,
  reassignSchema,
  removeTagSchema,
  type StatusChangeRequest,
  selectionSchema,
  statusChangeSchema,
  storeValueSchema,
  undoSchema,
} from "#lib/leads/schema.ts";
import { listForSelection } from "#lib/leads/selection.ts";
import { addTag, changeTags, removeTag } from "#lib/leads/tag-commands.ts";
import { undoStatusChange } from "#lib/leads/undo.ts";

export const createManualLeadAction = action({
  schema: manualLeadSchema,
  permission: "leads.write",
  run: createManualLead,
});

/** Changes that a person made one right after the other: those that could be made are, and each has its answer. */
export const changeStatusesAction = actionForEach({
  schema: statusChangeSchema,
  most: changesTogether,
  permission: "leads.write",
  run: refreshing((session, request: StatusChangeRequest) => changeStatus(session, request)),
});

export const listForSelectionAction = action({
  schema: selectionSchema,
  permission: "leads.write",
  run: listForSelection,
});

export const findPastedAction = action({
  schema: pastedNumbersSchema,
  permission: "leads.write",
  run: findPasted,
});

export const undoStatusChangeAction = action({
  schema: undoSchema,
  permission: "leads.write",
  run: refreshing(undoStatusChange),
});

export const addNoteAction = action({
  schema: noteSchema,
  permission: "leads.write",
  run: refreshing(addNote),
});

export const reassignAction = action({
  schema: reassignSchema,
  permission: "leads.reassign",
  run: refreshing(reassign),
});

export const addTagAction = action({
  schema: addTagSchema,
  permission: "leads.write",
  run: refreshing(addTag),
});

export const removeTagAction = action({
  schema: removeTagSchema,
  permission: "leads.write",
  run: refreshing(removeTag),
});

export const changeTagsAction = action({
  schema: changeTagsSchema,
  permission: "leads.write",
  run: refreshing(changeTags),
});

export const correctContactAction = action({
  schema: correctContactSchema,
  permission: "customers.write",
  run: refreshing(correctContact),
});

export const acceptStoreValueAction = action({
  schema: storeValueSchema,
  permission: "customers.write",
  run: refreshing(acceptStoreValue),
});

export const keepCorrectionAction = action({
  schema: storeValueSchema,
  permission: "customers.write",
  run: refreshing(keepCorrection),
});

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

export const setCallRulesAction = action({
  schema: callRulesSchema,
  permission: "workspace.write",
  run: refreshing(setCallRules),
});
