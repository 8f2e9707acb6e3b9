import { forSystem } from "#lib/base/db/access.ts";
import type { DemoOrder } from "#scripts/demo/orders.ts";
import type { DemoWorkspace } from "#scripts/demo/workspace.ts";
import { createRandom } from "#scripts/simulator/random.ts";

const tags = [
  { name: "VIP", color: "violet", share: 0.04 },
  { name: "Gift", color: "blue", share: 0.05 },
  { name: "Call in the evening", color: "amber", share: 0.05 },
  { name: "Check address", color: "red", share: 0.03 },
];

/** Tags a few leads. */
export async function addTags(workspace: DemoWorkspace, orders: readonly DemoOrder[]): Promise<void> {
  const random = createRandom("tags");
  const chosen = orders.flatMap(({ store, steps }) => {
    const tag = tags.find(({ share }) => random.chance(share));
    const storeId = workspace.stores.get(store.domain)?.id;
    return tag ? [{ storeId, externalId: steps[0]?.state.id, tag: tag.name }] : [];
  });
  await forSystem(async (tx) => {
    const data = tags.map(({ name, color }) => ({ workspaceId: workspace.id, name, color }));
    await tx.tag.createMany({ data, skipDuplicates: true });
    await tx.$executeRaw`
      insert into crm_lead_tags (lead_id, tag_id)
      select lead.id, tag.id
      from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as chosen ("storeId" uuid, "externalId" text, tag text)
      join orders "order" on "order".integration_id = chosen."storeId" and "order".external_order_id = chosen."externalId"
      join crm_leads lead on lead.order_id = "order".id
      join crm_tags tag on tag.workspace_id = lead.workspace_id and tag.name = chosen.tag
      on conflict do nothing`;
  });
}
