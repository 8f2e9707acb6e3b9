import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { linkTo, Narrowing } from "#lib/kpi/links.ts";
import type { ProductRow } from "#lib/kpi/model.ts";
import {
  arrivedInPart,
  changedInPart,
  isFolded,
  isOfPart,
  type LabelledPart,
  partsOfPeriods,
  selectParts,
} from "#lib/kpi/parts.ts";
import { conditionsOnLeads, isFiltered, noId, placesOfFigures, type Question } from "#lib/kpi/visible.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

/** How many products a dashboard shows. */
const shown = 20;

interface Found {
  sku: string | null;
  name: string;
  units: string;
  unitsBefore: string;
  money: Omit<ProductRow["money"][number], "href">[];
}

/** The best-selling products of a range: by units, whatever became of the leads. */
export async function bestProducts(
  tx: Transaction,
  question: Question,
  link: ReturnType<typeof linkTo>,
): Promise<ProductRow[]> {
  const { current, before } = question;
  const found = await tx.$queryRaw<Found[]>`
    with line as materialized (
      select is_current, sku, name, currency, sum(units) as units, sum(ordered) as ordered from (${selectUnits(question)}) line group by 1, 2, 3, 4
    ), product as (
      select sku, name, sum(units) filter (where is_current) as units, sum(units) filter (where not is_current) as units_before
      from line group by sku, name having sum(units) filter (where is_current) > 0
      order by units desc, sku, name limit ${shown}
    )
    select nullif(product.sku, '') as sku, coalesce(nullif(product.name, ''), (
        select item.product_name from order_items item
        where item.workspace_id = ${question.session.workspace.id}::uuid and item.product_sku = product.sku
        order by item.ordered_at desc limit 1)) as name,
      product.units::text as units, coalesce(product.units_before, 0)::text as "unitsBefore",
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', money.currency, 'worth', money.worth::text) order by money.currency)
        from (
          select line.currency, line.ordered::numeric(20, 3) as worth from line
          where line.is_current and line.sku = product.sku and line.name = product.name and line.currency <> ''
            and line.ordered <> 0
        ) money
      ), '[]') as money
    from product order by product.units desc, product.sku, product.name`;
  const linkOf = (sku: string | null, narrowing: Narrowing = {}) =>
    sku === null ? null : link(["all"], current, { product: sku, ...narrowing });
  return found.map(({ unitsBefore, money, ...row }) => ({
    ...row,
    unitsBefore: before ? unitsBefore : null,
    money: money.map((one) => ({ ...one, href: linkOf(row.sku, { currency: one.currency }) })),
    href: linkOf(row.sku),
  }));
}

/**
 * What was ordered of products in both periods. Without a filter, whole months as they are counted ahead, of the workspace days too, with
 * what is not folded yet; all else from the lines.
 */
function selectUnits(question: Question): Prisma.Sql {
  const { session } = question;
  const seesAll = seesEverything(session.role);
  const counted = seesAll ? (["month", "day"] as const) : (["month"] as const);
  const parts = partsOfPeriods(question, isFiltered(question) ? [] : counted);
  const folded = selectParts(parts.filter(isFolded));
  const told = Prisma.sql`part.label = 'current' as is_current, sku, name, currency`;
  const ordered = Prisma.sql`
    select ${told}, part.sign * units as units, part.sign * ordered as ordered from ${folded}
    cross join lateral (
      select figure.* from ordered_products figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.person_id = ${seesAll ? noId : session.userId}::uuid and ${isOfPart}
      offset 0
    ) figure`;
  const changes = placesOfFigures(session).map(
    (place) => Prisma.sql`
      select ${told}, part.sign * units, part.sign * ordered
      from ${folded} join product_figure_changes figure on ${changedInPart} where ${place}`,
  );
  const lines = selectLines(
    question,
    parts.filter((part) => !isFolded(part)),
  );
  return Prisma.join([ordered, ...changes, ...lines], " union all ");
}

/** The lines of the leads of parts. */
function selectLines(question: Question, parts: LabelledPart[]): Prisma.Sql[] {
  const wanted = allOf(conditionsOnLeads(question));
  return placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select part.label = 'current' as is_current, astra.counted_sku(item.product_sku) as sku,
        astra.counted_name(item.product_sku, item.product_name) as name,
        case when astra.known_currency(lead.currency) then lead.currency else '' end as currency,
        part.sign * item.current_quantity as units, part.sign * item.current_quantity * item.price_per_unit as ordered
      from ${selectParts(parts)}
      cross join lateral (select lead.* from crm_leads lead where ${place} and ${wanted} and ${arrivedInPart} offset 0) lead
      join order_items item on item.order_id = lead.order_id`,
  );
}
