import { randomUUID } from "node:crypto";
import type { Workspace } from "#tests/support/people.ts";
import { insert, type Sale } from "#tests/support/sales.ts";

/** The merge of the customers of two sales. */
export async function createMerge(workspace: Workspace, kept: Sale, merged: Sale): Promise<string> {
  const id = randomUUID();
  await insert("customer_merges", {
    id,
    workspace_id: workspace.id,
    kept_id: kept.customerId,
    merged_id: merged.customerId,
    before: "{}",
  });
  return id;
}
