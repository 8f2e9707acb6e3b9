import type { DashboardParams } from "#lib/kpi/filters.ts";
import type { Dashboard, Days } from "#lib/kpi/model.ts";
import { asOwner } from "#tests/support/database.ts";
import { type PersonName, sessionOf, type World } from "./world.ts";

/** What a figure counts, in plain words of statuses, told apart from how Astra counts it. */
const left =
  "logistic_status in ('shipped', 'in_transit', 'delivered', 'returned') or cod_status = 'refused'";
const agreed = `cod_status in ('not_cod', 'confirmed', 'collected', 'refused') or (${left})`;
const arrived = `(${left}) and kpi_status <> 'rejected' and (logistic_status = 'delivered' or cod_status = 'collected')`;
const refusedBefore =
  "cod_status in ('rejected', 'fake') or (logistic_status = 'cancelled' and cod_status <> 'duplicate')";

export const plainFigures = {
  total: "true",
  waiting: "kpi_status = 'waiting'",
  shipped: "kpi_status = 'shipped'",
  paid: "kpi_status = 'paid'",
  rejected: "kpi_status = 'rejected'",
  confirmed: agreed,
  agreed: `(${agreed}) and cod_status <> 'not_cod'`,
  decided: `((${agreed}) or ${refusedBefore}) and cod_status <> 'not_cod'`,
  sent: left,
  delivered: arrived,
  delivered_paid: `${arrived} and kpi_status = 'paid'`,
  came_back: `(${left}) and kpi_status = 'rejected'`,
  under_way: `(${left}) and kpi_status <> 'rejected' and not (${arrived})`,
  undecided: `not (${agreed}) and kpi_status <> 'rejected'`,
} as const;
export type PlainFigure = keyof typeof plainFigures;

export interface Recount {
  counts: Record<PlainFigure, number>;
  money: { currency: string; worth: string; collected: string; underWay: string; lost: string }[];
}

/** Recounts a range from the leads, straightforwardly: days by the database's own clocks, visibility by the words of the product. */
export async function recount(
  world: World,
  name: PersonName,
  timezone: string,
  days: Days,
  params: DashboardParams,
): Promise<Recount> {
  const { leads, values } = leadsOf(world, name, timezone, days, params);
  const counts = Object.entries(plainFigures).map(
    ([figure, rule]) => `count(*) filter (where ${rule})::int as "${figure}"`,
  );
  const [row] = await asOwner<Recount["counts"]>(`select ${counts} from (${leads}) lead`, values);
  const sumOf = (status: string) =>
    `coalesce(sum(value) filter (where kpi_status = '${status}'), 0)::numeric(20, 3)::text`;
  const money = await asOwner<Recount["money"][number] & Record<string, unknown>>(
    `select code as currency, sum(value)::text as worth, ${sumOf("paid")} as collected, ${sumOf("shipped")} as "underWay",
       ${sumOf("rejected")} as lost
     from (${leads}) lead where code in ('EUR', 'RON', 'USD') group by code having sum(value) <> 0 order by code`,
    values,
  );
  if (!row) throw new Error("Nothing was counted.");
  return { counts: row, money };
}

/** Leads as the person, the range and the filter have them. */
function leadsOf(
  world: World,
  name: PersonName,
  timezone: string,
  days: Days,
  params: DashboardParams,
): { leads: string; values: unknown[] } {
  const { role, userId } = sessionOf(world, name, timezone);
  const values = [
    world.workspace.id,
    timezone,
    days.from,
    days.to,
    role === "seller" ? userId : null,
    params.store,
    role === "seller" ? [] : params.seller,
    params.source,
    params.product,
  ];
  const leads = `
    select lead.*, "order".currency as code from crm_leads lead left join orders "order" on "order".id = lead.order_id
    where lead.workspace_id = $1 and not lead.is_test
      and (lead.arrived_at at time zone $2)::date between ($3::timestamptz at time zone 'UTC')::date and ($4::timestamptz at time zone 'UTC')::date
      and ($5::uuid is null or lead.user_id = $5 or lead.integration_id in (select id from integrations where user_id = $5))
      and ($6::uuid[] = '{}' or lead.integration_id = any ($6)) and ($7::uuid[] = '{}' or lead.user_id = any ($7))
      and ($8::text[] = '{}' or lead.source = any ($8))
      and ($9 = '' or exists (select 1 from order_items where order_id = lead.order_id and product_sku = $9))`;
  return { leads, values };
}

/** What was ordered of a product, as the dashboard tells it; by its name without a SKU. */
export interface PlainProduct {
  sku: string | null;
  name?: string;
  units: string;
  money: { currency: string; worth: string }[];
}

/** The best-selling products of a range, from the lines of its leads. */
export async function recountProducts(
  world: World,
  name: PersonName,
  timezone: string,
  days: Days,
  params: DashboardParams,
): Promise<PlainProduct[]> {
  const { leads, values } = leadsOf(world, name, timezone, days, params);
  const rows = await asOwner<PlainProduct & { name: string } & Record<string, unknown>>(
    `with line as (
       select item.product_sku as sku, case when item.product_sku is null then item.product_name end as name, lead.code,
         item.current_quantity as units, item.current_quantity * item.price_per_unit as worth
       from (${leads}) lead join order_items item on item.order_id = lead.order_id
     )
     select sku, name, sum(units)::text as units, coalesce((
       select jsonb_agg(jsonb_build_object('currency', code, 'worth', worth::text) order by code) from (
         select code, sum(worth)::numeric(20, 3) as worth from line own
         where own.sku is not distinct from line.sku and own.name is not distinct from line.name and code in ('EUR', 'RON', 'USD') group by code
         having sum(worth) <> 0
       ) money), '[]') as money
     from line group by sku, name having sum(units) > 0 order by sum(units) desc, coalesce(sku, ''), coalesce(name, '')`,
    values,
  );
  return rows.map(({ name: called, ...row }) => (row.sku === null ? { ...row, name: called } : row));
}

/** What the product table says, but for the newest name of a SKU. */
export function soldIn({ products }: Pick<Dashboard, "products">): PlainProduct[] {
  return products.map(({ sku, name, units, ...row }) => {
    const money = row.money.map(({ href: _, ...amount }) => amount);
    return sku === null ? { sku, name, units, money } : { sku, units, money };
  });
}
