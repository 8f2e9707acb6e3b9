import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { cover } from "#lib/kpi/cover.ts";
import type { Stretch } from "#lib/kpi/range.ts";
import { conditionsOnLeads, isFiltered, noId, placesOfFigures, type Question } from "#lib/kpi/visible.ts";
import { type KpiStatus, kpiStatuses } from "#lib/sales/statuses.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

/** How many leads arrived in a stretch, by what became of them. */
export type StretchSums = { stretch: number } & Record<KpiStatus, number>;

const sums = Prisma.raw(
  kpiStatuses
    .map((status) => `coalesce(sum(leads) filter (where kpi_status = '${status}'), 0)::int as ${status}`)
    .join(", "),
);

/**
 * How many leads arrived in each stretch; stretches follow each other without a gap. Without a filter, and where the days of the time zone
 * begin as the spans that are counted ahead, from these; else from the leads.
 */
export async function sumStretches(
  tx: Transaction,
  question: Question,
  stretches: Stretch[],
): Promise<StretchSums[]> {
  const { session } = question;
  // Of one person alone there are too few leads in a quarter of an hour to be worth counting ahead.
  const spans = seesEverything(session.role)
    ? (["day", "hour", "quarter"] as const)
    : (["day", "hour"] as const);
  const parts = stretches.flatMap(({ start, end }, stretch) =>
    cover(start, end, spans).map((part) => ({ ...part, stretch })),
  );
  const isCountedAhead = !isFiltered(question) && parts.every(({ span }) => span !== "leads");
  const rows = isCountedAhead
    ? Prisma.sql`${selectArrivals(question, parts)} union all ${selectChanges(question, stretches)}`
    : selectLeads(question, stretches);
  return tx.$queryRaw<StretchSums[]>`select stretch, ${sums} from (${rows}) arrived group by stretch`;
}

interface StretchPart {
  stretch: number;
  span: string;
  from: Date;
  before: Date;
}

function selectArrivals({ session }: Question, parts: StretchPart[]): Prisma.Sql {
  const person = seesEverything(session.role) ? noId : session.userId;
  return Prisma.sql`
    select part.stretch, arrived.kpi_status, arrived.leads
    from unnest(${parts.map(({ stretch }) => stretch)}::int[], ${parts.map(({ span }) => span)}::text[],
      ${parts.map(({ from }) => from)}::timestamptz[], ${parts.map(({ before }) => before)}::timestamptz[])
      as part (stretch, span, starts, ends)
    cross join lateral (
      select sum(waiting) as waiting, sum(shipped) as shipped, sum(paid) as paid, sum(rejected) as rejected from lead_arrivals figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.person_id = ${person}::uuid and figure.span = part.span
        and figure.starts_at >= part.starts and figure.starts_at < part.ends
    ) figure
    cross join lateral (
      values ('waiting', waiting), ('shipped', shipped), ('paid', paid), ('rejected', rejected)
    ) as arrived (kpi_status, leads)`;
}

/** In which of the stretches an instant lies. */
function stretchOf(instant: Prisma.Sql, stretches: Stretch[]): Prisma.Sql {
  return Prisma.sql`width_bucket(${instant}, ${stretches.map(({ start }) => start)}::timestamptz[]) - 1`;
}

function isBetween(instant: Prisma.Sql, stretches: Stretch[]): Prisma.Sql {
  return Prisma.sql`${instant} >= ${stretches[0]?.start}::timestamptz and ${instant} < ${stretches.at(-1)?.end}::timestamptz`;
}

function selectChanges({ session }: Question, stretches: Stretch[]): Prisma.Sql {
  const quarter = Prisma.sql`figure.quarter`;
  const selects = placesOfFigures(session).map(
    (place) => Prisma.sql`
      select ${stretchOf(quarter, stretches)} as stretch, kpi_status, leads from lead_figure_changes figure
      where ${place} and ${isBetween(quarter, stretches)}`,
  );
  return Prisma.join(selects, " union all ");
}

function selectLeads(question: Question, stretches: Stretch[]): Prisma.Sql {
  const arrivedAt = Prisma.sql`lead.arrived_at`;
  const wanted = allOf(conditionsOnLeads(question));
  const selects = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select ${stretchOf(arrivedAt, stretches)} as stretch, lead.kpi_status, 1 as leads from crm_leads lead
      where ${place} and ${wanted} and ${isBetween(arrivedAt, stretches)}`,
  );
  return Prisma.join(selects, " union all ");
}
