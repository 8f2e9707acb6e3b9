-- The shared buyer and each seller's figures, computed anew together with the contacts whenever leads or orders of a buyer change.

-- The currencies of lib/money/currencies.ts: amounts in others are shown as the store says them and never added up.
create function astra.known_currency(code text) returns boolean
language sql immutable parallel safe as $$
  select code in (
    'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF', 'AED',
    'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN',
    'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DKK', 'DOP', 'DZD',
    'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR',
    'ILS', 'INR', 'IRR', 'JMD', 'KES', 'KGS', 'KHR', 'KPW', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'MAD', 'MDL', 'MGA',
    'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD',
    'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR', 'RON', 'RSD', 'RUB', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE',
    'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'USD', 'USN',
    'UYU', 'UZS', 'VED', 'VES', 'WST', 'XCD', 'XCG', 'YER', 'ZAR', 'ZMW', 'ZWG', 'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND',
    'CLF', 'UYW', 'ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL'
  )
$$;

-- An order that repeats its parent counts with that one.
create function astra.count_customer_sellers(customer_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
    with sale as materialized (
      select seller.user_id, "order".customer_id, "order".workspace_id, "order".currency, "order".current_total_amount,
        "order".order_created_at, "order".is_test or "order".repeats_parent as is_left_out, lead.kpi_status
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
      update public.customer_sellers known set orders_count = 0, spent = '{}', first_order_at = null, last_order_at = null
      where known.customer_id = any (customer_ids)
        and exists (
          select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id and contact.user_id = known.user_id)
        and not exists (select 1 from sale where sale.customer_id = known.customer_id and sale.user_id = known.user_id)
    )
    insert into public.customer_sellers as figures (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
    select sale.customer_id, sale.user_id, sale.workspace_id, count(*) filter (where not sale.is_left_out),
      coalesce(min(spent.amounts::text)::jsonb, '{}'), min(sale.order_created_at), max(sale.order_created_at)
    from sale left join spent on spent.customer_id = sale.customer_id and spent.user_id = sale.user_id
    group by sale.customer_id, sale.user_id, sale.workspace_id
    on conflict (customer_id, user_id) do update
    set orders_count = excluded.orders_count, spent = excluded.spent, first_order_at = excluded.first_order_at,
      last_order_at = excluded.last_order_at
    where (figures.orders_count, figures.spent, figures.first_order_at, figures.last_order_at)
      is distinct from (excluded.orders_count, excluded.spent, excluded.first_order_at, excluded.last_order_at);
end
$$;

create function astra.shared_value(field text, present text, said jsonb, corrected jsonb, choices jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when choices ? field then present
    when corrected ? field then corrected #>> array[field, 'value']
    when field in ('street', 'city', 'region', 'zip', 'country') and said ?| array['street', 'city'] then said ->> field
    else coalesce(said ->> field, present) end
$$;

-- The shared row: what all leads and orders together say of the buyer. What a person decided of the row itself (a merge; entries without a
-- standing) stays until a newer correction; what nobody says any more stays, too, since it still finds the person. An e-mail is
-- taken when no other buyer has it.
create function astra.write_shared_customers(customer_ids uuid[], takes_emails boolean) returns void
language plpgsql set search_path = '' as $$
begin
    with everyone as materialized (
      select customer_id, astra.known_contact(true, said, corrected order by said_at, heard_at, id) as known
      from astra.contact_sources(customer_ids) group by customer_id
    ), decided as (
      select customer.id, everyone.known -> 'said' as said, coalesce((
          select jsonb_object_agg(field, entry) from jsonb_each(customer.corrections) correction (field, entry) where not entry ? 'standing'
        ), '{}') as choices, everyone.known -> 'corrected' as corrected
      from public.customers customer join everyone on everyone.customer_id = customer.id
    ), told as (
      select id, said, corrected, coalesce((
          select jsonb_object_agg(field, entry) from jsonb_each(choices) choice (field, entry)
          where not corrected ? field
            or coalesce((entry ->> 'correctedAt')::timestamptz, 'infinity') >= (corrected #>> array[field, 'correctedAt'])::timestamptz
        ), '{}') as choices
      from decided
    ), next as (
      select customer.id, told.said, told.choices, told.corrected,
        astra.shared_value('name', customer.name, told.said, told.corrected, told.choices) as name,
        astra.shared_value('email', customer.email, told.said, told.corrected, told.choices) as email,
        astra.shared_value('phone', customer.phone, told.said, told.corrected, told.choices) as phone,
        astra.shared_value('street', customer.street, told.said, told.corrected, told.choices) as street,
        astra.shared_value('city', customer.city, told.said, told.corrected, told.choices) as city,
        astra.shared_value('region', customer.region, told.said, told.corrected, told.choices) as region,
        astra.shared_value('zip', customer.zip, told.said, told.corrected, told.choices) as zip,
        astra.shared_value('country', customer.country, told.said, told.corrected, told.choices) as country
      from told join public.customers customer on customer.id = told.id
    )
    update public.customers customer
    set name = next.name, street = next.street, city = next.city, region = next.region, zip = next.zip, country = next.country,
      phone = case when next.phone ~ '^\+[1-9][0-9]{4,14}$' then next.phone when next.phone is not null then customer.phone end,
      email = case when lower(next.email) = lower(customer.email) or (next.email is not null and (not takes_emails or exists (
          select 1 from public.customers other
          where other.workspace_id = customer.workspace_id and lower(other.email) = lower(next.email) and other.id <> customer.id
        ))) then customer.email else next.email end,
      store_values = next.said, corrections = astra.without_values(next.corrected) || next.choices
    from next
    where next.id = customer.id and (
      (customer.name, customer.email, customer.phone, customer.street, customer.city, customer.region, customer.zip, customer.country)
        is distinct from (next.name, next.email, next.phone, next.street, next.city, next.region, next.zip, next.country)
      or customer.store_values <> next.said or customer.corrections <> astra.without_values(next.corrected) || next.choices);
end
$$;

-- Computes all that is kept of buyers anew: whoever changes who they are, whose their leads and orders are, or what these say, calls this.
create function astra.refresh_customers(customer_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Two orders of one buyer may change at once: each computes after the other has been written.
  perform 1 from public.customers where id = any (customer_ids) order by id for no key update;
  perform astra.write_customer_contacts(customer_ids);
  begin
    perform astra.write_shared_customers(customer_ids, true);
  exception when unique_violation then
    -- Somebody else took the e-mail meanwhile.
    perform astra.write_shared_customers(customer_ids, false);
  end;
  perform astra.count_customer_sellers(customer_ids);
end
$$;

-- The corrections of a seller's contact that count for a new lead which says this much, with their values. What a store had said is handed
-- on only where the new lead says it, too: it may have been another's lead.
create function astra.corrections_for(customer uuid, seller uuid, said jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(field, case when entry -> 'storeValue' = said -> field then entry
    else entry || '{"storeValue": null}' end), '{}')
  from public.customer_contacts contact
  cross join lateral astra.with_values(contact.corrections, to_jsonb(contact)) corrected
  cross join lateral jsonb_each(corrected) correction (field, entry)
  where contact.customer_id = customer and contact.user_id = seller
    and astra.is_same_person(contact.store_values, corrected, said, '{}')
$$;

-- The figures alone, of one buyer or of many, after a lead or an order moved on.
create function astra.refresh_customer_sellers(customer_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.customers where id = any (customer_ids) order by id for no key update;
  perform astra.count_customer_sellers(customer_ids);
end
$$;

create or replace function astra.refresh_customer_sellers(customer uuid) returns void
language sql security definer set search_path = '' as $$
  select astra.refresh_customer_sellers(array[customer])
$$;

-- Whoever becomes the seller of a lead or an order knows its buyer at once, and whoever no longer is forgets what was known by it alone.
drop trigger forget_former_sellers on crm_leads;
drop trigger forget_former_sellers on orders;
drop function astra.forget_former_sellers();

create function astra.follow_sellers() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  concerned uuid[];
begin
  -- Of a store that changes hands the orders tell.
  select array_agg(distinct after.customer_id) into concerned
  from after join before on before.id = after.id
  where after.customer_id is not null and (
    after.user_id <> before.user_id or (tg_table_name = 'orders' and after.store_user_id is distinct from before.store_user_id));
  if concerned is not null then perform astra.refresh_customers(concerned); end if;
  return null;
end
$$;
create trigger follow_sellers after update on crm_leads referencing old table as before new table as after
  for each statement execute function astra.follow_sellers();
create trigger follow_sellers after update on orders referencing old table as before new table as after
  for each statement execute function astra.follow_sellers();

-- A new lead makes its buyer known to those who see it.
create function astra.know_buyer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.refresh_customers(array[new.customer_id]);
  return null;
end
$$;
create trigger know_buyer after insert on crm_leads
  for each row when (new.customer_id is not null) execute function astra.know_buyer();

-- As before, and each seller's contacts of the two become one. The merged one's rows go: old links lead on by astra.kept_customer.
create or replace function astra.merge_customers(kept uuid, merged uuid, taken text[]) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  one public.customers;
  other public.customers;
  takes_address boolean;
  chosen text[];
  moved uuid[];
begin
  -- Leads before customers, as the ingest pipeline locks them.
  perform 1 from public.crm_leads where customer_id = merged order by id for update;
  perform 1 from public.customers where id in (kept, merged) order by id for update;
  select * into one from public.customers where id = kept;
  select * into other from public.customers where id = merged;
  if one.id is null or other.id is null or one.id = other.id or one.workspace_id <> other.workspace_id
    or one.workspace_id not in (select astra.managed_workspaces())
    or one.merged_into_id is not null or other.merged_into_id is not null
  then
    raise exception 'These customers are not yours to merge.' using errcode = 'insufficient_privilege';
  end if;
  takes_address := 'address' = any (taken)
    or coalesce(one.street, one.city, one.region, one.zip, one.country) is null;
  chosen := array(
    select field from (values
      ('name', one.name, other.name), ('email', lower(one.email), lower(other.email)), ('phone', one.phone, other.phone),
      ('street', one.street, other.street), ('city', one.city, other.city), ('region', one.region, other.region),
      ('zip', one.zip, other.zip), ('country', one.country, other.country)
    ) as pair (field, ours, theirs)
    where ours <> theirs);

  update public.customers
  set merged_into_id = kept, email = null, phone = case when 'phone' = any (taken) then one.phone else other.phone end,
    store_values = store_values || jsonb_strip_nulls(jsonb_build_object(
      'email', case when 'email' = any (taken) then one.email else other.email end))
  where id = merged;
  update public.customers
  set name = case when 'name' = any (taken) then coalesce(other.name, name) else coalesce(name, other.name) end,
    email = case when 'email' = any (taken) then coalesce(other.email, email) else coalesce(email, other.email) end,
    phone = case when 'phone' = any (taken) then coalesce(other.phone, phone) else coalesce(phone, other.phone) end,
    street = case when takes_address then other.street else street end,
    city = case when takes_address then other.city else city end,
    region = case when takes_address then other.region else region end,
    zip = case when takes_address then other.zip else zip end,
    country = case when takes_address then other.country else country end,
    corrections = corrections || coalesce((
      select jsonb_object_agg(field, jsonb_build_object(
        'storeValue', one.store_values -> field, 'userId', (select auth.uid()), 'correctedAt', now()))
      from unnest(chosen) as field), '{}')
  where id = kept;

  update public.customers set merged_into_id = kept where merged_into_id = merged;
  update public.orders set customer_id = kept where customer_id = merged;
  with lead as (
    update public.crm_leads set customer_id = kept where customer_id = merged returning id
  )
  select coalesce(array_agg(id), '{}') into moved from lead;
  delete from public.customer_contacts where customer_id = merged;
  delete from public.customer_sellers where customer_id = merged;
  perform astra.refresh_customers(array[kept]);
  return query select unnest(moved);
end
$$;

revoke execute on function astra.known_currency(text), astra.count_customer_sellers(uuid[]), astra.write_shared_customers(uuid[], boolean),
  astra.shared_value(text, text, jsonb, jsonb, jsonb), astra.refresh_customers(uuid[]), astra.refresh_customer_sellers(uuid[]),
  astra.corrections_for(uuid, uuid, jsonb),
  astra.follow_sellers(), astra.know_buyer() from public;
grant execute on function astra.refresh_customers(uuid[]), astra.refresh_customer_sellers(uuid[]) to authenticated, service_role;
grant execute on function astra.known_currency(text) to authenticated, service_role;
grant execute on function astra.corrections_for(uuid, uuid, jsonb) to service_role;

-- The figures of those who bought in currencies that nobody knows, or orders that repeat others.
do $$
begin
  perform astra.count_customer_sellers(array_agg(distinct customer_id)) from orders
  where customer_id is not null and (repeats_parent or not astra.known_currency(currency));
end
$$;
