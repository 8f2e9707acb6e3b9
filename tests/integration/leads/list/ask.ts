import type { Session } from "#lib/base/auth/session.ts";
import { leadList } from "#lib/leads/list.ts";
import { type LeadPage, type LeadRow, listLeads } from "#lib/leads/queries.ts";
import type { KnownLead } from "./world.ts";

/** The page that a query string asks for. */
export function pageOf(session: Session, query: string): Promise<LeadPage> {
  return listLeads(session, leadList.load(query));
}

/** The buyers' names on that page, which tell the test leads apart. */
export async function namesOf(session: Session, query: string): Promise<string[]> {
  return names((await pageOf(session, `size=100&${query}`)).rows);
}

export function names(rows: Pick<LeadRow, "customerName">[]): string[] {
  return rows.map((row) => row.customerName ?? "");
}

/** Every page from the first to the last, and back again. */
export async function walk(session: Session, query: string): Promise<{ forth: LeadRow[]; back: LeadRow[] }> {
  const ask = (cursor: string) => pageOf(session, `size=25&${query}&${cursor}`);
  let page = await ask("");
  const forth = [...page.rows];
  while (page.next) {
    page = await ask(`after=${page.next}`);
    forth.push(...page.rows);
  }
  const back = [...page.rows];
  while (page.previous) {
    page = await ask(`before=${page.previous}`);
    back.unshift(...page.rows);
  }
  return { forth, back };
}

export function byName(leads: KnownLead[]): string[] {
  return leads.map((lead) => lead.name).sort();
}
