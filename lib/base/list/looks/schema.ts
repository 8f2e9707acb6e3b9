import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

/** The lists that a person can have in an own way. */
export const preferredLists = ["leads", "orders", "customers"] as const;
export type PreferredList = (typeof preferredLists)[number];

const columnIds = z.array(plainText.max(40)).max(40);

/** How a person has one list. */
export const listLookSchema = z.object({
  density: z.enum(["compact", "medium", "comfortable"]),
  hidden: columnIds,
  order: columnIds,
  /** What exports leave out. */
  leftOut: columnIds.optional(),
});

export type SavedListLook = z.output<typeof listLookSchema>;

export const saveListLookSchema = z.object({ list: z.enum(preferredLists), look: listLookSchema });
