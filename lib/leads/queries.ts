import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { walkLines } from "#lib/base/db/planner.ts";
import { countAmong, countLater, countOn, countRows } from "#lib/base/list/count.ts";
import type { Cursor } from "#lib/base/list/cursor.ts";
import {
  type Count,
  countedOnUpTo,
  countedUpTo,
  countOnFirstPage,
  type Page,
  placeOf,
  toCount,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { type LeadListParams, type LeadView, leadList, leadViews, toLeadFilter } from "#lib/leads/list.ts";
import { keyTypes, placeOfLead, segmentsOf } from "#lib/leads/list-order.ts";
import {
  conditions,
  countLeads,
  type Stretch,
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

const nothing: LeadPage = { rows: [], start: 1, next: null, previous: null, total: 0, isCapped: false };

/** The leads that the person may see and asks for. */
export function listLeads(session: Session, params: LeadListParams): Promise<LeadPage> {
  const segments = segmentsOf(params);
  const place = placeOf(params, ...keyTypes(segments));
  const stretch = { ...place, segments, limit: params.size + 1 };
  return forUser(session, async (tx) => {
    const question = await ask(tx, session, params);
    const leads = selectAsked(session, question, stretch);
    if (!leads) return nothing;
    const placed = await readRows(tx, session, leads);
    const count =
      countOnFirstPage(placed, params.size, place.from === null) ??
      (await countAll(tx, session, question, countedUpTo));
    const page = toPage(placed, count, params, place, cursorOf);
    return { ...page, rows: page.rows.map(({ row }) => row) };
  });
}

/** The leads of a stretch of the list that the parameters ask for, as `selectLeads` has them; null when there are none. */
export async function selectListed(
  tx: Transaction,
  session: Session,
  params: LeadListParams,
  stretch: Omit<Stretch, "where">,
): Promise<Prisma.Sql | null> {
  return selectAsked(session, await ask(tx, session, params), stretch);
}

function selectAsked(
  session: Session,
  question: Question,
  stretch: Omit<Stretch, "where">,
): Prisma.Sql | null {
  if (question.matches?.ids?.length === 0) return null;
  return selectLeads(session, { ...stretch, where: whereOf(question) });
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

async function countAll(tx: Transaction, session: Session, question: Question, upTo: number): Promise<Count> {
  const { filter, isOpen, matches } = question;
  if (isOpen && matches?.ids) return toCount(matches.ids.length, upTo);
  if (matches?.ids === null) {
    const newest = selectNewest(session, filter, upTo + 1);
    return countAmong(tx, newest, Prisma.sql`lead`, matches.condition, upTo);
  }
  return countRows(tx, selectForCount(session, whereOf(question), upTo + 1), upTo);
}

/** Counts the leads of a list after its page; see `countOn`. */
export function countLeadsOn(session: Session, params: LeadListParams, page: Count): Promise<Count> | null {
  return countOn(session, page, async (tx, upTo) =>
    countAll(tx, session, await ask(tx, session, params), upTo),
  );
}

/** How many leads a list has, counted as the list counts them, in a transaction of the caller's. */
export async function countListed(tx: Transaction, session: Session, params: LeadListParams): Promise<Count> {
  return countAll(tx, session, await ask(tx, session, params), countedUpTo);
}

/** News of the last week count as such. */
const newFor = Prisma.sql`interval '7 days'`;

/** How many leads wait to be called that came in lately, long after they were ordered. */
export function countLateNews(session: Session): Promise<Count> {
  const isLateNews = Prisma.sql`lead.is_late and lead.to_call and lead.created_at > now() - ${newFor}`;
  return forUser(session, (tx) => countRows(tx, selectForCount(session, isLateNews, countedUpTo + 1)));
}

/** How many leads stand in each tab. */
export type ViewCounts = Record<LeadView, { count: number; isCapped: boolean }>;

/** How many leads stand in each tab, for the person. */
export function countViews(session: Session): Promise<ViewCounts> {
  return forUser(session, (tx) =>
    countEach(tx, session, (view) => viewCondition(session, view), countedUpTo),
  );
}

/** Counts on where `countViews` stopped, for the browser to show as soon as it is known; null when there is nothing to count on. */
export function countViewsOn(session: Session, counts: ViewCounts): Promise<ViewCounts> | null {
  if (!leadViews.some((view) => counts[view].isCapped)) return null;
  return countLater(session, counts, (tx) =>
    countEach(tx, session, (view) => viewCondition(session, view), countedOnUpTo),
  );
}

/**
 * How many leads the filters and the search leave in each tab, after the page; null where they take nothing away. What is not known in time,
 * and words that too many leads have to look at each, have no counts.
 */
export function countNarrowedViews(
  session: Session,
  params: LeadListParams,
): Promise<ViewCounts | null> | null {
  if (!leadList.isNarrowed(params)) return null;
  return countLater<ViewCounts | null>(session, null, async (tx) => {
    const { matches } = await ask(tx, session, params);
    if (matches && matches.ids === null) return null;
    const isAsked = (view: LeadView) =>
      allOf([
        ...conditions(session, toLeadFilter({ ...params, view }, session)),
        ...(matches ? [matches.condition] : []),
      ]);
    return countEach(tx, session, isAsked, countedOnUpTo);
  });
}

async function countEach(
  tx: Transaction,
  session: Session,
  isAsked: (view: LeadView) => Prisma.Sql,
  upTo: number,
): Promise<ViewCounts> {
  const counts = leadViews.map(
    (view) => Prisma.sql`${countLeads(session, isAsked(view), upTo + 1)} as ${Prisma.raw(`"${view}"`)}`,
  );
  const [row] = await tx.$queryRaw<Record<LeadView, number>[]>`select ${Prisma.join(counts)}`;
  const entries = leadViews.map((view) => {
    const { total, isCapped } = toCount(row?.[view] ?? 0, upTo);
    return [view, { count: total, isCapped }] as const;
  });
  return Object.fromEntries(entries) as ViewCounts;
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
      select: { id: true, arrivedAt: true, createdAt: true, callBackAt: true, value: true, kpiStatus: true },
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
