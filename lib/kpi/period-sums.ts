import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { cover, type Part } from "#lib/kpi/cover.ts";
import {
  type CountColumn,
  countColumns,
  type KeyedSums,
  type MoneyColumn,
  moneyColumns,
  statusOfMoney,
} from "#lib/kpi/sums.ts";
import {
  conditionsOnFigures,
  conditionsOnLeads,
  isCountedAhead,
  noId,
  placesOfFigures,
  type Question,
  tablesOfFigures,
} from "#lib/kpi/visible.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

interface PeriodPart extends Part {
  period: KeyedSums["period"];
}

const columns = Prisma.raw([...countColumns, ...moneyColumns].join(", "));
const keys = Prisma.sql`period, integration_id, user_id, source, currency`;

/**
 * The sums of both periods: whole months and days of UTC as they are counted ahead, with what is not folded into them yet, and the leads
 * themselves at the edges.
 */
export async function sumPeriods(tx: Transaction, question: Question): Promise<KeyedSums[]> {
  const parts = partsOf(question);
  const sums = [...countColumns, ...moneyColumns].map((column) => {
    const type = (countColumns as readonly string[]).includes(column) ? "int" : "text";
    return Prisma.raw(`sum(${column})::${type} as ${column}`);
  });
  return tx.$queryRaw<KeyedSums[]>`
    select period, nullif(integration_id, ${noId}::uuid) as "storeId", user_id as "sellerId", source,
      nullif(currency, '') as currency, ${Prisma.join(sums)}
    from (${selectFolded(question, parts)} union all ${selectCounted(question, parts)}) figure
    group by 1, 2, 3, 4, 5`;
}

function partsOf(question: Question): PeriodPart[] {
  const spans = isCountedAhead(question) ? (["month", "day"] as const) : [];
  const partsIn = (period: KeyedSums["period"]) => {
    const asked = question[period];
    return asked ? cover(asked.start, asked.end, spans).map((part) => ({ ...part, period })) : [];
  };
  return [...partsIn("current"), ...partsIn("before")];
}

/** The folded parts, as rows to read figures by. */
function selectParts(parts: PeriodPart[]): Prisma.Sql {
  const folded = parts.filter(({ span }) => span !== "leads");
  return Prisma.sql`unnest(${folded.map(({ period }) => period)}::text[], ${folded.map(({ span }) => span)}::text[],
    ${folded.map(({ from }) => from)}::timestamptz[], ${folded.map(({ before }) => before)}::timestamptz[])
    as part (period, span, starts, ends)`;
}

function selectFolded(question: Question, parts: PeriodPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const { folded } = tablesOfFigures(question);
  const selects = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select ${keys}, ${columns} from ${selectParts(parts)}
      join ${folded} figure on figure.span = part.span and figure.starts_at >= part.starts and figure.starts_at < part.ends
      where ${place} and ${wanted}`,
  );
  return Prisma.join(selects, " union all ");
}

/** What is counted now: changes that are not folded yet, and the leads of the edges. */
function selectCounted(question: Question, parts: PeriodPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const tables = tablesOfFigures(question);
  const changes = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select ${keys}, step, kpi_status, is_asked, leads, priced, worth from ${selectParts(parts)}
      join ${tables.changes} figure on figure.quarter >= part.starts and figure.quarter < part.ends
      where ${place} and ${wanted}`,
  );
  const leads = parts
    .filter(({ span }) => span === "leads")
    .map(
      (part) =>
        Prisma.sql`select ${part.period} as period, lead.* from (${selectLeads(question, part)}) lead`,
    );
  return Prisma.sql`
    select ${keys}, ${Prisma.join(countColumns.map(sumOfCount))}, ${Prisma.join(moneyColumns.map(sumOfMoney))}
    from (${Prisma.join([...changes, ...leads], " union all ")}) cell group by ${keys}`;
}

/** The leads of a part, counted by all that figures tell apart. */
function selectLeads(question: Question, { from, before }: Part): Prisma.Sql {
  const wanted = allOf(conditionsOnLeads(question));
  const leads = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select coalesce(lead.integration_id, ${noId}::uuid) as integration_id, lead.user_id, lead.source,
        case when astra.known_currency(lead.currency) then lead.currency else '' end as currency,
        astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status) as step, lead.kpi_status,
        lead.cod_status <> 'not_cod' as is_asked, lead.value_thousandths
      from crm_leads lead
      where ${place} and ${wanted} and lead.arrived_at >= ${from}::timestamptz and lead.arrived_at < ${before}::timestamptz`,
  );
  return Prisma.sql`
    select integration_id, user_id, source, currency, step, kpi_status, is_asked, count(*) as leads,
      count(value_thousandths) as priced, coalesce(sum(value_thousandths), 0) as worth
    from (${Prisma.join(leads, " union all ")}) lead group by 1, 2, 3, 4, 5, 6, 7`;
}

function sumOfCount(column: CountColumn): Prisma.Sql {
  if (column === "priced") return Prisma.sql`sum(priced) as priced`;
  const which = column === "not_asked" ? "not is_asked" : `step = '${column}'`;
  return Prisma.raw(`coalesce(sum(leads) filter (where ${which}), 0) as ${column}`);
}

function sumOfMoney(column: MoneyColumn): Prisma.Sql {
  const status = statusOfMoney[column];
  const which = status ? `filter (where kpi_status = '${status}')` : "";
  return Prisma.raw(`coalesce(sum(worth) ${which}, 0) as ${column}`);
}
