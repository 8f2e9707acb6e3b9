import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { asOwner, asSystem, type Query } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

// What comes in while a store changes hands is the new owner's, whichever of the two began first.

let workspace: Workspace;
let former: Person;
let owner: Person;
let storeId: string;

beforeEach(async () => {
  workspace = await createWorkspace();
  former = await createMember(workspace, "seller", "Ana");
  owner = await createMember(workspace, "seller", "Mihai");
  storeId = (await createStore(workspace, former)).id;
});

async function addSale(query: Query): Promise<void> {
  const orderId = randomUUID();
  await query(
    `insert into orders (id, workspace_id, integration_id, user_id, external_order_id, order_number, status, payment_status,
       fulfillment_status, currency, total_amount, current_total_amount, order_created_at, external_updated_at)
     values ($1, $2, $3, $4, 'external', '#1', 'processing', 'pending', 'unfulfilled', 'EUR', 20, 20, now(), now())`,
    [orderId, workspace.id, storeId, former.userId],
  );
  await query(
    `insert into crm_leads (workspace_id, order_id, integration_id, user_id, source, cod_status, logistic_status, kpi_status, arrived_at)
     values ($1, $2, $3, $4, 'shopify', 'pending', 'pending', 'waiting', now())`,
    [workspace.id, orderId, storeId, former.userId],
  );
}

async function handOver(query: Query): Promise<void> {
  await query("update integrations set user_id = $1 where id = $2", [owner.userId, storeId]);
}

test.each([
  ["an order that is being added", addSale, handOver],
  ["an order that comes meanwhile", handOver, addSale],
])("%s goes along", async (_, first, second) => {
  let other: Promise<void> = Promise.resolve();
  await asSystem(async (query) => {
    await first(query);
    other = asSystem(second);
    await Promise.race([other, sleep(500)]);
  });
  await other;
  const rows = await asOwner(
    `select "order".store_user_id as "ofOrder", lead.store_user_id as "ofLead"
     from orders "order" join crm_leads lead on lead.order_id = "order".id where "order".integration_id = $1`,
    [storeId],
  );
  expect(rows).toEqual([{ ofOrder: owner.userId, ofLead: owner.userId }]);
});
