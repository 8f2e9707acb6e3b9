import { randomUUID } from "node:crypto";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { type LeadSpec, leadSpecs, type SellerName, type StoreName, type TagName } from "./leads.ts";

/** A lead as the tests know it. */
export interface KnownLead extends LeadSpec {
  id: string;
  customerId: string;
  /** The owner of the store. */
  owner: SellerName;
}

export type AskerName = "admin" | "manager" | "viewer" | SellerName;

/** A workspace with leads of two sellers, and another one with leads that look the same. */
export interface World {
  sessions: Record<AskerName | "stranger", Session>;
  stores: Record<StoreName, string>;
  tags: Record<TagName, string>;
  leads: KnownLead[];
  strangersLeadId: string;
}

const owners: Record<StoreName, SellerName> = { lamps: "ana", vases: "ana", rugs: "mihai" };

const timezone = "Europe/Bucharest";

export async function createWorld(): Promise<World> {
  const ours = await createWorkspace("RON");
  const strangers = await createWorkspace("RON");
  const people = {
    admin: await createMember(ours, "admin"),
    manager: await createMember(ours, "manager"),
    viewer: await createMember(ours, "viewer"),
    ana: await createMember(ours, "seller", "Ana"),
    mihai: await createMember(ours, "seller", "Mihai"),
  };
  const stranger = await createMember(strangers, "admin");
  const store = async (name: StoreName) => (await createStore(ours, people[owners[name]])).id;
  const stores = { lamps: await store("lamps"), vases: await store("vases"), rugs: await store("rugs") };
  const tags = { gift: await createTag(ours, "gift"), urgent: await createTag(ours, "urgent") };
  const place = { workspace: ours, people, stores, tags };
  const leads: KnownLead[] = [];
  for (const spec of leadSpecs) leads.push(await createLead(place, spec));
  const [first] = leadSpecs;
  if (!first) throw new Error("There are no leads to make.");
  const theirs = { lamps: (await createStore(strangers, stranger)).id };
  const lookalike = await createLead(
    {
      workspace: strangers,
      people: { ana: stranger },
      stores: theirs,
      tags: { gift: await createTag(strangers, "gift") },
    },
    { ...first, store: "lamps", worker: "ana", tags: ["gift"] },
  );
  const sessionOf = (name: keyof typeof people, role: Role) => createSession(ours, people[name], role);
  return {
    sessions: {
      admin: sessionOf("admin", "admin"),
      manager: sessionOf("manager", "manager"),
      viewer: sessionOf("viewer", "viewer"),
      ana: sessionOf("ana", "seller"),
      mihai: sessionOf("mihai", "seller"),
      stranger: createSession(strangers, stranger, "admin"),
    },
    stores,
    tags,
    leads,
    strangersLeadId: lookalike.id,
  };
}

/** The leads that somebody may see: a seller's are those the seller works and those of the seller's stores. */
export function visibleTo(world: World, asker: AskerName): KnownLead[] {
  if (asker !== "ana" && asker !== "mihai") return world.leads;
  return world.leads.filter((lead) => lead.worker === asker || lead.owner === asker);
}

function createSession(workspace: Workspace, person: Person, role: Role): Session {
  const { userId, email, name } = person;
  return {
    userId,
    email,
    name,
    role,
    aal: "aal1",
    locale: "en",
    timezone,
    timeFormat: "24h",
    workspace: { ...workspace, currency: "RON", timezone },
  };
}

async function createTag(workspace: Workspace, name: TagName): Promise<string> {
  const id = randomUUID();
  await insert("crm_tags", { id, workspace_id: workspace.id, name, color: "green" });
  return id;
}

interface Surroundings {
  workspace: Workspace;
  people: Partial<Record<SellerName, Person>>;
  stores: Partial<Record<StoreName, string>>;
  tags: Partial<Record<TagName, string>>;
}

async function createLead(
  { workspace, people, stores, tags }: Surroundings,
  spec: LeadSpec,
): Promise<KnownLead> {
  const id = randomUUID();
  const customerId = randomUUID();
  const owner = owners[spec.store];
  const { name, phone } = spec;
  const orderId = spec.number === null ? null : randomUUID();
  await insert("customers", { id: customerId, workspace_id: workspace.id, name, phone });
  if (orderId) {
    await insert("orders", {
      id: orderId,
      workspace_id: workspace.id,
      integration_id: stores[spec.store],
      user_id: people[owner]?.userId,
      customer_id: customerId,
      external_order_id: randomName(),
      order_number: spec.number,
      status: "pending",
      payment_status: "pending",
      fulfillment_status: "unfulfilled",
      payment_kind: "cash_on_delivery",
      currency: "RON",
      total_amount: spec.value ?? 0,
      current_total_amount: spec.value ?? 0,
      order_created_at: spec.arrivedAt,
      external_updated_at: spec.arrivedAt,
    });
    for (const [position, item] of spec.items.entries()) {
      await insert("order_items", {
        order_id: orderId,
        external_line_id: randomName(),
        position,
        product_name: item.name,
        product_sku: item.sku,
        quantity: 1,
        current_quantity: 1,
        price_per_unit: item.price,
      });
    }
  }
  await insert("crm_leads", {
    id,
    workspace_id: workspace.id,
    order_id: orderId,
    integration_id: orderId ? stores[spec.store] : null,
    user_id: people[spec.worker]?.userId,
    customer_id: customerId,
    name,
    phone,
    email: spec.email,
    source: orderId ? "shopify" : "manual",
    cod_status: spec.cod,
    logistic_status: spec.logistic,
    kpi_status: spec.kpi,
    call_back_at: spec.callBackAt,
    value: spec.value,
    arrived_at: spec.arrivedAt,
  });
  await asOwner("select astra.refresh_customers(array[$1]::uuid[])", [customerId]);
  for (const tag of spec.tags) await insert("crm_lead_tags", { lead_id: id, tag_id: tags[tag] });
  return { ...spec, id, customerId, owner: orderId ? owner : spec.worker };
}
