import { z } from "zod";
import { listNames } from "#lib/base/list/names.ts";
import { ownViewsLimit } from "#lib/base/list/saved-views/model.ts";
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

/** What a view shows from now on. */
export const viewQuerySchema = newViewSchema.pick({ query: true }).extend({ id: z.uuid() });
export type ViewQuery = z.output<typeof viewQuerySchema>;

/** The person's own views in the order that the person wants. */
export const viewOrderSchema = z.object({ ids: z.array(z.uuid()).max(ownViewsLimit) });

export const viewIdSchema = z.object({ id: z.uuid() });
