"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { retryDelivery, retryFailed, retrySome } from "#lib/deliveries/commands.ts";
import { deliveryIdSchema, deliveryIdsSchema, failedOfSchema } from "#lib/deliveries/schema.ts";

export const retryDeliveryAction = action({
  schema: deliveryIdSchema,
  permission: "stores.write",
  run: async (session, { id }) => {
    try {
      await retryDelivery(session, id);
    } finally {
      revalidatePath("/settings/stores", "layout");
    }
  },
});

export const retrySomeAction = action({
  schema: deliveryIdsSchema,
  permission: "stores.write",
  run: async (session, { ids }) => {
    const count = await retrySome(session, ids);
    revalidatePath("/settings/stores", "layout");
    return count;
  },
});

export const retryFailedAction = action({
  schema: failedOfSchema,
  permission: "stores.write",
  run: async (session, { storeIds }) => {
    const count = await retryFailed(session, storeIds);
    revalidatePath("/settings/stores", "layout");
    return count;
  },
});
