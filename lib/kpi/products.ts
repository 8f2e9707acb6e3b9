import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { linkTo } from "#lib/kpi/links.ts";
import type { ProductRow } from "#lib/kpi/model.ts";
import { conditionsOnLeads, type Question } from "#lib/kpi/visible.ts";
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
  const lines = selectLines(question);
  const found = await tx.$queryRaw<Found[]>`
    with line as (${lines}), product as (
      select sku, name, sum(units) filter (where is_current) as units, sum(units) filter (where not is_current) as units_before
      from line group by sku, name having sum(units) filter (where is_current) > 0
      order by units desc, sku, name limit ${shown}
    )
    select product.sku, coalesce(product.name, (
        select item.product_name from order_items item
        where item.workspace_id = ${question.session.workspace.id}::uuid and item.product_sku = product.sku
        order by item.ordered_at desc limit 1)) as name,
      product.units::text as units, coalesce(product.units_before, 0)::text as "unitsBefore",
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', money.currency, 'worth', money.worth::text) order by money.currency)
        from (
          select line.currency, sum(line.worth)::numeric(20, 3) as worth from line
          where line.is_current and line.sku is not distinct from product.sku and line.name is not distinct from product.name
            and line.currency is not null
          group by line.currency
        ) money
      ), '[]') as money
    from product order by product.units desc, product.sku, product.name`;
  return found.map(({ unitsBefore, ...row }) => ({
    ...row,
    unitsBefore: before ? unitsBefore : null,
    href: row.sku === null ? null : link("all", current, { product: row.sku }),
  }));
}

/** The lines of the leads of both periods; a product without a SKU goes by its name. */
function selectLines(question: Question): Prisma.Sql {
  const { session, current, before } = question;
  const wanted = allOf(conditionsOnLeads(question));
  const selects = placesOfLeads(session).flatMap((place) =>
    [current, ...(before ? [before] : [])].map(
      ({ start, end }) => Prisma.sql`
        select item.product_sku as sku, case when item.product_sku is null then item.product_name end as name,
          case when astra.known_currency(lead.currency) then lead.currency end as currency,
          item.current_quantity as units, item.current_quantity * item.price_per_unit as worth, ${start === current.start}::boolean as is_current
        from crm_leads lead join order_items item on item.order_id = lead.order_id
        where ${place} and ${wanted} and lead.arrived_at >= ${start}::timestamptz and lead.arrived_at < ${end}::timestamptz`,
    ),
  );
  return Prisma.join(selects, " union all ");
}
