import { escapeLiteral } from "pg";
import type { Session } from "#lib/base/auth/session.ts";

/** A place where rows of a list are, and the order of the index there when it is not the list's own. */
export interface Place {
  /** All of the list's row when left out. */
  columns?: string;
  from: string;
  where: string;
  orderBy?: string;
}

/** A list as somebody would write it in plain SQL. */
export interface PlainList {
  /** What a row is called in conditions. */
  row: string;
  columns: string;
  joins: string;
  orderBy: string;
  ofWorkspace(session: Session): Place;
  ofSeller(session: Session): Place[];
}

/** The leads that a seller works, and those of the seller's stores that others work. */
export const plainLeads: PlainList = {
  row: "lead",
  columns: `page.id, page.arrived_at, page.updated_at, page.is_test, page.source, page.cod_status, page.logistic_status,
    page.kpi_status, page.call_attempts, page.call_back_at, coalesce(page.name, customer.name), coalesce(page.phone, customer.phone),
    sale.order_number, sale.current_total_amount::text, sale.currency, item.product_name, item.product_sku, item.lines,
    store.name, page.user_id, seller.name, tags.list, duplicate.id, duplicate.order_number, history.*,
    sale.shipping_street, sale.shipping_city, sale.shipping_zip, sale.shipping_country, customer.street, customer.city, customer.zip`,
  joins: `
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
  ) history on true`,
  orderBy: "lead.arrived_at desc, lead.id desc",
  ofWorkspace: (session) => ({
    from: "crm_leads lead",
    where: `lead.workspace_id = ${workspaceOf(session)}`,
  }),
  ofSeller: (session) => {
    const from = "crm_leads lead";
    const isHere = `lead.workspace_id is not distinct from ${workspaceOf(session)}`;
    const person = escapeLiteral(session.userId);
    return [
      { from, where: `${isHere} and lead.user_id = ${person}` },
      { from, where: `${isHere} and lead.store_user_id = ${person} and lead.user_id <> lead.store_user_id` },
    ];
  },
};

/** The orders credited to a seller, those of the seller's stores, and those of leads that the seller works for others. */
export const plainOrders: PlainList = {
  row: "sale",
  columns: `page.id, page.order_number, page.order_created_at, page.is_test, page.status, page.payment_status, page.is_cod, page.currency,
    page.current_total_amount::text, coalesce(lead.name, page.shipping_name, customer.name),
    coalesce(lead.phone, page.shipping_phone, customer.phone), store.name, page.user_id, seller.name`,
  joins: `
  left join crm_leads lead on lead.order_id = page.id
  left join customers customer on customer.id = page.customer_id
  left join integrations store on store.id = page.integration_id
  left join users seller on seller.id = page.user_id`,
  orderBy: "sale.order_created_at desc, sale.id desc",
  ofWorkspace: (session) => ({ from: "orders sale", where: `sale.workspace_id = ${workspaceOf(session)}` }),
  ofSeller: (session) => {
    const from = "orders sale";
    const isHere = `sale.workspace_id is not distinct from ${workspaceOf(session)}`;
    const person = escapeLiteral(session.userId);
    return [
      { from, where: `${isHere} and sale.user_id = ${person}` },
      { from, where: `${isHere} and sale.store_user_id = ${person} and sale.user_id <> sale.store_user_id` },
      {
        from,
        where: `${isHere} and sale.user_id <> ${person} and sale.store_user_id is distinct from ${person} and sale.id = any (array(
          select given.order_id from crm_leads given where given.user_id = ${person} and given.user_id is distinct from given.store_user_id))`,
      },
    ];
  },
};

/** Customers with what they came to, counted from their orders. */
export const plainCustomers: PlainList = {
  row: "customer",
  columns: "page.id, page.created_at, page.name, page.email, page.phone, figures.*",
  joins: `
  left join lateral (
    with sale as (
      select sold.currency, sold.current_total_amount, sold.order_created_at, sold.is_test, lead.kpi_status
      from orders sold left join crm_leads lead on lead.order_id = sold.id where sold.customer_id = page.id
    )
    select count(*) filter (where not is_test), max(order_created_at),
      (select jsonb_object_agg(currency, amount::text) from (
        select currency, sum(current_total_amount) as amount from sale where kpi_status = 'paid' and not is_test group by currency
      ) per_currency)
    from sale
  ) figures on true`,
  orderBy: "customer.created_at desc, customer.id desc",
  ofWorkspace: (session) => ({
    from: "customers customer",
    where: `customer.workspace_id = ${workspaceOf(session)} and customer.merged_into_id is null`,
  }),
  ofSeller: () => [],
};

/** A seller's own contacts, with what is counted of them already. */
export const plainKnownCustomers: PlainList = {
  row: "customer",
  columns:
    "page.id, page.created_at, page.name, page.email, page.phone, figures.orders_count, figures.spent, figures.last_order_at",
  joins:
    "left join customer_sellers figures on figures.customer_id = page.id and figures.user_id = page.user_id",
  orderBy: "customer.created_at desc, customer.id desc",
  ofWorkspace: plainCustomers.ofWorkspace,
  ofSeller: (session) => [
    {
      from: `(
        select customer_id as id, known_since as created_at, user_id, workspace_id, name, email, phone, search_text from customer_contacts
      ) customer`,
      where: `customer.workspace_id is not distinct from ${workspaceOf(session)} and customer.user_id = ${escapeLiteral(session.userId)}`,
    },
  ],
};

function workspaceOf(session: Session): string {
  return escapeLiteral(session.workspace.id);
}
