import { z } from "zod";

export const sampleStoreSchema = z.object({ storeId: z.uuid() });

export const firstStepsHiddenSchema = z.object({ isHidden: z.boolean() });
