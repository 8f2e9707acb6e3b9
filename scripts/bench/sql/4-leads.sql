-- A lead for each order, its tags, and what each seller knows of a customer. kpi_status as deriveKpiStatus (lib/leads/model.ts) has it.

insert into crm_leads (id, workspace_id, order_id, integration_id, user_id, store_user_id, customer_id, name, email, phone, source,
  logistic_status, cod_status, kpi_status, call_attempts, call_back_at, value, currency,
  search_text, arrived_at, created_at)
select pg_temp.id('lead', n), pg_temp.id('workspace', 1), pg_temp.id('order', n), store_id, worker_id, owner_id, buyer.id, buyer.name,
  buyer.email, buyer.phone, case when store % 3 = 0 then 'woocommerce' else 'shopify' end, logistic, cod,
  case
    when cod in ('rejected', 'fake', 'duplicate', 'refused') or logistic in ('returned', 'cancelled') then 'rejected'
    when cod in ('collected', 'not_cod') then 'paid'
    when logistic in ('shipped', 'in_transit', 'delivered') then 'shipped'
    else 'waiting'
  end,
  case when cod in ('not_cod', 'pending') then 0 when cod = 'no_answer' then 2 else 1 end,
  case when cod = 'postponed' then at + interval '1 day' * (1 + floor(pg_temp.share(n, 30) * 5)) end,
  amount, sale.currency, astra.lead_search_text(buyer.name, buyer.phone, buyer.email,
    astra.order_search_text(sale.order_number, sale.company, sale.other_phones, sale.tracking_numbers)), at, at
from draft join customers buyer on buyer.id = pg_temp.id('customer', customer)
join orders sale on sale.id = pg_temp.id('order', n)
order by n;

insert into crm_lead_tags (lead_id, tag_id, arrived_at, user_id, store_user_id, created_at)
select pg_temp.id('lead', n), pg_temp.id('tag', 1 + floor(12 * pg_temp.share(n, 31) ^ 3)::int), at, worker_id, owner_id, at
from draft where pg_temp.share(n, 32) < 0.08;

insert into customer_sellers (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
select sale.customer_id, seller.id, sale.workspace_id, count(*),
  case when bool_or(lead.kpi_status = 'paid') then
    jsonb_build_object(min(sale.currency), (sum(sale.current_total_amount) filter (where lead.kpi_status = 'paid'))::text)
    else '{}' end,
  min(sale.order_created_at), max(sale.order_created_at)
from orders sale
join crm_leads lead on lead.order_id = sale.id
cross join lateral (select sale.user_id as id union select sale.store_user_id union select lead.user_id) seller
group by sale.customer_id, sale.workspace_id, seller.id;

insert into customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, zip, country, search_text, known_since,
  orders_count, spent_thousandths)
select known.customer_id, known.user_id, known.workspace_id, buyer.name, buyer.email, buyer.phone, buyer.street, buyer.city, buyer.zip,
  buyer.country, buyer.search_text, known.first_order_at, known.orders_count, astra.largest_thousandths(known.spent)
from customer_sellers known join customers buyer on buyer.id = known.customer_id;
