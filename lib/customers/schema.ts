import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { mergeParts } from "#lib/customers/model.ts";

export const customerIdSchema = z.uuid();

/** Which of two customers stays, and what it takes over although it has a value of its own. */
export const mergeSchema = z.object({
  keptId: z.uuid(),
  mergedId: z.uuid(),
  taken: z.array(z.enum(mergeParts)).max(mergeParts.length),
});

export type MergeInput = z.input<typeof mergeSchema>;
export type MergeRequest = z.output<typeof mergeSchema>;

/** Looks for the other customer of a merge. */
export const mergeSearchSchema = z.object({ keptId: z.uuid(), text: plainText.trim().max(200) });

/** The two customers of a merge, to see what would come of it. */
export const mergePairSchema = z.object({ keptId: z.uuid(), mergedId: z.uuid() });

/** A phone as it is being typed, and of which country it is when it does not say so. */
export const buyersSchema = z.object({
  phone: plainText.trim().max(200),
  country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]),
});

export type BuyersRequest = z.output<typeof buyersSchema>;

export const undoMergeSchema = z.object({ mergeId: z.uuid() });
