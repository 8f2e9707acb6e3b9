-- Most orders are of a buyer of whom nothing else is known: then what is known is what this one lead says, and need not be computed from all
-- that was ever said. astra.refresh_customers comes to the same, and changes nothing afterwards.
create function astra.know_first_lead(lead public.crm_leads) returns boolean
language plpgsql set search_path = '' as $$
declare
  customer public.customers;
  placed public.orders;
  said jsonb;
  sellers uuid[];
  is_counted boolean;
begin
  if lead.order_id is null or lead.corrections <> '{}' then return false; end if;
  select * into customer from public.customers where id = lead.customer_id for no key update;
  select * into placed from public.orders where id = lead.order_id;
  if customer.corrections <> '{}' or placed.corrections <> '{}' or placed.customer_id is distinct from lead.customer_id
    or exists (select from public.customer_contacts where customer_id = customer.id)
    or exists (select from public.customer_sellers where customer_id = customer.id)
    or exists (select from public.orders where customer_id = customer.id and id <> placed.id)
    or exists (select from public.crm_leads where customer_id = customer.id and id <> lead.id)
  then
    return false;
  end if;
  said := jsonb_strip_nulls(jsonb_build_object(
      'name', coalesce(lead.name, case when placed.buyer_address is null then placed.shipping_name end), 'email', lead.email,
      'phone', case when lead.phone ~ '^\+[1-9][0-9]{4,14}$' then lead.phone end)
    || coalesce(placed.buyer_address, jsonb_build_object('street', placed.shipping_street, 'city', placed.shipping_city,
      'region', placed.shipping_region, 'zip', placed.shipping_zip, 'country', placed.shipping_country)));
  -- Who else has the e-mail is for the others to tell.
  if lower(said ->> 'email') is distinct from lower(customer.email) and said ? 'email' then return false; end if;
  sellers := array(select distinct id from unnest(array[placed.user_id, placed.store_user_id, lead.user_id]) id where id is not null);

  insert into public.customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
    store_values, known_since)
  select customer.id, seller, placed.workspace_id, said ->> 'name', said ->> 'email', said ->> 'phone', said ->> 'street', said ->> 'city',
    said ->> 'region', said ->> 'zip', said ->> 'country', said, least(placed.order_created_at, placed.created_at)
  from unnest(sellers) seller;

  if said - array['street', 'city', 'region', 'zip', 'country'] <@ jsonb_build_object('name', customer.name, 'email', said -> 'email',
    'phone', customer.phone)
  then
    -- Its name, e-mail and phone are not named, so that what search looks in is not made again.
    update public.customers set
      street = case when said ?| array['street', 'city'] then said ->> 'street' else coalesce(said ->> 'street', street) end,
      city = case when said ?| array['street', 'city'] then said ->> 'city' else coalesce(said ->> 'city', city) end,
      region = case when said ?| array['street', 'city'] then said ->> 'region' else coalesce(said ->> 'region', region) end,
      zip = case when said ?| array['street', 'city'] then said ->> 'zip' else coalesce(said ->> 'zip', zip) end,
      country = case when said ?| array['street', 'city'] then said ->> 'country' else coalesce(said ->> 'country', country) end,
      store_values = said
    where id = customer.id;
  else
    perform astra.write_shared_customers(array[customer.id], false);
  end if;

  is_counted := not (placed.is_test or placed.repeats_parent);
  insert into public.customer_sellers (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
  select customer.id, seller, placed.workspace_id, is_counted::int,
    case when is_counted and lead.kpi_status = 'paid' and astra.known_currency(placed.currency)
      then jsonb_build_object(placed.currency, placed.current_total_amount::text) else '{}' end,
    placed.order_created_at, placed.order_created_at
  from unnest(sellers) seller;
  return true;
end
$$;

create or replace function astra.know_buyer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not astra.know_first_lead(new) then perform astra.refresh_customers(array[new.customer_id]); end if;
  return null;
end
$$;

revoke execute on function astra.know_first_lead(public.crm_leads) from public;
