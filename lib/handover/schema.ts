import { z } from "zod";

/** From whom to whom; a person hands nothing over to oneself. */
const people = { fromId: z.uuid(), toId: z.uuid("receiverMissing") };

export const handOverPreviewSchema = z
  .object(people)
  .refine(({ fromId, toId }) => fromId !== toId, { path: ["toId"], error: "receiverMissing" });

export const handOverSchema = z
  .object({ ...people, stores: z.boolean(), leads: z.boolean(), products: z.boolean() })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ["toId"], error: "receiverMissing" });

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
