import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { cover, type Span } from "#lib/kpi/cover.ts";
import {
  arrivedInPart,
  changedInPart,
  isFolded,
  isOfPart,
  type LabelledPart,
  selectParts,
} from "#lib/kpi/parts.ts";
import type { Stretch } from "#lib/kpi/range.ts";
import {
  conditionsOnFigures,
  conditionsOnLeads,
  isCountedAhead,
  isFiltered,
  noId,
  placesOfFigures,
  type Question,
  tablesOfFigures,
} from "#lib/kpi/visible.ts";
import { kpiStatusOfStep, leadSteps } from "#lib/leads/steps.ts";
import { type KpiStatus, kpiStatuses } from "#lib/sales/statuses.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

/** How many leads arrived in a stretch, by what became of them. */
export type StretchSums = { stretch: number } & Record<KpiStatus, number>;

const statuses = Prisma.raw(kpiStatuses.join(", "));
const sums = Prisma.raw(
  kpiStatuses.map((status) => `coalesce(sum(${status}), 0)::int as ${status}`).join(", "),
);

/** Counted leads of one status each, as a column for each status. */
const byStatus = Prisma.raw(
  kpiStatuses
    .map((status) => `case kpi_status when '${status}' then part.sign * leads else 0 end as ${status}`)
    .join(", "),
);

/** How many leads arrived in each stretch; stretches follow each other without a gap. */
export async function sumStretches(
  tx: Transaction,
  question: Question,
  stretches: Stretch[],
): Promise<StretchSums[]> {
  const parts = partsOfStretches(question, stretches);
  const folded = parts.filter(isFolded);
  const leads = parts.filter((part) => !isFolded(part));
  const rows = [
    ...(isFiltered(question) ? selectFigures(question, folded) : [selectArrivals(question, folded)]),
    ...selectChanges(question, folded),
    ...(leads.length > 0 ? selectLeads(question, leads) : []),
  ];
  return tx.$queryRaw<StretchSums[]>`
    select label::int as stretch, ${sums} from (${Prisma.join(rows, " union all ")}) arrived group by 1`;
}

/**
 * Of all that a person sees, arrivals are counted ahead by the hour, of the workspace by its quarters: of one person there are too few leads
 * in a quarter of an hour to be worth it. With a filter there are days.
 */
function partsOfStretches(question: Question, stretches: Stretch[]): LabelledPart[] {
  const ofAll: Span[] = seesEverything(question.session.role) ? ["day", "hour", "quarter"] : ["day", "hour"];
  const filtered: Span[] = isCountedAhead(question) ? ["day"] : [];
  const spans = isFiltered(question) ? filtered : ofAll;
  return stretches.flatMap(({ start, end }, stretch) =>
    cover(start, end, spans, question.now).map((part) => ({ ...part, label: String(stretch) })),
  );
}

function selectArrivals({ session }: Question, parts: LabelledPart[]): Prisma.Sql {
  const person = seesEverything(session.role) ? noId : session.userId;
  const signed = kpiStatuses.map((status) => Prisma.raw(`part.sign * figure.${status} as ${status}`));
  return Prisma.sql`
    select part.label, ${Prisma.join(signed)} from ${selectParts(parts)}
    cross join lateral (
      select ${sums} from lead_arrivals figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.person_id = ${person}::uuid and ${isOfPart}
    ) figure (${statuses})`;
}

/** Figures of what the filter leaves. */
function selectFigures(question: Question, parts: LabelledPart[]): Prisma.Sql[] {
  const wanted = allOf(conditionsOnFigures(question));
  const { folded } = tablesOfFigures(question);
  const signed = kpiStatuses.map((status) => {
    const steps = leadSteps.filter((step) => kpiStatusOfStep[step] === status);
    return Prisma.raw(`part.sign * (${steps.map((step) => `figure.${step}`).join(" + ")}) as ${status}`);
  });
  return placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select part.label, ${Prisma.join(signed)} from ${selectParts(parts)}
      cross join lateral (select figure.* from ${folded} figure where ${place} and ${wanted} and ${isOfPart} offset 0) figure`,
  );
}

function selectChanges(question: Question, parts: LabelledPart[]): Prisma.Sql[] {
  const wanted = allOf(conditionsOnFigures(question));
  const { changes } = tablesOfFigures(question);
  return placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select part.label, ${byStatus} from ${selectParts(parts)}
      join ${changes} figure on ${changedInPart} where ${place} and ${wanted}`,
  );
}

function selectLeads(question: Question, parts: LabelledPart[]): Prisma.Sql[] {
  const wanted = allOf(conditionsOnLeads(question));
  return placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select part.label, ${byStatus} from ${selectParts(parts)}
      cross join lateral (
        select lead.kpi_status, 1 as leads from crm_leads lead where ${place} and ${wanted} and ${arrivedInPart} offset 0
      ) lead`,
  );
}
