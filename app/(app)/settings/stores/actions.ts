"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { action } from "#lib/auth/action.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { processPausedDeliveries, retryDeliveries } from "#lib/ingest/process.ts";
import { createStore, resumeStore } from "#lib/stores/commands.ts";
import { getStore } from "#lib/stores/queries.ts";
import { deliverySchema, newStoreSchema, storeIdSchema } from "#lib/stores/schema.ts";

export const createStoreAction = action({
  schema: newStoreSchema,
  permission: "stores.write",
  run: async (session, store) => {
    const id = await createStore(session, store);
    revalidatePath("/settings/stores");
    return { id };
  },
});

export const resumeStoreAction = action({
  schema: storeIdSchema,
  permission: "stores.write",
  run: async (session, { id }) => {
    await resumeStore(session, id);
    // A long pause may have left many deliveries: the person need not wait for them.
    after(() => processPausedDeliveries(id));
    revalidatePath("/settings/stores", "layout");
  },
});

/** Works a failed delivery in again. Ingest has the rights of the system, so the person's are checked here, by reading as the person. */
export const retryDeliveryAction = action({
  schema: deliverySchema,
  permission: "stores.write",
  run: async (session, { storeId, deliveryId }) => {
    const isTheirs = (await getStore(session, storeId))?.deliveries.some(({ id }) => id === deliveryId);
    if (!isTheirs) throw new UserError("notFoundDelivery");
    await retryDeliveries([deliveryId]);
    revalidatePath("/settings/stores", "layout");
    const tried = (await getStore(session, storeId))?.deliveries.find(({ id }) => id === deliveryId);
    if (tried?.status === "failed") throw new UserError("deliveryFailedAgain");
  },
});
