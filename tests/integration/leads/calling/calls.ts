import { randomUUID } from "node:crypto";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { SeenCalls } from "#lib/leads/schema.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** A workspace with leads to call, and a session of each who asks. */
export interface Office {
  workspace: Workspace;
  store: Store;
  owner: Person;
  sessions: Record<"admin" | "agent" | "owner" | "otherSeller" | "viewer", Session>;
}

export async function createOffice(): Promise<Office> {
  const workspace = await createWorkspace();
  const member = async (role: Role, name: string) => {
    const person = await createMember(workspace, role, name);
    return { person, session: sessionOf(workspace, person, role) };
  };
  const owner = await member("seller", "Olga Owner");
  return {
    workspace,
    owner: owner.person,
    store: await createStore(workspace, owner.person),
    sessions: {
      admin: (await member("admin", "Ada Admin")).session,
      agent: (await member("manager", "Max Manager")).session,
      owner: owner.session,
      otherSeller: (await member("seller", "Otto Other")).session,
      viewer: (await member("viewer", "Vic Viewer")).session,
    },
  };
}

function sessionOf(workspace: Workspace, person: Person, role: Role): Session {
  return {
    userId: person.userId,
    email: person.email,
    name: person.name,
    aal: "aal1",
    locale: "en",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    role,
    workspace: { ...workspace, currency: "EUR", timezone: "Europe/Bucharest" },
  };
}

/** Takes everything away that the tests add to an office. */
export async function clear({ workspace }: Office): Promise<void> {
  await asOwner(
    "delete from crm_lead_events where lead_id in (select id from crm_leads where workspace_id = $1)",
    [workspace.id],
  );
  await asOwner(
    "delete from crm_lead_tags where lead_id in (select id from crm_leads where workspace_id = $1)",
    [workspace.id],
  );
  await asOwner("delete from crm_leads where workspace_id = $1", [workspace.id]);
  await asOwner("update workspaces set call_rules = default where id = $1", [workspace.id]);
}

let leads = 0;
const start = Date.now() - 3_600_000;

/** Adds a lead of the owner's store, a second later than the one before, so that it is called after it; answers its id. */
export async function addLead(office: Office, values: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await insert("crm_leads", {
    id,
    workspace_id: office.workspace.id,
    integration_id: office.store.id,
    user_id: office.owner.userId,
    source: "manual",
    cod_status: "pending",
    kpi_status: "waiting",
    arrived_at: arrival(),
    ...values,
  });
  return id;
}

function arrival(): Date {
  leads += 1;
  return new Date(start + leads * 1_000);
}

export interface StoredLead extends Record<string, unknown> {
  cod_status: string;
  call_attempts: number;
  call_back_at: Date | null;
  called_by: string | null;
  called_until: Date | null;
  updated_at: Date;
}

export async function storedLead(id: string): Promise<StoredLead> {
  const [lead] = await asOwner<StoredLead>("select * from crm_leads where id = $1", [id]);
  if (!lead) throw new Error(`There is no lead ${id}.`);
  return lead;
}

/** What a person who opens a lead now sees of its calls. */
export async function seenOf(id: string): Promise<SeenCalls> {
  const lead = await storedLead(id);
  return {
    codStatus: lead.cod_status as SeenCalls["codStatus"],
    callAttempts: lead.call_attempts,
    callBackAt: lead.call_back_at,
  };
}

/** A moment so many minutes from now. */
export function minutesFromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}
