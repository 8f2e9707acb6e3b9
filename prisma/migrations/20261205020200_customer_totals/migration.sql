-- What customers came to, as columns by which their list is sorted and filtered: of what one seller sold, and of all of it.

alter table customer_sellers
  add column refused_count integer not null default 0;
-- The largest of the amounts, whatever its currency, as unlike currencies are never added up; in thousandths, since under row level security no index
-- compares a numeric.
alter table customers
  add column orders_count integer not null default 0,
  add column refused_count integer not null default 0,
  add column spent_thousandths bigint not null default 0;

create function astra.largest_thousandths(spent jsonb) returns bigint language sql immutable parallel safe as $$
  select coalesce(max(least(amount.value::numeric * 1000, 9e18))::bigint, 0) from jsonb_each_text(spent) amount
$$;
revoke execute on function astra.largest_thousandths(jsonb) from public;
grant execute on function astra.largest_thousandths(jsonb) to authenticated, service_role;

-- As before, and counts what was refused.
create or replace function astra.count_customer_sellers(customer_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
    with sale as materialized (
      select seller.user_id, "order".customer_id, "order".workspace_id, "order".currency, "order".current_total_amount,
        "order".order_created_at, "order".is_test or "order".repeats_parent as is_left_out, lead.kpi_status, lead.cod_status
      from public.orders "order"
      left join public.crm_leads lead on lead.order_id = "order".id
      cross join lateral (select "order".user_id union select "order".store_user_id union select lead.user_id) seller
      where "order".customer_id = any (customer_ids) and seller.user_id is not null
    ), spent as (
      select customer_id, user_id, jsonb_object_agg(currency, amount::text) as amounts
      from (
        select customer_id, user_id, currency, sum(current_total_amount) as amount from sale
        where kpi_status = 'paid' and not is_left_out and astra.known_currency(currency) group by customer_id, user_id, currency
      ) per_currency
      group by customer_id, user_id
    ), forgotten as (
      delete from public.customer_sellers known
      where known.customer_id = any (customer_ids)
        and exists (select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id)
        and not exists (
          select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id and contact.user_id = known.user_id)
    ), emptied as (
      update public.customer_sellers known set orders_count = 0, refused_count = 0, spent = '{}', first_order_at = null, last_order_at = null
      where known.customer_id = any (customer_ids)
        and exists (
          select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id and contact.user_id = known.user_id)
        and not exists (select 1 from sale where sale.customer_id = known.customer_id and sale.user_id = known.user_id)
        and (known.orders_count, known.refused_count, known.spent, known.first_order_at, known.last_order_at)
          is distinct from (0, 0, '{}'::jsonb, null::timestamptz, null::timestamptz)
    )
    insert into public.customer_sellers as figures (customer_id, user_id, workspace_id, orders_count, refused_count, spent, first_order_at,
      last_order_at)
    select sale.customer_id, sale.user_id, sale.workspace_id, count(*) filter (where not sale.is_left_out),
      count(*) filter (where not sale.is_left_out and sale.cod_status = 'refused'),
      coalesce(min(spent.amounts::text)::jsonb, '{}'), min(sale.order_created_at), max(sale.order_created_at)
    from sale left join spent on spent.customer_id = sale.customer_id and spent.user_id = sale.user_id
    group by sale.customer_id, sale.user_id, sale.workspace_id
    on conflict (customer_id, user_id) do update
    set orders_count = excluded.orders_count, refused_count = excluded.refused_count, spent = excluded.spent, first_order_at = excluded.first_order_at,
      last_order_at = excluded.last_order_at
    where (figures.orders_count, figures.refused_count, figures.spent, figures.first_order_at, figures.last_order_at)
      is distinct from (excluded.orders_count, excluded.refused_count, excluded.spent, excluded.first_order_at, excluded.last_order_at);
end
$$;

-- Of all sellers together the orders are counted, since one order may be known to several. Whatever changes what a seller sold to a buyer tells of it here.
create function astra.count_customers(customer_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  with sale as materialized (
    select placed.customer_id, placed.currency, placed.current_total_amount, lead.kpi_status, lead.cod_status
    from public.orders placed left join public.crm_leads lead on lead.order_id = placed.id
    where placed.customer_id = any (customer_ids) and not placed.is_test and not placed.repeats_parent
  ), spent as (
    select customer_id, max(least(amount * 1000, 9e18))::bigint as most from (
      select customer_id, sum(current_total_amount) as amount from sale
      where kpi_status = 'paid' and astra.known_currency(currency) group by customer_id, currency
    ) per_currency group by customer_id
  ), counted as (
    select buyer.id, count(sale.customer_id) as orders, count(*) filter (where sale.cod_status = 'refused') as refused
    from unnest(customer_ids) buyer (id) left join sale on sale.customer_id = buyer.id group by buyer.id
  )
  update public.customers customer
  set orders_count = counted.orders, refused_count = counted.refused, spent_thousandths = coalesce(spent.most, 0)
  from counted left join spent on spent.customer_id = counted.id
  where customer.id = counted.id and (customer.orders_count, customer.refused_count, customer.spent_thousandths)
    is distinct from (counted.orders, counted.refused, coalesce(spent.most, 0));
end
$$;

create function astra.follow_customer_sellers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.count_customers(array(select distinct customer_id from changed order by customer_id));
  return null;
end
$$;
create trigger follow_inserts after insert on customer_sellers referencing new table as changed
  for each statement execute function astra.follow_customer_sellers();
create trigger follow_updates after update on customer_sellers referencing new table as changed
  for each statement execute function astra.follow_customer_sellers();
create trigger follow_deletes after delete on customer_sellers referencing old table as changed
  for each statement execute function astra.follow_customer_sellers();
revoke execute on function astra.count_customers(uuid[]), astra.follow_customer_sellers() from public;

update customer_sellers figures set refused_count = refused.count
from (
  select placed.customer_id, seller.user_id, count(*) from orders placed join crm_leads lead on lead.order_id = placed.id
  cross join lateral (select placed.user_id union select placed.store_user_id union select lead.user_id) seller
  where lead.cod_status = 'refused' and not placed.is_test and not placed.repeats_parent and placed.customer_id is not null
  group by placed.customer_id, seller.user_id
) refused
where figures.customer_id = refused.customer_id and figures.user_id = refused.user_id;
select astra.count_customers(array(select distinct customer_id from orders where customer_id is not null));

create index "customers_workspace_id_orders_count_id_idx" on "customers"("workspace_id", "orders_count" desc, "id" desc);
create index "customers_workspace_id_spent_thousandths_id_idx" on "customers"("workspace_id", "spent_thousandths" desc, "id" desc);
create index "customers_workspace_id_country_created_at_id_idx" on "customers"("workspace_id", "country", "created_at" desc, "id" desc);
create index customers_refused on customers (workspace_id, created_at desc, id desc) where refused_count > 0;
