"use server";

import { action } from "#lib/base/auth/action.ts";
import { refreshing } from "#lib/base/auth/refreshing.ts";
import { hideFirstSteps, removeSampleOrder, sendSampleOrder } from "#lib/first-steps/commands.ts";
import { firstStepsHiddenSchema, sampleStoreSchema } from "#lib/first-steps/schema.ts";

export const sendSampleOrderAction = action({
  schema: sampleStoreSchema,
  permission: "stores.write",
  run: refreshing(sendSampleOrder),
});

export const removeSampleOrderAction = action({
  schema: sampleStoreSchema,
  permission: "stores.write",
  run: refreshing(removeSampleOrder),
});

export const hideFirstStepsAction = action({
  schema: firstStepsHiddenSchema,
  permission: "stores.write",
  run: refreshing(hideFirstSteps),
});
