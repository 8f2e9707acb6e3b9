import { z } from "zod";
import { densities } from "#lib/base/list/looks/model.ts";
import { listNames } from "#lib/base/list/names.ts";
import { plainText } from "#lib/base/text/schema.ts";

const columnIds = z.array(plainText.max(40)).max(40);

/** How a person has one list. */
export const listLookSchema = z.object({
  density: z.enum(densities),
  hidden: columnIds,
  order: columnIds,
  /** What exports leave out. */
  leftOut: columnIds.optional(),
});

export type SavedListLook = z.output<typeof listLookSchema>;

export const densitySchema = z.object({ density: z.enum(densities) });

export const saveListLookSchema = z.object({ list: z.enum(listNames), look: listLookSchema });
