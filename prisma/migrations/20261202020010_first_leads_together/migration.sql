-- What a lead and its order, of which nobody corrected anything, say of their buyer (astra.contact_sources).
create function astra.said_by(lead public.crm_leads, placed public.orders) returns jsonb
language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
      'name', coalesce(lead.name, case when placed.buyer_address is null then placed.shipping_name end), 'email', lead.email,
      'phone', case when lead.phone ~ '^\+[1-9][0-9]{4,14}$' then lead.phone end)
    || coalesce(placed.buyer_address, jsonb_build_object('street', placed.shipping_street, 'city', placed.shipping_city,
      'region', placed.shipping_region, 'zip', placed.shipping_zip, 'country', placed.shipping_country)))
$$;

-- What is known of buyers of whom nothing else is known is what their one lead says (20261201020200), for all leads of a statement at once.
-- astra.refresh_customers comes to the same, and changes nothing afterwards. Answers with the customers of whom more is known.
create function astra.know_first_leads(lead_ids uuid[]) returns uuid[]
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
    select first.*, said - array['street', 'city', 'region', 'zip', 'country'] as named, said ?| array['street', 'city'] as is_placed
    from first
    where lower(said ->> 'email') is not distinct from lower(email) and said - array['street', 'city', 'region', 'zip', 'country', 'email'] <@ kept
  ), contacts as (
    insert into public.customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
      store_values, known_since)
    select customer_id, seller, workspace_id, said ->> 'name', said ->> 'email', said ->> 'phone', said ->> 'street', said ->> 'city',
      said ->> 'region', said ->> 'zip', said ->> 'country', said, known_since
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
    select customer_id, seller, workspace_id, is_counted::int,
      case when is_counted and kpi_status = 'paid' and astra.known_currency(currency)
        then jsonb_build_object(currency, current_total_amount::text) else '{}' end,
      order_created_at, order_created_at
    from told cross join unnest(sellers) seller
  )
  select array_agg(customer_id) into known from told;
  return array(select unnest(concerned) except select unnest(known));
end
$$;

-- Most buyers who come back say what is known of them: then nothing is to be computed but what they bought. Answers with those of these customers
-- whose leads all do so, as everybody knows them and as each of their sellers does, and of whom nobody corrected anything.
create function astra.say_what_is_known(lead_ids uuid[], customer_ids uuid[]) returns uuid[]
language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
  return array(
    select lead.customer_id
    from public.crm_leads lead
    join public.customers customer on customer.id = lead.customer_id
    left join public.orders placed on placed.id = lead.order_id
    cross join lateral (select astra.said_by(lead, placed) as said) told
    where lead.id = any (lead_ids) and lead.customer_id = any (customer_ids)
    group by lead.customer_id
    having bool_and(coalesce(
      placed.customer_id = lead.customer_id and lead.corrections = '{}' and placed.corrections = '{}' and customer.corrections = '{}'
        and customer.store_values = said and lower(customer.email) is not distinct from lower(said ->> 'email')
        and not exists (
          select from unnest(array[placed.user_id, placed.store_user_id, lead.user_id]) seller
          where seller is not null and not exists (
            select from public.customer_contacts contact
            where contact.customer_id = lead.customer_id and contact.user_id = seller and contact.corrections = '{}'
              and contact.store_values = said and contact.known_since <= least(placed.order_created_at, placed.created_at))),
      false)));
end
$$;

create function astra.know_buyers() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  leads constant uuid[] := array(select id from added where customer_id is not null);
  others uuid[] := astra.know_first_leads(leads);
  unchanged uuid[];
begin
  if others = '{}' then return null; end if;
  -- Of many at once all is computed: that is one statement, and to compare each with each would not be.
  if cardinality(leads) <= 100 then
    unchanged := astra.say_what_is_known(leads, others);
    if unchanged <> '{}' then perform astra.refresh_customer_sellers(unchanged); end if;
    others := array(select unnest(others) except select unnest(unchanged));
  end if;
  if others <> '{}' then perform astra.refresh_customers(others); end if;
  return null;
end
$$;
drop trigger know_buyer on crm_leads;
create trigger know_buyer after insert on crm_leads referencing new table as added for each statement execute function astra.know_buyers();
drop function astra.know_buyer();
drop function astra.know_first_lead(public.crm_leads);

-- Stock is noted for all leads of a statement at once, too.
create function astra.note_new_leads() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_stock(array(select order_id from added where order_id is not null));
  return null;
end
$$;
drop trigger note_stock on crm_leads;
create trigger note_stock after insert on crm_leads referencing new table as added for each statement execute function astra.note_new_leads();

-- Without settings of its own it becomes part of the statement that asks.
create or replace function astra.lead_search_text(name text, phone text, email text, of_order text) returns text
language sql immutable parallel safe as $$
  select concat_ws(' ', nullif(astra.search_text(name, phone, email, null), ''), of_order)
$$;

revoke execute on function astra.said_by(public.crm_leads, public.orders), astra.know_first_leads(uuid[]),
  astra.say_what_is_known(uuid[], uuid[]), astra.know_buyers(), astra.note_new_leads() from public;
