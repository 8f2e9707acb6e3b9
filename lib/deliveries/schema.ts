import { z } from "zod";

export const deliveryIdSchema = z.object({ id: z.uuid() });

/** Some of a page of the log. */
export const deliveryIdsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(100) });

/** Some of the person's stores; none is all of them. */
export const failedOfSchema = z.object({ storeIds: z.array(z.uuid()).max(200) });
