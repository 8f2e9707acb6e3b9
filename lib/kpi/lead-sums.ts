import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf, oneOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { DashboardFilter } from "#lib/kpi/links.ts";
import type { Period, Stretch } from "#lib/kpi/range.ts";
import {
  type CountColumn,
  countColumns,
  type KeyedSums,
  type MoneyColumn,
  moneyColumns,
  stepsOfMoney,
} from "#lib/kpi/sums.ts";
import { placesOfLeads } from "#lib/leads/queries.ts";

/** What the figures are asked for: by whom, and of what. */
export interface Question {
  session: Session;
  filter: DashboardFilter;
  current: Period;
  before: Period | null;
}

const step = Prisma.sql`astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status)`;

/** What the filter asks of the leads that figures count. */
export function conditionsOf({ filter }: Pick<Question, "filter">): Prisma.Sql[] {
  return [
    Prisma.sql`not lead.is_test`,
    ...oneOf(Prisma.sql`lead.integration_id`, filter.store, "uuid"),
    ...oneOf(Prisma.sql`lead.user_id`, filter.seller, "uuid"),
    ...oneOf(Prisma.sql`lead.source`, filter.source, "text"),
    ...(filter.product
      ? [
          Prisma.sql`exists (select 1 from order_items item where item.workspace_id = lead.workspace_id
            and item.product_sku = ${filter.product} and item.order_id = lead.order_id)`,
        ]
      : []),
  ];
}

/** The sums of both periods, counted from the leads themselves. */
export async function sumLeads(tx: Transaction, question: Question): Promise<KeyedSums[]> {
  const { current, before } = question;
  const periods = [{ name: "current", ...current }, ...(before ? [{ name: "before", ...before }] : [])];
  const selects = periods.map(
    ({ name, start, end }) =>
      Prisma.sql`select ${name} as period, lead.* from (${selectCells(question, start, end)}) lead`,
  );
  return tx.$queryRaw<KeyedSums[]>`
    select period, integration_id as "storeId", user_id as "sellerId", source, currency, ${Prisma.join(countColumns.map(sumOfCount))},
      ${Prisma.join(moneyColumns.map(sumOfMoney))}
    from (${Prisma.join(selects, " union all ")}) cell
    group by 1, 2, 3, 4, 5`;
}

/** Leads of a stretch of time, counted by all that figures tell apart. */
function selectCells(question: Question, start: Date, end: Date): Prisma.Sql {
  const wanted = allOf(conditionsOf(question));
  const leads = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select lead.integration_id, lead.user_id, lead.source,
        case when astra.known_currency(lead.currency) then lead.currency end as currency, ${step} as step,
        lead.cod_status <> 'not_cod' as is_asked, lead.value_thousandths
      from crm_leads lead
      where ${place} and ${wanted} and lead.arrived_at >= ${start}::timestamptz and lead.arrived_at < ${end}::timestamptz`,
  );
  return Prisma.sql`
    select integration_id, user_id, source, currency, step, is_asked, count(*) as leads, count(value_thousandths) as priced,
      coalesce(sum(value_thousandths), 0) as worth
    from (${Prisma.join(leads, " union all ")}) lead group by 1, 2, 3, 4, 5, 6`;
}

function sumOfCount(column: CountColumn): Prisma.Sql {
  const name = Prisma.raw(column);
  if (column === "priced") return Prisma.sql`sum(priced)::int as priced`;
  const which = column === "not_asked" ? Prisma.sql`not is_asked` : Prisma.sql`step = ${column}`;
  return Prisma.sql`coalesce(sum(leads) filter (where ${which}), 0)::int as ${name}`;
}

function sumOfMoney(column: MoneyColumn): Prisma.Sql {
  return Prisma.sql`
    coalesce(sum(worth) filter (where step = any (${[...stepsOfMoney[column]]}::text[])), 0)::text as ${Prisma.raw(column)}`;
}

/** How many leads of each step arrived in each stretch, counted from the leads themselves. Stretches follow each other without a gap. */
export async function sumLeadTrend(
  tx: Transaction,
  question: Question,
  stretches: Stretch[],
): Promise<{ stretch: number; step: string; leads: number }[]> {
  const starts = stretches.map(({ start }) => start);
  const end = stretches.at(-1)?.end ?? new Date(0);
  const wanted = allOf(conditionsOf(question));
  const leads = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select width_bucket(lead.arrived_at, ${starts}::timestamptz[]) as stretch, ${step} as step from crm_leads lead
      where ${place} and ${wanted} and lead.arrived_at >= ${starts[0]}::timestamptz and lead.arrived_at < ${end}::timestamptz`,
  );
  return tx.$queryRaw`
    select stretch - 1 as stretch, step, count(*)::int as leads from (${Prisma.join(leads, " union all ")}) lead group by 1, 2`;
}
