import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

/** The lists that views can be saved of. */
export const viewLists = ["leads", "orders", "customers"] as const;
export type ViewList = (typeof viewLists)[number];

const name = plainText.trim().min(1, "viewNameMissing").max(60, "viewNameTooLong");

export const newViewSchema = z.object({
  list: z.enum(viewLists),
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
