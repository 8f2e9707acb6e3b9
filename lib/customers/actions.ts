"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { findBuyers } from "#lib/customers/buyers.ts";
import { findToMerge, mergeCustomers, previewMerge } from "#lib/customers/merge.ts";
import {
  buyersSchema,
  mergePairSchema,
  mergeSchema,
  mergeSearchSchema,
  undoMergeSchema,
} from "#lib/customers/schema.ts";
import { undoMerge } from "#lib/customers/undo-merge.ts";

export const findBuyersAction = action({
  schema: buyersSchema,
  permission: "customers.read",
  run: findBuyers,
});

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

export const undoMergeAction = action({
  schema: undoMergeSchema,
  permission: "customers.merge",
  run: async (session, request) => {
    const result = await undoMerge(session, request);
    revalidatePath("/customers", "layout");
    return result;
  },
});
