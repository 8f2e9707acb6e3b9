"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { findToMerge, mergeCustomers, previewMerge } from "#lib/customers/merge.ts";
import { mergePairSchema, mergeSchema, mergeSearchSchema } from "#lib/customers/schema.ts";

export const searchToMergeAction = action({
  schema: mergeSearchSchema,
  permission: "customers.merge",
  run: findToMerge,
});

export const previewMergeAction = action({
  schema: mergePairSchema,
  permission: "customers.merge",
  run: previewMerge,
});

export const mergeCustomersAction = action({
  schema: mergeSchema,
  permission: "customers.merge",
  run: async (session, request) => {
    const result = await mergeCustomers(session, request);
    revalidatePath("/customers", "layout");
    return result;
  },
});
