import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { cover, type Part } from "#lib/kpi/cover.ts";
import type { linkTo } from "#lib/kpi/links.ts";
import type { ProductRow } from "#lib/kpi/model.ts";
import { conditionsOnLeads, isFiltered, noId, placesOfFigures, type Question } from "#lib/kpi/visible.ts";
import { placesOfLeads } from "#lib/sales/visibility.ts";

/** How many products a dashboard shows. */
const shown = 20;

interface Found {
  sku: string | null;
  name: string;
  units: string;
  unitsBefore: string;
  money: ProductRow["money"];
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
  return found.map(({ unitsBefore, ...row }) => ({
    ...row,
    unitsBefore: before ? unitsBefore : null,
    href: row.sku === null ? null : link("all", current, { product: row.sku }),
  }));
}

interface PeriodPart extends Part {
  isCurrent: boolean;
}

/**
 * What was ordered of products in both periods. Without a filter, whole months as they are counted ahead, of the workspace days too, with
 * what is not folded yet; all else from the lines.
 */
function selectUnits(question: Question): Prisma.Sql {
  const { session, current, before } = question;
  const counted = seesEverything(session.role) ? (["month", "day"] as const) : (["month"] as const);
  const spans = isFiltered(question) ? [] : counted;
  const parts: PeriodPart[] = [
    ...cover(current.start, current.end, spans).map((part) => ({ ...part, isCurrent: true })),
    ...(before ? cover(before.start, before.end, spans) : []).map((part) => ({ ...part, isCurrent: false })),
  ];
  const selects = parts.flatMap((part) =>
    part.span === "leads" ? selectLines(question, part) : selectCountedAhead(question, part),
  );
  return Prisma.join(selects, " union all ");
}

function selectCountedAhead(
  { session }: Question,
  { span, from, before, isCurrent }: PeriodPart,
): Prisma.Sql[] {
  const person = seesEverything(session.role) ? noId : session.userId;
  const changes = placesOfFigures(session).map(
    (place) => Prisma.sql`
      select ${isCurrent}::boolean as is_current, sku, name, currency, units, ordered from product_figure_changes figure
      where ${place} and figure.quarter >= ${from}::timestamptz and figure.quarter < ${before}::timestamptz`,
  );
  return [
    Prisma.sql`
      select ${isCurrent}::boolean as is_current, sku, name, currency, units, ordered from ordered_products figure
      where figure.workspace_id = ${session.workspace.id}::uuid and figure.person_id = ${person}::uuid and figure.span = ${span}
        and figure.starts_at >= ${from}::timestamptz and figure.starts_at < ${before}::timestamptz`,
    ...changes,
  ];
}

/** The lines of the leads of a part. */
function selectLines(question: Question, { from, before, isCurrent }: PeriodPart): Prisma.Sql[] {
  const wanted = allOf(conditionsOnLeads(question));
  return placesOfLeads(question.session).map(
    (place) => Prisma.sql`
      select ${isCurrent}::boolean as is_current, astra.counted_sku(item.product_sku) as sku,
        astra.counted_name(item.product_sku, item.product_name) as name,
        case when astra.known_currency(lead.currency) then lead.currency else '' end as currency,
        item.current_quantity as units, item.current_quantity * item.price_per_unit as ordered
      from crm_leads lead join order_items item on item.order_id = lead.order_id
      where ${place} and ${wanted} and lead.arrived_at >= ${from}::timestamptz and lead.arrived_at < ${before}::timestamptz`,
  );
}
