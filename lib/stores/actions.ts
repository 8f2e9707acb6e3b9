"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { changeSecret, createStore, endPreviousSecret } from "#lib/stores/commands.ts";
import { pauseStore, removeStore } from "#lib/stores/life-commands.ts";
import { listOrdersOfStatus } from "#lib/stores/questions.ts";
import {
  newSecretSchema,
  newStoreSchema,
  storeIdSchema,
  storeRemovalSchema,
  storeStatusSchema,
} from "#lib/stores/schema.ts";

export const createStoreAction = action({
  schema: newStoreSchema,
  permission: "stores.write",
  run: async (session, store) => {
    const id = await createStore(session, store);
    revalidatePath("/settings/stores");
    return { id };
  },
});

export const changeSecretAction = action({
  schema: newSecretSchema,
  permission: "stores.write",
  run: async (session, secret) => {
    await changeSecret(session, secret);
    revalidatePath("/settings/stores", "layout");
  },
});

export const pauseStoreAction = action({
  schema: storeIdSchema,
  permission: "stores.write",
  run: async (session, { id }) => {
    await pauseStore(session, id);
    revalidatePath("/settings/stores", "layout");
  },
});

export const endPreviousSecretAction = action({
  schema: storeIdSchema,
  permission: "stores.write",
  run: async (session, { id }) => {
    await endPreviousSecret(session, id);
    revalidatePath("/settings/stores", "layout");
  },
});

export const removeStoreAction = action({
  schema: storeRemovalSchema,
  permission: "stores.write",
  run: async (session, removal) => {
    await removeStore(session, removal);
    // Every page that offers stores to choose from.
    revalidatePath("/", "layout");
  },
});

/** Which orders a mapping concerns, before it is made. */
export const previewStatusAction = action({
  schema: storeStatusSchema,
  permission: "stores.write",
  run: listOrdersOfStatus,
});
