import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { allOf, oneOf, within } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { isBeyond, sortedBy } from "#lib/base/list/order.ts";
import type { PagePlace } from "#lib/base/list/page.ts";
import type { LeadFilter, LeadPayment, LeadView } from "#lib/leads/list.ts";
import { keyOf, orderingOf, type Segment } from "#lib/leads/list-order.ts";
import { isShownAs } from "#lib/leads/status-filter.ts";
import { type FigureRule, type LeadFigure, leadFigures, leadSteps } from "#lib/leads/steps.ts";
import { toCallNow } from "#lib/leads/to-call.ts";
import { confirmedStatuses, hereStatuses, underwayStatuses } from "#lib/sales/statuses.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

/** A stretch of a list: what is asked for, in which order, from where, which way and how far. */
export interface Stretch extends PagePlace {
  /** A condition on `lead`. */
  where: Prisma.Sql;
  segments: Segment[];
  limit: number;
}

/** The leads of a stretch, with their place (`segment`, `key`) and their `ordinal`: backwards, the last of them comes first. */
export function selectLeads(session: Session, stretch: Stretch): Prisma.Sql {
  const { segments, from, isBackwards, limit } = stretch;
  const parts = segments.flatMap((segment, index) => {
    const distance = from ? (index - from.part) * (isBackwards ? -1 : 1) : 1;
    return distance < 0 ? [] : [selectPart(session, stretch, segment, index, distance === 0)];
  });
  const order = isBackwards ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`
    select lead.*, row_number() over (order by lead.segment ${order}, lead.position) as ordinal
    from (${Prisma.join(parts, " union all ")}) lead order by ordinal limit ${limit}`;
}

function selectPart(
  session: Session,
  { where, from, isBackwards, limit }: Stretch,
  segment: Segment,
  index: number,
  startsHere: boolean,
): Prisma.Sql {
  const place = from && startsHere ? isBeyond(orderingOf(segment), from, isBackwards) : Prisma.sql`true`;
  const sort = sortedBy(orderingOf(segment), isBackwards);
  const leads = selectVisible(session, Prisma.sql`${where} and ${segment.condition} and ${place}`, {
    columns: Prisma.sql`lead.*`,
    tail: Prisma.sql`order by ${sort} limit ${limit}`,
  });
  return Prisma.sql`(
    select lead.*, ${index}::int as segment, ${keyOf(segment)} as key, row_number() over (order by ${sort}) as position
    from (${leads}) lead order by position limit ${limit})`;
}

/** Leads that pass a condition, in no order, to be counted up to a limit. */
export function selectForCount(session: Session, where: Prisma.Sql, limit: number): Prisma.Sql {
  const leads = selectVisible(session, where, { columns: Prisma.sql`1`, tail: Prisma.sql`limit ${limit}` });
  return Prisma.sql`select 1 from (${leads}) lead limit ${limit}`;
}

/** How many those are, as part of a statement. */
export function countLeads(session: Session, where: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`(select count(*)::int from (${selectForCount(session, where, limit)}) counted)`;
}

/** The newest leads that pass a condition, with what a search looks at. */
export function selectNewest(session: Session, where: Prisma.Sql, limit: number): Prisma.Sql {
  const leads = selectVisible(session, where, {
    columns: Prisma.sql`lead.id, lead.order_id, lead.arrived_at, lead.search_text, lead.email`,
    tail: Prisma.sql`order by lead.arrived_at desc limit ${limit}`,
  });
  return Prisma.sql`select * from (${leads}) lead order by lead.arrived_at desc limit ${limit}`;
}

function selectVisible(
  session: Session,
  where: Prisma.Sql,
  { columns, tail }: { columns: Prisma.Sql; tail: Prisma.Sql },
): Prisma.Sql {
  const parts = placesOfLeads(session).map(
    (place) => Prisma.sql`(select ${columns} from crm_leads lead where ${place} and ${where} ${tail})`,
  );
  return Prisma.join(parts, " union all ");
}

/** Statuses as SQL has them: no parameters, so that the planner sees the match with a partial index. */
function anyOf(statuses: readonly string[]): Prisma.Sql {
  return Prisma.raw(`(${statuses.map((status) => `'${status}'`).join(", ")})`);
}

/** What the other tabs hold. The conditions are those of the partial indexes. */
const views: Record<Exclude<LeadView, "to_call">, Prisma.Sql> = {
  all: Prisma.sql`true`,
  no_answer: Prisma.sql`lead.logistic_status = 'pending' and lead.cod_status = 'no_answer'`,
  to_ship: Prisma.sql`lead.logistic_status in ${anyOf(hereStatuses)} and lead.cod_status in ${anyOf(confirmedStatuses)}`,
  shipped: Prisma.sql`lead.logistic_status in ${anyOf(underwayStatuses)}`,
  returned: Prisma.sql`(lead.logistic_status = 'returned' or lead.cod_status = 'refused')`,
};

/** The condition of a tab on `lead`. */
export function viewCondition(session: Session, view: LeadView): Prisma.Sql {
  return view === "to_call" ? toCallNow(session) : views[view];
}

/** What a filter asks of `lead`; nothing when it lets everything through. */
export function conditions(session: Session, filter: LeadFilter): Prisma.Sql[] {
  const list: Prisma.Sql[] = [
    ...(filter.view === "all" ? [] : [viewCondition(session, filter.view)]),
    ...(filter.statuses.length > 0 ? [isShownAs(filter.statuses)] : []),
    ...paymentConditions(filter.payments),
    ...(filter.isLate ? [Prisma.sql`lead.is_late`] : []),
    ...oneOf(Prisma.sql`lead.cod_status`, filter.cod, "text"),
    ...oneOf(Prisma.sql`lead.kpi_status`, filter.kpi, "text"),
    ...oneOf(Prisma.sql`lead.logistic_status`, filter.logistic, "text"),
    ...figureConditions(filter.figures),
    ...oneOf(Prisma.sql`lead.source`, filter.sources, "text"),
    ...oneOf(Prisma.sql`lead.currency`, filter.currency ? [filter.currency] : [], "text"),
    ...oneOf(Prisma.sql`lead.integration_id`, filter.stores, "uuid"),
    ...oneOf(Prisma.sql`lead.user_id`, filter.sellers, "uuid"),
    ...within(Prisma.sql`lead.arrived_at`, { from: filter.arrivedFrom, before: filter.arrivedBefore }),
  ];
  for (const isAsked of oneOf(Prisma.sql`tagged.tag_id`, filter.tags, "uuid")) {
    list.push(Prisma.sql`exists (
      select 1 from crm_lead_tags tagged where tagged.lead_id = lead.id and ${isOfSamePerson(session)} and ${isAsked})`);
  }
  if (filter.sku) {
    list.push(Prisma.sql`exists (select 1 from order_items item
      where item.workspace_id = lead.workspace_id and item.product_sku = ${filter.sku} and item.order_id = lead.order_id)`);
  }
  return list;
}

function paymentConditions(payments: LeadPayment[]): Prisma.Sql[] {
  const [payment, other] = payments;
  if (!payment || other) return [];
  return [
    payment === "otherwise"
      ? Prisma.sql`lead.cod_status = 'not_cod'`
      : Prisma.sql`lead.cod_status <> 'not_cod'`,
  ];
}

/** That a lead is among those that one of the figures counts; figures count no tests. */
function figureConditions(figures: LeadFigure[]): Prisma.Sql[] {
  if (figures.length === 0) return [];
  return [Prisma.sql`not lead.is_test`, Prisma.sql`(${Prisma.join(figures.map(isCounted), " or ")})`];
}

function isCounted(figure: LeadFigure): Prisma.Sql {
  const { steps, isAsked }: FigureRule = leadFigures[figure];
  const step = Prisma.sql`astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status)`;
  return allOf([
    ...(isAsked ? [Prisma.sql`lead.cod_status <> 'not_cod'`] : []),
    ...(steps.length < leadSteps.length ? oneOf(step, [...steps], "text") : []),
  ]);
}

/**
 * Compared for a seller alone, whose tags have an index of their own; of everybody's tags it would let the planner expect far too few.
 */
function isOfSamePerson({ role }: Session): Prisma.Sql {
  return seesEverything(role) ? Prisma.sql`true` : Prisma.sql`tagged.user_id = lead.user_id`;
}
