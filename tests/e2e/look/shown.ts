import { randomUUID } from "node:crypto";
import { shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

/** A workspace in which every page has something to show, with long names, and somebody who has nothing yet. */
export interface Shown {
  admin: Person;
  newcomer: Person;
  /** What stands for "[id]" in an address, by what comes before it. */
  ids: Record<string, string | undefined>;
}

export async function createShown(): Promise<Shown> {
  const workspace = await createWorkspace();
  const admin = await createMember(workspace, "admin", "Ada Admin");
  const newcomer = await createMember(await createWorkspace(), "seller", "Nia New");
  const seller = await createMember(workspace, "seller", "Maximiliane Konstantinopoulou-Featherstonehaugh");
  const store = await createStore(workspace, seller);
  const longName = "Extraordinarilylongunbreakablelampname ".repeat(4);
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ line_items: [shopifyLine({ name: longName, title: longName })] }),
  );
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ id: 2, name: "#1002", test: true, email: "b@example.com" }),
  );
  const unknownMethod = { financial_status: "pending", payment_gateway_names: [longName] };
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ id: 4, name: "#1004", email: "c@example.com", ...unknownMethod }),
  );
  await asOwner(
    `update integrations set payment_methods = '{"trusty pay": "prepaid"}', status_map = '{"zorbed": "delivered"}' where id = $1`,
    [store.id],
  );
  await deliver(store, "orders/create", { name: "#3" });
  await deliver({ ...store, secret: "another secret" }, "orders/create", shopifyOrder());
  await asOwner(
    "insert into user_settings (user_id, telegram_chat_id, telegram_stopped_at, telegram_stop_reason) values ($1, 700100300, now(), 'blocked')",
    [admin.userId],
  );
  const [lead] = await asOwner<{ id: string; orderId: string; customerId: string }>(
    `select id, order_id as "orderId", customer_id as "customerId"
     from crm_leads where integration_id = $1 and customer_id is not null and not is_test
     order by created_at limit 1`,
    [store.id],
  );
  const [failed] = await asOwner<{ id: string }>(
    "select id from webhook_deliveries where integration_id = $1 and status = 'failed'",
    [store.id],
  );
  if (!lead || !failed) throw new Error("The order did not become a lead, or the other one did not fail.");
  const product = randomUUID();
  await insert("products", {
    id: product,
    workspace_id: workspace.id,
    sku: longName.trim().slice(0, 60),
    name: longName,
    price: "20.000",
    currency: "EUR",
  });
  return {
    admin,
    newcomer,
    ids: {
      "/inventory": product,
      "/leads": lead.id,
      "/orders": lead.orderId,
      "/customers": lead.customerId,
      "/settings/stores": store.id,
      "/settings/stores/deliveries": failed.id,
    },
  };
}
