import type { Client } from "pg";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { benchSlug } from "#scripts/bench/database.ts";
import { ScriptError } from "#scripts/script-error.ts";

/** Somebody of the bench workspace who asks, and how many leads that person works. */
export interface Asker {
  label: string;
  session: Session;
}

/** The admin, the seller with most leads, and the one in the middle. */
export async function findAskers(client: Client): Promise<Asker[]> {
  const { rows } = await client.query<{ id: string; role: Role; workspaceId: string; leads: number }>(
    `select member.user_id as id, member.role, member.workspace_id as "workspaceId", count(lead.id)::int as leads
     from memberships member join workspaces workspace on workspace.id = member.workspace_id
     left join crm_leads lead on lead.user_id = member.user_id
     where workspace.slug = $1 group by 1, 2, 3 order by leads desc`,
    [benchSlug],
  );
  const admin = rows.find(({ role }) => role === "admin");
  const sellers = rows.filter(({ role }) => role === "seller");
  const [busiest, middle] = [sellers[0], sellers[Math.floor(sellers.length / 2)]];
  if (!admin || !busiest?.leads || !middle) {
    throw new ScriptError("There is nothing to ask yet: fill the database with npm run bench:load.");
  }
  return [
    { label: "admin", session: sessionOf(admin) },
    { label: `seller with ${busiest.leads.toLocaleString("en")} leads`, session: sessionOf(busiest) },
    { label: `seller with ${middle.leads.toLocaleString("en")} leads`, session: sessionOf(middle) },
  ];
}

function sessionOf({ id, role, workspaceId }: { id: string; role: Role; workspaceId: string }): Session {
  const timezone = "Europe/Bucharest";
  return {
    userId: id,
    email: "",
    name: "",
    aal: "aal1",
    locale: "en",
    timezone,
    timeFormat: "24h",
    role,
    workspace: { id: workspaceId, name: "", slug: benchSlug, currency: "RON", timezone },
  };
}
