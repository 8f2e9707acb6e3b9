import { z } from "zod";

/** From whom to whom; a person hands nothing over to oneself. */
export const handOverPreviewSchema = z
  .object({ fromId: z.uuid(), toId: z.uuid("receiverMissing") })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ["toId"], error: "receiverMissing" });

export const handOverSchema = handOverPreviewSchema.safeExtend({
  stores: z.boolean(),
  leads: z.boolean(),
  products: z.boolean(),
});

export type HandOverPeople = z.output<typeof handOverPreviewSchema>;
export type HandOverRequest = z.output<typeof handOverSchema>;

/** How much changes hands, or did. */
export interface HandOver {
  stores: number;
  /** Those that are still to be worked. */
  leads: number;
  products: number;
  /** Products of a SKU that the receiver has already: they stay. */
  productsStaying: number;
}
