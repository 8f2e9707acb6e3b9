import { escapeLiteral } from "pg";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import type { Asker } from "#scripts/bench/people.ts";

/** How a page of leads is picked by hand. */
export interface Pick {
  /** On the row `lead`; true for all. */
  where: string;
  /** Where `lead` comes from, when the way begins at another table. */
  from?: string;
  orderBy?: string;
  /** Finds all that match first, and only then puts them in order. */
  findsFirst?: boolean;
}

const columns = `select page.id, page.arrived_at, page.updated_at, page.is_test, page.source, page.cod_status, page.logistic_status,
    page.kpi_status, page.call_attempts, page.call_back_at, coalesce(page.name, customer.name), coalesce(page.phone, customer.phone),
    sale.order_number, sale.current_total_amount::text, sale.currency, item.product_name, item.product_sku, item.lines,
    store.name, page.user_id, seller.name, tags.list, duplicate.id, duplicate.order_number, history.*,
    sale.shipping_street, sale.shipping_city, sale.shipping_zip, sale.shipping_country, customer.street, customer.city, customer.zip`;

const joins = `
  left join orders sale on sale.id = page.order_id
  left join customers customer on customer.id = page.customer_id
  left join integrations store on store.id = page.integration_id
  left join users seller on seller.id = page.user_id
  left join lateral (
    select line.product_name, line.product_sku, count(*) over () as lines from order_items line
    where line.order_id = page.order_id order by line.price_per_unit * line.quantity desc, line.position limit 1
  ) item on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'color', tag.color)) as list
    from crm_lead_tags tagged join crm_tags tag on tag.id = tagged.tag_id where tagged.lead_id = page.id
  ) tags on true
  left join lateral (
    select earlier.id, placed.order_number
    from (
      (select other.* from crm_leads other
       where other.workspace_id = page.workspace_id and other.phone = page.phone and other.cod_status <> 'duplicate'
         and (other.arrived_at, other.id) < (page.arrived_at, page.id) and other.arrived_at >= page.arrived_at - interval '30 days'
       order by other.arrived_at desc, other.id desc limit 1)
      union all
      (select other.* from crm_leads other
       where other.workspace_id = page.workspace_id and other.email = page.email and other.cod_status <> 'duplicate'
         and (other.arrived_at, other.id) < (page.arrived_at, page.id) and other.arrived_at >= page.arrived_at - interval '30 days'
       order by other.arrived_at desc, other.id desc limit 1)
    ) earlier left join orders placed on placed.id = earlier.order_id
    order by earlier.arrived_at desc, earlier.id desc limit 1
  ) duplicate on true
  left join lateral (
    select count(*) as orders, count(*) filter (where logistic_status = 'delivered' or cod_status = 'collected') as delivered,
      count(*) filter (where logistic_status = 'returned' or cod_status = 'refused') as refused
    from crm_leads other where other.customer_id = page.customer_id
  ) history on true`;

/** One page of 50 with all that the list shows, as somebody would write it who need not ask whose the leads are. */
export function plainPage({ session }: Asker, pick: Pick): string {
  const orderBy = pick.orderBy ?? "lead.arrived_at desc, lead.id desc";
  const page = pick.findsFirst
    ? `with found as materialized (select lead.* ${source(pick)} where (${scopes(session).join(" or ")}) and ${pick.where})
       select lead.* from found lead order by ${orderBy} limit 51`
    : inOrder(session, pick, orderBy);
  return `with page as materialized (${page})
    ${columns} from page ${joins} order by ${orderBy.replaceAll("lead.", "page.")}`;
}

/** How many there are, up to where the list stops counting. */
export function plainCount({ session }: Asker, pick: Pick): string {
  return `select count(*) from (
    select 1 ${source(pick)} where (${scopes(session).join(" or ")}) and ${pick.where} limit 1001) counted`;
}

function source(pick: Pick): string {
  return `from ${pick.from ?? "crm_leads lead"}`;
}

function inOrder(session: Session, pick: Pick, orderBy: string): string {
  const pages = scopes(session).map(
    (scope) =>
      `(select lead.* ${source(pick)} where ${scope} and ${pick.where} order by ${orderBy} limit 51)`,
  );
  if (pages.length === 1) return pages.join("");
  return `select lead.* from (${pages.join(" union all ")}) lead order by ${orderBy} limit 51`;
}

/** Whose leads: all of the workspace, or in two parts those that a seller works and those of the seller's stores that others work. */
function scopes(session: Session): string[] {
  if (seesEverything(session.role)) return [`lead.workspace_id = ${escapeLiteral(session.workspace.id)}`];
  const person = escapeLiteral(session.userId);
  return [
    `lead.user_id = ${person}`,
    `(lead.store_user_id = ${person} and lead.user_id <> lead.store_user_id)`,
  ];
}
