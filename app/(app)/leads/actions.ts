"use server";

import { refresh } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { changeTagsSchema, statusChangeSchema, undoSchema } from "#lib/leads/schema.ts";
import { changeTags } from "#lib/leads/tag-commands.ts";
import { undoStatusChange } from "#lib/leads/undo.ts";

export const changeStatusAction = action({
  schema: statusChangeSchema,
  permission: "leads.write",
  run: async (session, request) => {
    const result = await changeStatus(session, request);
    refresh();
    return result;
  },
});

export const undoStatusChangeAction = action({
  schema: undoSchema,
  permission: "leads.write",
  run: async (session, request) => {
    const result = await undoStatusChange(session, request);
    refresh();
    return result;
  },
});

export const changeTagsAction = action({
  schema: changeTagsSchema,
  permission: "leads.write",
  run: async (session, request) => {
    const result = await changeTags(session, request);
    refresh();
    return result;
  },
});
