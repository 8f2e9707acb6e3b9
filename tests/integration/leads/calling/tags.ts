import { randomUUID } from "node:crypto";
import { insert } from "#tests/support/sales.ts";
import type { Office } from "./calls.ts";

export async function createTag({ workspace }: Office, name: string): Promise<string> {
  const id = randomUUID();
  await insert("crm_tags", { id, workspace_id: workspace.id, name, color: "green" });
  return id;
}

export async function tagLead(leadId: string, tagId: string): Promise<void> {
  await insert("crm_lead_tags", { lead_id: leadId, tag_id: tagId });
}
