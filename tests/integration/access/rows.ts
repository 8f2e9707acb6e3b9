import { randomUUID } from "node:crypto";
import { randomName } from "#tests/support/people.ts";
import type { Sale } from "#tests/support/sales.ts";
import { leadTrials, viewTrials } from "./lead-rows.ts";
import { mapValues } from "./map-values.ts";
import type { World } from "./world.ts";

type Values = Record<string, unknown>;

/** What is tried on a table: its named rows, a change, and named rows to insert. */
export interface TableTrials {
  /** Conditions that find one row each. */
  rows: Record<string, string>;
  /** The `set` clause of the update: a column that persons may write, where there is one. */
  change: string;
  /** Rows to insert; `userId` is who asks. */
  inserts: (userId: string) => Record<string, Values>;
}

/** The trials of every table, on the rows of `world`. */
export function trials(world: World): Record<string, TableTrials> {
  return {
    ...teamTrials(world),
    ...storeTrials(world),
    ...inventoryTrials(world),
    ...saleTrials(world),
    ...leadTrials(world),
    ...viewTrials(world),
    ...eventTrials(world),
  };
}

function eventTrials({ ours, strangers, sales }: World): Record<string, TableTrials> {
  return {
    outbox_events: {
      rows: mapValues(sales, ({ eventId }) => `subjects ->> 'entryId' = '${eventId}'`),
      change: "details = '{}'",
      inserts: () => ({
        ours: { workspace_id: ours.id, type: "order:created", subjects: "{}" },
        strangers: { workspace_id: strangers.id, type: "order:created", subjects: "{}" },
      }),
    },
  };
}

function teamTrials({ ours, strangers, people, newcomer, rateLimit }: World): Record<string, TableTrials> {
  const account = (column: string) => mapValues(people, ({ userId }) => `${column} = '${userId}'`);
  return {
    workspaces: {
      rows: { ours: `id = '${ours.id}'`, strangers: `id = '${strangers.id}'` },
      change: "name = 'changed'",
      inserts: () => ({ new: { name: "New", slug: `workspace-${randomName()}`, currency: "EUR" } }),
    },
    users: {
      rows: account("id"),
      change: "name = 'changed'",
      inserts: () => ({ new: { id: randomUUID(), name: "New", email: "new@example.com" } }),
    },
    memberships: {
      rows: account("user_id"),
      change: "is_active = true",
      inserts: () => ({
        newcomer: { workspace_id: ours.id, user_id: newcomer.userId, role: "admin" },
        elsewhere: { workspace_id: strangers.id, user_id: newcomer.userId, role: "admin" },
      }),
    },
    user_settings: {
      rows: account("user_id"),
      change: "notify_new_leads = false",
      inserts: (userId) => ({ own: { user_id: userId }, sellers: { user_id: people.seller.userId } }),
    },
    rate_limits: {
      rows: { one: `key = '${rateLimit}'` },
      change: "points = 0",
      inserts: () => ({ new: { key: randomName() } }),
    },
    _prisma_migrations: {
      rows: { first: "migration_name like '%_tables'" },
      change: "logs = ''",
      inserts: () => ({ new: { id: randomName(), checksum: "0", migration_name: "99999999999999_new" } }),
    },
  };
}

function storeTrials({ ours, strangers, people, sales }: World): Record<string, TableTrials> {
  const { assigned: _sameStore, ...salesOfOwnStore } = sales;
  const store = (workspaceId: string, userId: string) => ({
    workspace_id: workspaceId,
    user_id: userId,
    name: "New",
    type: "shopify",
    domain: `${randomName()}.myshopify.com`,
  });
  const delivery = { topic: "orders/create", dedupe_key: "new", headers: "{}", payload: Buffer.from("{}") };
  const request = { kind: "redact_shop", due_at: new Date(), details: "{}" };
  return {
    integrations: {
      rows: mapValues(salesOfOwnStore, (sale) => `id = '${sale.storeId}'`),
      change: "name = 'changed'",
      inserts: (userId) => ({
        own: store(ours.id, userId),
        sellers: store(ours.id, people.seller.userId),
        elsewhere: store(strangers.id, people.stranger.userId),
      }),
    },
    integration_secrets: {
      rows: mapValues(salesOfOwnStore, (sale) => `integration_id = '${sale.storeId}'`),
      change: "webhook_secret = 'changed'",
      inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, webhook_secret: "new" } }),
    },
    webhook_deliveries: {
      rows: mapValues(sales, (sale) => `id = '${sale.deliveryId}'`),
      change: "error = 'changed'",
      inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, ...delivery } }),
    },
    privacy_requests: {
      rows: mapValues(sales, (sale) => `id = '${sale.requestId}'`),
      change: "completed_at = now()",
      inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, ...request } }),
    },
  };
}

function inventoryTrials({
  ours,
  strangers,
  people,
  products,
  movements,
}: World): Record<string, TableTrials> {
  const product = (workspaceId: string, userId: string | null) => ({
    workspace_id: workspaceId,
    user_id: userId,
    sku: randomName(),
    name: "New",
    price: 1,
    currency: "EUR",
  });
  const movement = (productId: string) => ({ product_id: productId, delta: 100, reason: "counted" });
  return {
    products: {
      rows: mapValues(products, (id) => `id = '${id}'`),
      change: "name = 'changed'",
      inserts: (userId) => ({
        own: product(ours.id, userId),
        platform: product(ours.id, null),
        sellers: product(ours.id, people.seller.userId),
        elsewhere: product(strangers.id, people.stranger.userId),
      }),
    },
    stock_movements: {
      rows: mapValues(movements, (id) => `id = '${id}'`),
      change: "delta = 1000",
      inserts: () => ({
        sellers: movement(products.sellers),
        others: movement(products.others),
        platform: movement(products.platform),
        elsewhere: movement(products.strangers),
      }),
    },
  };
}

function saleTrials({ ours, people, sales }: World): Record<string, TableTrials> {
  const { sellers } = sales;
  const rows = (id: keyof Sale) => mapValues(sales, (sale) => `id = '${sale[id]}'`);
  const time = new Date();
  const ofSeller = (sale: Sale, userId: string) =>
    `customer_id = '${sale.customerId}' and user_id = '${userId}'`;
  const known = {
    ...mapValues(sales, (sale) => ofSeller(sale, sale.sellerId)),
    given: ofSeller(sales.assigned, people.assignedSeller.userId),
  };
  const ofOthers = {
    customer_id: sellers.customerId,
    user_id: people.otherSeller.userId,
    workspace_id: ours.id,
  };
  return {
    customers: {
      rows: rows("customerId"),
      change: "name = 'changed'",
      inserts: () => ({ new: { workspace_id: ours.id, name: "New" } }),
    },
    customer_contacts: {
      rows: known,
      change: "phone = '+40722000000'",
      inserts: () => ({ ofOthers: { ...ofOthers, known_since: time } }),
    },
    customer_sellers: {
      rows: known,
      change: "orders_count = 1000",
      inserts: () => ({ ofOthers }),
    },
    orders: {
      rows: rows("orderId"),
      change: "shipping_name = 'changed'",
      inserts: (userId) => ({
        ofSellersStore: {
          workspace_id: ours.id,
          integration_id: sellers.storeId,
          user_id: people.seller.userId,
          external_order_id: userId,
          order_number: "#1",
          status: "pending",
          payment_status: "paid",
          fulfillment_status: "unfulfilled",
          currency: "EUR",
          total_amount: 1,
          current_total_amount: 1,
          order_created_at: time,
          external_updated_at: time,
        },
      }),
    },
    order_items: {
      rows: rows("itemId"),
      change: "price_per_unit = 0",
      inserts: () => ({
        ofSellersOrder: {
          order_id: sellers.orderId,
          external_line_id: "new",
          position: 1,
          product_name: "New",
          quantity: 1,
          current_quantity: 1,
          price_per_unit: 1,
        },
      }),
    },
    order_refunds: {
      rows: rows("refundId"),
      change: "amount = 0",
      inserts: () => ({
        ofSellersOrder: {
          order_id: sellers.orderId,
          external_refund_id: "new",
          amount: 1,
          refunded_at: time,
        },
      }),
    },
  };
}
