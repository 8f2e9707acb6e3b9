import { z } from "zod";
import { cursorSchema } from "#lib/http/cursor.ts";

/** What the query string of the leads list may hold; junk falls to the first page. */
export const leadListSchema = z.object({
  after: cursorSchema.optional().catch(undefined),
  before: cursorSchema.optional().catch(undefined),
});

export type LeadListQuery = z.output<typeof leadListSchema>;

export const leadIdSchema = z.uuid();
