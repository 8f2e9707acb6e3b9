import { type Client, escapeLiteral } from "pg";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { addDays } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import type { Grain } from "#lib/kpi/model.ts";
import { loadFigures, loadProducts } from "#lib/kpi/queries.ts";
import { type Period, periodsOf } from "#lib/kpi/range.ts";
import type { NamedComparison } from "#scripts/bench/lists.ts";

const lengths: { name: string; days: number; grain: Exclude<Grain, "hour"> }[] = [
  { name: "30 days", days: 30, grain: "day" },
  { name: "one year", days: 365, grain: "week" },
];

/** The commonest product of the bench. */
const product = "SKU-1";

/** The dashboard of a month and of a year, compared with the time before, beside plain aggregates of the leads. */
export async function dashboardQuestions(owner: Client, session: Session): Promise<NamedComparison[]> {
  const { timezone, locale } = session;
  const now = await newestArrival(owner);
  const today = dayOf(now, timezone);
  const text = (day: Date) => day.toISOString().slice(0, 10);
  return lengths.flatMap(({ name, days, grain }) => {
    const asked = `?range=custom&from=${text(addDays(today, 1 - days))}&to=${text(today)}&grain=${grain}`;
    const params = loadDashboardParams(asked);
    const ofProduct = loadDashboardParams(`${asked}&product=${product}`);
    const { current, before } = periodsOf(params, { timezone, locale, now });
    const periods = before ? [current, before] : [current];
    const plainFigures = (of: string) =>
      periods.flatMap((period) => [plainSums(session, period, of), plainTrend(session, period, grain, of)]);
    return [
      {
        name: `dashboard, ${name}`,
        ask: () => loadFigures(session, params, now),
        plain: [plainFigures("")],
      },
      {
        name: `dashboard of a product, ${name}`,
        ask: () => loadFigures(session, ofProduct, now),
        plain: [plainFigures(ordersProduct)],
      },
      {
        name: `dashboard, best products, ${name}`,
        ask: () => loadProducts(session, params, now),
        plain: [periods.map((period) => plainProducts(session, period))],
      },
    ];
  });
}

/** The bench's leads end some day: the dashboard is asked for as it was then. */
async function newestArrival(owner: Client): Promise<Date> {
  const { rows } = await owner.query<{ newest: Date }>("select max(arrived_at) as newest from crm_leads");
  return rows[0]?.newest ?? new Date();
}

const ordersProduct = `and exists (select from order_items item where item.order_id = lead.order_id
  and item.product_sku = ${escapeLiteral(product)})`;

function leadsOf({ role, userId, workspace }: Session, { start, end }: Period, of = ""): string {
  const [id, me, from, before] = [workspace.id, userId, start.toISOString(), end.toISOString()].map(
    escapeLiteral,
  );
  const range = `not lead.is_test and lead.arrived_at >= ${from} and lead.arrived_at < ${before} ${of}`;
  const select = `select lead.*, "order".currency as code from crm_leads lead left join orders "order" on "order".id = lead.order_id`;
  if (seesEverything(role)) return `${select} where lead.workspace_id = ${id} and ${range}`;
  return `${select} where lead.user_id = ${me} and ${range} union all
    ${select} where lead.store_user_id = ${me} and lead.user_id <> ${me} and ${range}`;
}

/** Counts, money and what rates, funnel and tables are made of, by store, seller, source and currency. */
function plainSums(session: Session, period: Period, of: string): string {
  return `
    select integration_id, user_id, source, code, cod_status, logistic_status, kpi_status, count(*), count(value), sum(value)
    from (${leadsOf(session, period, of).replaceAll("lead.*", "lead.integration_id, lead.user_id, lead.source, lead.cod_status, lead.logistic_status, lead.kpi_status, lead.value")}) lead
    group by 1, 2, 3, 4, 5, 6, 7`;
}

function plainTrend(
  { timezone, ...session }: Session,
  { start, end, ...days }: Period,
  grain: string,
  of: string,
): string {
  const leads = leadsOf({ timezone, ...session }, { start, end, ...days }, of)
    .replaceAll(`left join orders "order" on "order".id = lead.order_id`, "")
    .replaceAll(`lead.*, "order".currency as code`, "lead.arrived_at, lead.kpi_status");
  return `
    select date_trunc('${grain}', arrived_at, ${escapeLiteral(timezone)}), kpi_status, count(*) from (${leads}) lead group by 1, 2`;
}

function plainProducts(session: Session, period: Period): string {
  return `
    select item.product_sku, lead.code, sum(item.current_quantity) as units, sum(item.current_quantity * item.price_per_unit)
    from (${leadsOf(session, period).replaceAll("lead.*", "lead.order_id")}) lead join order_items item on item.order_id = lead.order_id
    group by 1, 2 order by units desc limit 20`;
}
