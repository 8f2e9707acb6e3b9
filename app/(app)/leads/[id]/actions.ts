"use server";

import { refresh } from "next/cache";
import type { z } from "zod";
import { action } from "#lib/base/auth/action.ts";
import type { Permission } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { acceptStoreValue, correctContact, keepCorrection } from "#lib/leads/correct-contact.ts";
import { addNote, reassign } from "#lib/leads/lead-commands.ts";
import {
  addTagSchema,
  correctContactSchema,
  noteSchema,
  reassignSchema,
  removeTagSchema,
  storeValueSchema,
} from "#lib/leads/schema.ts";
import { addTag, removeTag } from "#lib/leads/tag-commands.ts";

/** Runs a command and shows the page anew. */
function command<Schema extends z.ZodType, T>(
  schema: Schema,
  permission: Permission,
  run: (session: Session, input: z.output<Schema>) => Promise<T>,
) {
  return action({
    schema,
    permission,
    run: async (session, input) => {
      const result = await run(session, input);
      refresh();
      return result;
    },
  });
}

export const addNoteAction = command(noteSchema, "leads.write", addNote);
export const addTagAction = command(addTagSchema, "leads.write", addTag);
export const removeTagAction = command(removeTagSchema, "leads.write", removeTag);
export const reassignAction = command(reassignSchema, "leads.reassign", reassign);
export const correctContactAction = command(correctContactSchema, "customers.write", correctContact);
export const acceptStoreValueAction = command(storeValueSchema, "customers.write", acceptStoreValue);
export const keepCorrectionAction = command(storeValueSchema, "customers.write", keepCorrection);
