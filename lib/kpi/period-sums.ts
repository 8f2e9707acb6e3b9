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
  sumParts,
} from "#lib/kpi/sums.ts";
import {
  conditionsOnFigures,
  conditionsOnLeads,
  isCountedAhead,
  isWholeWorkspace,
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
const cell = Prisma.sql`period, integration_id, user_id, source, currency`;

/** What a row of figures is added up to. */
const partsOfRow = Prisma.sql`
  cross join lateral (values ('all', ''), ('store', integration_id::text), ('seller', user_id::text), ('source', source)) as told (part, key)`;

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
  const folded = isWholeWorkspace(question)
    ? selectWorkspace(question, parts)
    : selectFolded(question, parts);
  return tx.$queryRaw<KeyedSums[]>`
    select period, part, nullif(nullif(key, ''), ${noId}) as key, nullif(currency, '') as currency, ${Prisma.join(sums)}
    from (${folded} union all ${selectCounted(question, parts)}) figure
    group by 1, 2, 3, 4`;
}

function partsOf(question: Question): PeriodPart[] {
  const spans = isCountedAhead(question) ? (["month", "day"] as const) : [];
  const partsIn = (period: KeyedSums["period"]) => {
    const asked = question[period];
    return asked ? cover(asked.start, asked.end, spans).map((part) => ({ ...part, period })) : [];
  };
  return [...partsIn("current"), ...partsIn("before")];
}

/** Parts as rows. What is joined to them laterally, with `offset 0`, is looked up by each part's times in an index. */
function selectParts(parts: PeriodPart[]): Prisma.Sql {
  return Prisma.sql`unnest(${parts.map(({ period }) => period)}::text[], ${parts.map(({ span }) => span)}::text[],
    ${parts.map(({ from }) => from)}::timestamptz[], ${parts.map(({ before }) => before)}::timestamptz[])
    as part (period, span, starts, ends)`;
}

const isFolded = ({ span }: Part) => span !== "leads";

/** All leads of the workspace, which are added up ahead. */
function selectWorkspace({ session }: Question, parts: PeriodPart[]): Prisma.Sql {
  return Prisma.sql`
    select period, told.part, key, currency, ${columns} from ${selectParts(parts.filter(isFolded))}
    cross join lateral (
      select figure.* from workspace_figures figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.part = any (${[...sumParts]}::text[]) and figure.span = part.span
        and figure.starts_at >= part.starts and figure.starts_at < part.ends
      offset 0
    ) told`;
}

function selectFolded(question: Question, parts: PeriodPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const { folded } = tablesOfFigures(question);
  const selects = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select period, told.part, told.key, currency, ${columns} from ${selectParts(parts.filter(isFolded))}
      cross join lateral (
        select figure.* from ${folded} figure
        where ${place} and ${wanted} and figure.span = part.span and figure.starts_at >= part.starts and figure.starts_at < part.ends
        offset 0
      ) figure ${partsOfRow}`,
  );
  return Prisma.join(selects, " union all ");
}

/** What is counted now: changes that are not folded yet, and the leads of the edges. */
function selectCounted(question: Question, parts: PeriodPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const tables = tablesOfFigures(question);
  const changes = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select ${cell}, step, kpi_status, is_asked, leads, priced, worth from ${selectParts(parts.filter(isFolded))}
      join ${tables.changes} figure on figure.quarter >= part.starts and figure.quarter < part.ends
      where ${place} and ${wanted}`,
  );
  const cells = [
    ...changes,
    selectLeads(
      question,
      parts.filter((part) => !isFolded(part)),
    ),
  ];
  return Prisma.sql`
    select period, told.part, told.key, currency, ${columns} from (
      select ${cell}, ${Prisma.join(countColumns.map(sumOfCount))}, ${Prisma.join(moneyColumns.map(sumOfMoney))}
      from (${Prisma.join(cells, " union all ")}) cell group by ${cell}
    ) figure ${partsOfRow}`;
}

/** The leads of parts, counted by all that figures tell apart. */
function selectLeads(question: Question, parts: PeriodPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnLeads(question));
  const leads = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select part.period, coalesce(lead.integration_id, ${noId}::uuid) as integration_id, lead.user_id, lead.source,
        case when astra.known_currency(lead.currency) then lead.currency else '' end as currency,
        astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status) as step, lead.kpi_status,
        lead.cod_status <> 'not_cod' as is_asked, lead.value_thousandths
      from ${selectParts(parts)}
      cross join lateral (
        select lead.* from crm_leads lead
        where ${place} and ${wanted} and lead.arrived_at >= part.starts and lead.arrived_at < part.ends
        offset 0
      ) lead`,
  );
  return Prisma.sql`
    select ${cell}, step, kpi_status, is_asked, count(*) as leads, count(value_thousandths) as priced,
      coalesce(sum(value_thousandths), 0) as worth
    from (${Prisma.join(leads, " union all ")}) lead group by ${cell}, step, kpi_status, is_asked`;
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
