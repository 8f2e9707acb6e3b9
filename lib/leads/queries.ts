import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { walkLines } from "#lib/base/db/planner.ts";
import { countAmong, countRows } from "#lib/base/list/count.ts";
import type { Cursor } from "#lib/base/list/cursor.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  type Page,
  placeOf,
  toCount,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { type LeadListParams, type LeadView, leadViews, toLeadFilter } from "#lib/leads/list.ts";
import { keyTypes, placeOfLead, segmentsOf } from "#lib/leads/list-order.ts";
import {
  conditions,
  countLeads,
  selectForCount,
  selectLeads,
  selectNewest,
  viewCondition,
} from "#lib/leads/list-query.ts";
import { type LeadRow, type PlacedLead, readRows } from "#lib/leads/list-rows.ts";
import { matchLeads } from "#lib/sales/search/matches.ts";
import { loadStoreChoices, type StoreChoice } from "#lib/team/names.ts";

export type { LeadRow } from "#lib/leads/list-rows.ts";

export type LeadPage = Page<LeadRow>;

const nothing: LeadPage = { rows: [], next: null, previous: null, total: 0, isCapped: false };

/** The leads that the person may see and asks for. */
export function listLeads(session: Session, params: LeadListParams): Promise<LeadPage> {
  const segments = segmentsOf(params);
  const place = placeOf(params, ...keyTypes(segments));
  const stretch = { ...place, segments, limit: params.size + 1 };
  return forUser(session, async (tx) => {
    const question = await ask(tx, session, params);
    if (question.matches?.ids?.length === 0) return nothing;
    const leads = selectLeads(session, { ...stretch, where: whereOf(question) });
    const placed = await readRows(tx, session, leads);
    const count =
      countOnFirstPage(placed, params.size, place.from === null) ?? (await countAll(tx, session, question));
    const page = toPage(placed, count, params, place, cursorOf);
    return { ...page, rows: page.rows.map(({ row }) => row) };
  });
}

function cursorOf({ segment, key, row }: PlacedLead): Cursor {
  return { part: segment, key, id: row.id };
}

/** What the parameters of a list ask of `lead`. */
interface Question {
  filter: Prisma.Sql;
  /** The filter lets everything through. */
  isOpen: boolean;
  matches: Matches | null;
}

async function ask(tx: Transaction, session: Session, params: LeadListParams): Promise<Question> {
  const asked = toLeadFilter(params, session);
  if (asked.sku) await walkLines(tx);
  const list = conditions(session, asked);
  return {
    filter: allOf(list),
    isOpen: list.length === 0,
    matches: await matchLeads(tx, session, params.q),
  };
}

function whereOf({ filter, matches }: Question): Prisma.Sql {
  return matches ? Prisma.sql`${filter} and ${matches.condition}` : filter;
}

async function countAll(tx: Transaction, session: Session, question: Question): Promise<Count> {
  const { filter, isOpen, matches } = question;
  if (isOpen && matches?.ids) return toCount(matches.ids.length);
  if (matches?.ids === null) {
    const newest = selectNewest(session, filter, countedUpTo + 1);
    return countAmong(tx, newest, Prisma.sql`lead`, matches.condition);
  }
  return countRows(tx, selectForCount(session, whereOf(question), countedUpTo + 1));
}

/** How many leads a list has, counted as the list counts them, in a transaction of the caller's. */
export async function countListed(tx: Transaction, session: Session, params: LeadListParams): Promise<Count> {
  return countAll(tx, session, await ask(tx, session, params));
}

/** How many leads stand in each tab, for the person. */
export async function countViews(
  session: Session,
): Promise<Record<LeadView, { count: number; isCapped: boolean }>> {
  const counts = leadViews.map(
    (view) =>
      Prisma.sql`${countLeads(session, viewCondition(session, view), countedUpTo + 1)} as ${Prisma.raw(view === "all" ? '"all"' : view)}`,
  );
  const [row] = await forUser(
    session,
    (tx) => tx.$queryRaw<Record<LeadView, number>[]>`select ${Prisma.join(counts)}`,
  );
  const entries = leadViews.map((view) => {
    const { total, isCapped } = toCount(row?.[view] ?? 0);
    return [view, { count: total, isCapped }] as const;
  });
  return Object.fromEntries(entries) as Record<LeadView, { count: number; isCapped: boolean }>;
}

/** What the list can be filtered by. Only those who see everything filter by seller, among those who have leads. */
export interface LeadFilterOptions {
  stores: StoreChoice[];
  tags: { id: string; name: string; color: string }[];
  sellers: { id: string; name: string }[];
}

export function listFilterOptions(session: Session): Promise<LeadFilterOptions> {
  const workspaceId = session.workspace.id;
  return forUser(session, async (tx) => {
    const stores = await loadStoreChoices(tx, session);
    const tags = await tx.tag.findMany({
      where: { workspaceId },
      select: { id: true, name: true, color: true },
      orderBy: { name: "asc" },
    });
    if (!seesEverything(session.role)) return { stores, tags, sellers: [] };
    const sellers = await tx.$queryRaw<LeadFilterOptions["sellers"]>`
      select person.id, person.name from astra.colleagues(${workspaceId}::uuid) person
      where exists (
        select 1 from crm_leads lead where lead.user_id = person.id and lead.workspace_id = ${workspaceId}::uuid)
      order by person.name, person.id`;
    return { stores, tags, sellers };
  });
}

/** The leads before and after one in the list that the parameters ask for, wherever its pages begin. */
export async function neighbours(
  session: Session,
  params: LeadListParams,
  leadId: string,
): Promise<{ previous: string | null; next: string | null }> {
  const segments = segmentsOf(params);
  return forUser(session, async (tx) => {
    const lead = await tx.lead.findFirst({
      where: { id: leadId, workspaceId: session.workspace.id },
      select: { id: true, arrivedAt: true, callBackAt: true, value: true },
    });
    if (!lead) return { previous: null, next: null };
    const from = placeOfLead(lead, segments);
    const where = whereOf(await ask(tx, session, params));
    const beside = (isBackwards: boolean) =>
      Prisma.sql`(select lead.id from (${selectLeads(session, { where, segments, from, isBackwards, limit: 1 })}) lead)`;
    const [row] = await tx.$queryRaw<{ previous: string | null; next: string | null }[]>`
      select ${beside(true)} as previous, ${beside(false)} as next`;
    return row ?? { previous: null, next: null };
  });
}
