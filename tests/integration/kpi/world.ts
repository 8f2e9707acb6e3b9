import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

/** A workspace full of leads of every kind, around days on which clocks change, and whoever looks at them. */
export interface World {
  workspace: Workspace;
  people: Record<PersonName, Person>;
  roles: Record<PersonName, Role>;
  stores: { id: string; owner: string; type: "shopify" | "woocommerce" }[];
}

const roles = {
  admin: "admin",
  manager: "manager",
  viewer: "viewer",
  ana: "seller",
  mihai: "seller",
  dan: "seller",
} as const;
export type PersonName = keyof typeof roles;

export const skus = ["LAMP-1", "VASE-2", "RUG-3"];

export async function createWorld(leads: number): Promise<World> {
  const workspace = await createWorkspace();
  const made: [string, Person][] = [];
  for (const [name, role] of Object.entries(roles))
    made.push([name, await createMember(workspace, role, name)]);
  const people = Object.fromEntries(made) as World["people"];
  const owners = [people.ana, people.ana, people.mihai];
  const stores: World["stores"] = [];
  for (const [index, owner] of owners.entries()) {
    const type = index === 1 ? "woocommerce" : "shopify";
    stores.push({ id: (await createStore(workspace, owner, type)).id, owner: owner.userId, type });
  }
  const world = { workspace, people, roles, stores };
  await addLeads(world, fc.sample(leadOf(world), { numRuns: leads, seed: 7 }));
  return world;
}

export function sessionOf(
  { workspace, people, roles: given }: World,
  name: PersonName,
  timezone: string,
): Session {
  const { userId, email } = people[name];
  return {
    userId,
    email,
    name,
    aal: "aal1",
    locale: "en",
    timezone,
    timeFormat: "24h",
    role: given[name],
    workspace: { ...workspace, currency: "EUR", timezone: "UTC" },
  };
}

/** A lead as the tests write it, with its order unless it was entered by hand. */
export interface NewLead {
  id: string;
  orderId: string;
  storeId: string | null;
  owner: string;
  userId: string;
  source: string;
  currency: string;
  value: string;
  cod: string;
  logistic: string;
  payment: string;
  isTest: boolean;
  arrivedAt: string;
  items: { sku: string | null; quantity: number }[];
}

/** Both changes of the clocks in Bucharest and New York, days between, and edges of quarter hours. */
const moments = [
  "2025-03-08T20:00Z",
  "2025-03-29T20:00Z",
  "2025-10-25T20:00Z",
  "2025-11-01T22:00Z",
  "2025-12-31T00:00Z",
].map((at) => Date.parse(at));

const arrival = fc
  .tuple(fc.constantFrom(...moments), fc.integer({ min: 0, max: 3 * 86_400 }), fc.boolean())
  .map(([start, seconds, isOnEdge]) =>
    new Date(start + (isOnEdge ? seconds - (seconds % 900) : seconds) * 1_000).toISOString(),
  );

export function leadOf(world: World): fc.Arbitrary<NewLead> {
  const workers = Object.values(world.people).map(({ userId }) => userId);
  return fc
    .record({
      store: fc.constantFrom(...world.stores, ...world.stores, null),
      worker: fc.option(fc.constantFrom(...workers)),
      currency: fc.constantFrom("EUR", "EUR", "RON", "USD", "XTS"),
      value: fc.integer({ min: 0, max: 900_000 }).map((thousandths) => (thousandths / 1_000).toFixed(3)),
      cod: fc.constantFrom(...codStatuses),
      logistic: fc.constantFrom(...logisticStatuses),
      payment: fc.constantFrom("pending", "paid", "refunded", "partially_refunded"),
      isTest: fc.nat(19).map((one) => one === 0),
      arrivedAt: arrival,
      items: fc.array(
        fc.record({ sku: fc.constantFrom(...skus, null), quantity: fc.integer({ min: 0, max: 3 }) }),
        { maxLength: 3 },
      ),
    })
    .map(({ store, worker, ...lead }) => ({
      ...lead,
      id: randomUUID(),
      orderId: randomUUID(),
      storeId: store?.id ?? null,
      owner: store?.owner ?? "",
      userId: worker ?? (store?.owner || (workers[3] ?? "")),
      source: store?.type ?? "manual",
    }));
}

/** Writes leads with their orders and lines, in one statement of each; lines before the leads, as stores have them, or after them. */
export async function addLeads(world: World, leads: NewLead[], linesFirst = false): Promise<void> {
  const rows = JSON.stringify(leads);
  const shape = `jsonb_to_recordset($2::jsonb) as lead (id uuid, "orderId" uuid, "storeId" uuid, owner text, "userId" uuid, source text,
    currency text, value numeric, cod text, logistic text, payment text, "isTest" boolean, "arrivedAt" timestamptz, items jsonb)`;
  await asOwner(
    `insert into orders (id, workspace_id, integration_id, user_id, external_order_id, order_number, status, payment_status,
       fulfillment_status, currency, total_amount, current_total_amount, is_test, order_created_at, external_updated_at)
     select lead."orderId", $1, lead."storeId", lead.owner::uuid, lead.id::text, '#1', 'processing', lead.payment, 'unfulfilled',
       lead.currency, lead.value, lead.value, lead."isTest", lead."arrivedAt", lead."arrivedAt"
     from ${shape} where lead."storeId" is not null`,
    [world.workspace.id, rows],
  );
  const writeLeads = () =>
    asOwner(
      `insert into crm_leads (id, workspace_id, order_id, integration_id, user_id, source, cod_status, logistic_status, kpi_status, is_test,
       value, arrived_at)
     select lead.id, $1, case when lead."storeId" is not null then lead."orderId" end, lead."storeId", lead."userId", lead.source, lead.cod,
       lead.logistic, astra.kpi_status(lead.cod, lead.logistic, case when lead."storeId" is not null then lead.payment end),
       lead."isTest", case when lead."storeId" is not null then lead.value end, lead."arrivedAt"
     from ${shape}`,
      [world.workspace.id, rows],
    );
  const writeLines = () =>
    asOwner(
      `insert into order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity, price_per_unit)
     select lead."orderId", item.position::text, item.position, item.value ->> 'sku', coalesce(item.value ->> 'sku', 'Nameless'),
       (item.value ->> 'quantity')::numeric, (item.value ->> 'quantity')::numeric, 2.5
     from ${shape}, jsonb_array_elements(lead.items) with ordinality as item (value, position)
     where $1::uuid is not null and lead."storeId" is not null`,
      [world.workspace.id, rows],
    );
  const writes = linesFirst ? [writeLines, writeLeads] : [writeLeads, writeLines];
  for (const write of writes) await write();
}
