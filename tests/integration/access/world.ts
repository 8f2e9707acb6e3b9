import { randomBytes, randomUUID } from "node:crypto";
import { asOwner } from "#tests/support/database.ts";
import {
  createAccount,
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { createSale, insert, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { createFigures } from "./figure-rows.ts";
import { createInvitations, waitingMail } from "./invitation-rows.ts";
import { createMerge } from "./merge-rows.ts";
import { createImports, createMovements, createProducts, createStockRows } from "./product-rows.ts";
import { createTelegramRows } from "./telegram-rows.ts";

/** Those who ask. `assignedSeller` works one lead of a store of `seller`; `deactivated` was an admin with a store. */
export const askers = [
  "admin",
  "manager",
  "seller",
  "otherSeller",
  "assignedSeller",
  "viewer",
  "deactivated",
  "stranger",
  "anon",
  "appLogin",
] as const;
export type Asker = (typeof askers)[number];
type WithAccount = Exclude<Asker, "anon" | "appLogin">;

/** Sales by whose store they come from; `assigned` is one of the seller's store that `assignedSeller` works. */
type SaleName = "sellers" | "assigned" | "others" | "managers" | "viewers" | "deactivateds" | "strangers";

/** Two workspaces: ours with every kind of member, and that of a stranger, who is its admin. */
export interface World {
  ours: Workspace;
  strangers: Workspace;
  people: Record<WithAccount, Person>;
  newcomer: Person;
  sales: Record<SaleName, Sale>;
  /** A lead that the seller entered by hand. */
  manualLeadId: string;
  products: Record<SaleName | "platform", string>;
  movements: Record<SaleName | "platform", string>;
  /** Files of products by who imported them. */
  imports: Record<"sellers" | "others" | "strangers", string>;
  /** Merges of customers, of which a workspace's all are seen alike. */
  merges: Record<"ours" | "strangers", string>;
  aliases: Record<SaleName | "platform", string>;
  alerts: Record<SaleName | "platform", string>;
  tags: Record<"ours" | "free" | "strangers", string>;
  /** Private ones, one that `otherSeller` shares, and one that `deactivated` shared before leaving. */
  views: Record<"sellers" | "viewers" | "shared" | "left" | "strangers", string>;
  /** Who is invited, by whose workspace it is. */
  invitations: Record<"ours" | "strangers", string>;
  /** The session in which the admin looks at Astra as the viewer sees it. */
  viewing: string;
  rateLimit: string;
  /** An update of Telegram's, by its id. */
  update: number;
}

/** A store has one row, however many sales it made. */
export function salesOfOwnStore({ assigned: _sameStore, ...sales }: World["sales"]) {
  return sales;
}

export async function createWorld(): Promise<World> {
  const [ours, strangers] = await Promise.all([createWorkspace(), createWorkspace()]);
  const people: World["people"] = {
    admin: await createMember(ours, "admin"),
    manager: await createMember(ours, "manager"),
    seller: await createMember(ours, "seller"),
    otherSeller: await createMember(ours, "seller"),
    assignedSeller: await createMember(ours, "seller"),
    viewer: await createMember(ours, "viewer"),
    deactivated: await createMember(ours, "admin"),
    stranger: await createMember(strangers, "admin"),
  };
  for (const { userId } of Object.values(people)) {
    await insert("user_settings", { user_id: userId });
    await insert("mails", { ...waitingMail("password"), user_id: userId });
    await insert("session_browsers", {
      session_id: randomUUID(),
      user_id: userId,
      user_agent: "Browser",
      address: "192.0.2.1",
    });
    await insert("email_changes", {
      user_id: userId,
      old_email: "old@example.com",
      new_email: "new@example.com",
      old_token_hash: randomBytes(32).toString("base64url"),
      new_token_hash: randomBytes(32).toString("base64url"),
    });
    await insert("known_browsers", { user_id: userId, token_hash: randomBytes(32).toString("base64url") });
    await insert("recovery_codes", { user_id: userId, code_hash: randomBytes(32).toString("base64url") });
  }
  await asOwner(
    "insert into member_visits (workspace_id, user_id) select workspace_id, user_id from memberships where workspace_id = any ($1)",
    [[ours.id, strangers.id]],
  );
  const sales = await createSales(ours, strangers, people);
  const products = await createProducts(ours, strangers, people);
  const world: World = {
    ours,
    strangers,
    people,
    newcomer: await createAccount(),
    sales,
    manualLeadId: randomUUID(),
    products,
    movements: await createMovements(products),
    imports: await createImports(ours, strangers, people),
    merges: {
      ours: await createMerge(ours, sales.sellers, sales.others),
      strangers: await createMerge(strangers, sales.strangers, sales.strangers),
    },
    ...(await createStockRows(ours, strangers, products, sales)),
    tags: { ours: randomUUID(), free: randomUUID(), strangers: randomUUID() },
    views: await createViews(ours, strangers, people),
    invitations: await createInvitations(ours, strangers, people),
    viewing: randomUUID(),
    rateLimit: randomName(),
    update: await createTelegramRows(ours, strangers, people),
  };
  await createManualLead(world);
  await createTags(world);
  await createFigures(world);
  await insert("rate_limits", { key: world.rateLimit, points: 1 });
  await insert("viewings", {
    session_id: world.viewing,
    workspace_id: ours.id,
    admin_id: people.admin.userId,
    member_id: people.viewer.userId,
  });
  await deactivate(ours, people.deactivated);
  return world;
}

async function createSales(
  ours: Workspace,
  strangers: Workspace,
  people: World["people"],
): Promise<World["sales"]> {
  const ofNewStore = async (workspace: Workspace, seller: Person) =>
    createSale({ workspace, seller, store: await createStore(workspace, seller) });
  const sellers = await ofNewStore(ours, people.seller);
  return {
    sellers,
    assigned: await createSale({
      workspace: ours,
      seller: people.seller,
      store: { id: sellers.storeId },
      assignee: people.assignedSeller,
    }),
    others: await ofNewStore(ours, people.otherSeller),
    managers: await ofNewStore(ours, people.manager),
    viewers: await ofNewStore(ours, people.viewer),
    deactivateds: await ofNewStore(ours, people.deactivated),
    strangers: await ofNewStore(strangers, people.stranger),
  };
}

async function createViews(
  ours: Workspace,
  strangers: Workspace,
  people: World["people"],
): Promise<World["views"]> {
  const create = async (workspace: Workspace, { userId }: Person, isShared = false) => {
    const id = randomUUID();
    await insert("saved_views", {
      id,
      workspace_id: workspace.id,
      user_id: userId,
      list: "leads",
      name: "Mine",
      query: "?view=to_call",
      is_shared: isShared,
    });
    return id;
  };
  return {
    sellers: await create(ours, people.seller),
    viewers: await create(ours, people.viewer),
    shared: await create(ours, people.otherSeller, true),
    left: await create(ours, people.deactivated, true),
    strangers: await create(strangers, people.stranger, true),
  };
}

async function createManualLead({ ours, people, manualLeadId }: World): Promise<void> {
  await insert("crm_leads", {
    id: manualLeadId,
    workspace_id: ours.id,
    user_id: people.seller.userId,
    name: "Ion",
    source: "manual",
    cod_status: "pending",
    kpi_status: "waiting",
  });
}

async function createTags({ ours, strangers, sales, tags }: World): Promise<void> {
  await insert("crm_tags", { id: tags.ours, workspace_id: ours.id, name: "call", color: "green" });
  await insert("crm_tags", { id: tags.free, workspace_id: ours.id, name: "gift", color: "blue" });
  await insert("crm_tags", { id: tags.strangers, workspace_id: strangers.id, name: "call", color: "red" });
  for (const sale of Object.values(sales)) {
    const tag = sale.workspaceId === ours.id ? tags.ours : tags.strangers;
    await insert("crm_lead_tags", { lead_id: sale.leadId, tag_id: tag });
  }
}
