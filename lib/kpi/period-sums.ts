import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import {
  arrivedInPart,
  changedInPart,
  isFolded,
  isOfPart,
  type LabelledPart,
  partsOfPeriods,
  selectParts,
} from "#lib/kpi/parts.ts";
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

const columns = Prisma.raw([...countColumns, ...moneyColumns].join(", "));
const cell = Prisma.sql`period, integration_id, user_id, source, currency`;

/** What a row of figures is added up to. */
const partsOfCell = Prisma.sql`
  cross join lateral (values ('all', ''), ('store', integration_id::text), ('seller', user_id::text), ('source', source)) as told (part, key)`;

/**
 * The sums of both periods: whole months and days of UTC as they are counted ahead, with what is not folded into them yet, and the leads
 * themselves at the edges.
 */
export async function sumPeriods(tx: Transaction, question: Question): Promise<KeyedSums[]> {
  const parts = partsOfPeriods(question, isCountedAhead(question) ? ["month", "day"] : []);
  const sums = [...countColumns, ...moneyColumns].map((column) => {
    const type = (countColumns as readonly string[]).includes(column) ? "int" : "text";
    return Prisma.raw(`sum(sign * ${column})::${type} as ${column}`);
  });
  const folded = isWholeWorkspace(question)
    ? selectWorkspace(question, parts)
    : selectFolded(question, parts);
  return tx.$queryRaw<KeyedSums[]>`
    select period, part, nullif(nullif(key, ''), ${noId}) as key, nullif(currency, '') as currency, ${Prisma.join(sums)}
    from (${folded} union all ${selectCounted(question, parts)}) figure
    group by 1, 2, 3, 4`;
}

/**
 * Sums of whole numbers, which are added up faster before they meet others. Counts stay the small numbers that they are: as what sums
 * become, they would take four times as long to add up again. Money may outgrow that.
 */
const foldedSums = Prisma.raw(
  [
    ...countColumns.map((column) => `sum(figure.${column})::int as ${column}`),
    ...moneyColumns.map((column) => `sum(figure.${column}) as ${column}`),
  ].join(", "),
);

/** All leads of the workspace, which are added up ahead. */
function selectWorkspace({ session }: Question, parts: LabelledPart[]): Prisma.Sql {
  return Prisma.sql`
    select part.sign, part.label as period, figure.part, figure.key, figure.currency, ${foldedSums} from ${selectParts(parts.filter(isFolded))}
    cross join lateral (
      select figure.* from workspace_figures figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.part = any (${[...sumParts]}::text[]) and ${isOfPart}
      offset 0
    ) figure group by 1, 2, 3, 4, 5`;
}

/** The leads that the person sees and the filter leaves. */
function selectFolded(question: Question, parts: LabelledPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const { folded } = tablesOfFigures(question);
  const selects = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select part.sign, part.label as period, integration_id, user_id, source, currency, ${foldedSums} from ${selectParts(parts.filter(isFolded))}
      cross join lateral (select figure.* from ${folded} figure where ${place} and ${wanted} and ${isOfPart} offset 0) figure
      group by 1, 2, 3, 4, 5, 6`,
  );
  return Prisma.sql`
    select sign, period, told.part, told.key, currency, ${columns}
    from (${Prisma.join(selects, " union all ")}) figure ${partsOfCell}`;
}

/** What is counted now: changes that are not folded yet, and the leads of the edges. */
function selectCounted(question: Question, parts: LabelledPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnFigures(question));
  const tables = tablesOfFigures(question);
  const changes = placesOfFigures(question.session).map(
    (place) => Prisma.sql`
      select part.label as period, integration_id, user_id, source, currency, step, kpi_status, is_asked, part.sign * leads as leads,
        part.sign * priced as priced, part.sign * worth as worth
      from ${selectParts(parts.filter(isFolded))} join ${tables.changes} figure on ${changedInPart}
      where ${place} and ${wanted}`,
  );
  const leads = selectLeads(
    question,
    parts.filter((part) => !isFolded(part)),
  );
  return Prisma.sql`
    select 1, period, told.part, told.key, currency, ${columns} from (
      select ${cell}, ${Prisma.join(countColumns.map(sumOfCount))}, ${Prisma.join(moneyColumns.map(sumOfMoney))}
      from (${Prisma.join([...changes, leads], " union all ")}) cell group by ${cell}
    ) figure ${partsOfCell}`;
}

/** The leads of parts, counted by all that figures tell apart. */
function selectLeads(question: Question, parts: LabelledPart[]): Prisma.Sql {
  const wanted = allOf(conditionsOnLeads(question));
  const leads = placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select part.label as period, part.sign, coalesce(lead.integration_id, ${noId}::uuid) as integration_id, lead.user_id, lead.source,
        case when astra.known_currency(lead.currency) then lead.currency else '' end as currency,
        astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status) as step, lead.kpi_status,
        lead.cod_status <> 'not_cod' as is_asked, lead.value_thousandths
      from ${selectParts(parts)}
      cross join lateral (select lead.* from crm_leads lead where ${place} and ${wanted} and ${arrivedInPart} offset 0) lead`,
  );
  return Prisma.sql`
    select ${cell}, step, kpi_status, is_asked, sum(sign)::int as leads,
      coalesce(sum(sign) filter (where value_thousandths is not null), 0)::int as priced, coalesce(sum(sign * value_thousandths), 0) as worth
    from (${Prisma.join(leads, " union all ")}) lead group by ${cell}, step, kpi_status, is_asked`;
}

function sumOfCount(column: CountColumn): Prisma.Sql {
  if (column === "priced") return Prisma.sql`sum(priced)::int as priced`;
  const which = column === "not_asked" ? "not is_asked" : `step = '${column}'`;
  return Prisma.raw(`coalesce(sum(leads) filter (where ${which}), 0)::int as ${column}`);
}

function sumOfMoney(column: MoneyColumn): Prisma.Sql {
  const status = statusOfMoney[column];
  const which = status ? `filter (where kpi_status = '${status}')` : "";
  return Prisma.raw(`coalesce(sum(worth) ${which}, 0) as ${column}`);
}
