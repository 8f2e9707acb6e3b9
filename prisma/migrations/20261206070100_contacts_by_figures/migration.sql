create index "customer_contacts_user_id_orders_count_customer_id_idx" on "customer_contacts"("user_id", "orders_count" desc, "customer_id" desc);
create index "customer_contacts_user_id_spent_thousandths_customer_id_idx"
  on "customer_contacts"("user_id", "spent_thousandths" desc, "customer_id" desc);
create index "customer_contacts_user_id_country_known_since_customer_id_idx"
  on "customer_contacts"("user_id", "country", "known_since" desc, "customer_id" desc);
create index customer_contacts_refused on customer_contacts (user_id, known_since desc, customer_id desc) where refused_count > 0;

-- As before (20261202020010), and a contact that comes with a first lead is told its figures as it is written: to be told them afterwards would write it,
-- and all its indexes, twice.
create or replace function astra.know_first_leads(lead_ids uuid[]) returns uuid[]
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
  concerned constant uuid[] := array(select distinct customer_id from public.crm_leads where id = any (lead_ids));
  known uuid[];
begin
  perform from public.customers where id = any (concerned) order by id for no key update;
  with first as materialized (
    select customer.id as customer_id, customer.email, lead.kpi_status, placed.workspace_id, placed.currency, placed.current_total_amount,
      placed.order_created_at, least(placed.order_created_at, placed.created_at) as known_since,
      array(select distinct id from unnest(array[placed.user_id, placed.store_user_id, lead.user_id]) id where id is not null) as sellers,
      not (placed.is_test or placed.repeats_parent) as is_counted,
      jsonb_build_object('name', customer.name, 'email', customer.email, 'phone', customer.phone) as kept,
      astra.said_by(lead, placed) as said
    from public.crm_leads lead
    join public.customers customer on customer.id = lead.customer_id
    join public.orders placed on placed.id = lead.order_id and placed.customer_id = lead.customer_id
    where lead.id = any (lead_ids) and lead.corrections = '{}' and customer.corrections = '{}' and placed.corrections = '{}'
      and not exists (select from public.customer_contacts contact where contact.customer_id = customer.id)
      and not exists (select from public.customer_sellers figures where figures.customer_id = customer.id)
      and not exists (select from public.orders other where other.customer_id = customer.id and other.id <> placed.id)
      and not exists (select from public.crm_leads other where other.customer_id = customer.id and other.id <> lead.id)
  ), told as materialized (
    -- Who else has the e-mail is for the others to tell; and what names somebody otherwise than the customer is, too.
    select first.*,
      case when is_counted and kpi_status = 'paid' and astra.known_currency(currency)
        then jsonb_build_object(currency, current_total_amount::text) else '{}' end as spent,
      said - array['street', 'city', 'region', 'zip', 'country'] as named, said ?| array['street', 'city'] as is_placed
    from first
    where lower(said ->> 'email') is not distinct from lower(email) and said - array['street', 'city', 'region', 'zip', 'country', 'email'] <@ kept
  ), contacts as (
    insert into public.customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
      store_values, known_since, orders_count, spent_thousandths)
    select customer_id, seller, workspace_id, said ->> 'name', said ->> 'email', said ->> 'phone', said ->> 'street', said ->> 'city',
      said ->> 'region', said ->> 'zip', said ->> 'country', said, known_since, is_counted::int, astra.largest_thousandths(spent)
    from told cross join unnest(sellers) seller
  ), shared as (
    -- Of a customer who is new with this lead all of it is written already.
    update public.customers customer
    set street = case when is_placed then said ->> 'street' else coalesce(said ->> 'street', customer.street) end,
      city = case when is_placed then said ->> 'city' else coalesce(said ->> 'city', customer.city) end,
      region = case when is_placed then said ->> 'region' else coalesce(said ->> 'region', customer.region) end,
      zip = case when is_placed then said ->> 'zip' else coalesce(said ->> 'zip', customer.zip) end,
      country = case when is_placed then said ->> 'country' else coalesce(said ->> 'country', customer.country) end,
      store_values = said
    from told
    where customer.id = told.customer_id and (customer.store_values <> told.said or told.named || jsonb_strip_nulls(jsonb_build_object(
      'street', customer.street, 'city', customer.city, 'region', customer.region, 'zip', customer.zip, 'country', customer.country)) <> told.said)
  ), counted as (
    insert into public.customer_sellers (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
    select customer_id, seller, workspace_id, is_counted::int, spent, order_created_at, order_created_at
    from told cross join unnest(sellers) seller
  )
  select array_agg(customer_id) into known from told;
  return array(select unnest(concerned) except select unnest(known));
end
$$;
