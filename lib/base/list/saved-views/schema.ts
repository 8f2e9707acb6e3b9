import { z } from "zod";
import { listNames } from "#lib/base/list/names.ts";
import { plainText } from "#lib/base/text/schema.ts";

const name = plainText.trim().min(1, "viewNameMissing").max(60, "viewNameTooLong");

export const newViewSchema = z.object({
  list: z.enum(listNames),
  name,
  /** The query string that opens it, without the question mark. */
  query: plainText.max(2000),
  /** Whether the colleagues see it too. */
  isShared: z.boolean(),
});

export type NewView = z.output<typeof newViewSchema>;

export const viewChangeSchema = z.object({ id: z.uuid(), name, isShared: z.boolean() });
export type ViewChange = z.output<typeof viewChangeSchema>;

export const viewIdSchema = z.object({ id: z.uuid() });
