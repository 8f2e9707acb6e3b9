-- What a member writes past Astra, by SQL or through the REST API, is at most what others' pages can show: a name of fifty megabytes, a time
-- that is no date ('infinity') or details of an entry that hold anything but texts would stop the pages of everybody who sees the row. The
-- bounds are wider than those of the forms and of what stores say.

-- Nobody says what a lead is worth: its order does.
revoke insert (value), update (value) on crm_leads from authenticated;

alter table crm_leads
  add constraint crm_leads_texts_check check (greatest(length(name), length(email), length(phone)) <= 5000) not valid,
  add constraint crm_leads_times_check check (
    coalesce(call_back_at between '1970-01-01' and '2200-01-01', true) and coalesce(called_until between '1970-01-01' and '2200-01-01', true)
  ) not valid,
  drop constraint crm_leads_call_attempts_check,
  add constraint crm_leads_call_attempts_check check (call_attempts between 0 and 10000) not valid,
  drop constraint crm_leads_address_check,
  add constraint crm_leads_address_check check (
    jsonb_typeof(address) = 'object' and octet_length(address::text) <= 50000
    and not jsonb_path_exists(address, '$.* ? (@.type() != "string" && @.type() != "null")')
  ) not valid;

alter table orders add constraint orders_shipping_check check (
  greatest(length(shipping_name), length(shipping_email), length(shipping_phone), length(shipping_street), length(shipping_city),
    length(shipping_region), length(shipping_zip), length(shipping_country)) <= 5000) not valid;

alter table customers
  add constraint customers_texts_check check (
    greatest(length(name), length(email), length(phone), length(street), length(city), length(region), length(zip), length(country)) <= 5000) not valid,
  add constraint customers_corrections_check check (jsonb_typeof(corrections) = 'object' and octet_length(corrections::text) <= 200000) not valid;

alter table integrations
  add constraint integrations_texts_check check (
    length(name) <= 200 and length(domain) <= 300 and coalesce(length(paused_reason) <= 500, true)) not valid,
  add constraint integrations_gateways_size_check check (octet_length(cod_gateways::text) <= 40000) not valid;

alter table products
  add constraint products_texts_check check (length(sku) <= 2000 and length(name) <= 500 and coalesce(length(photo) <= 2000, true)) not valid,
  add constraint products_price_check check (price <> 'NaN') not valid,
  add constraint products_archived_at_check check (archived_at between '1970-01-01' and '2200-01-01') not valid;

alter table users
  add constraint users_texts_check check (length(name) <= 200 and locale ~ '^[a-z]{2,3}(-[A-Z]{2})?$' and length(timezone) <= 100) not valid;

alter table user_settings
  add constraint user_settings_list_preferences_size_check check (octet_length(list_preferences::text) <= 200000) not valid;

alter table workspaces
  add constraint workspaces_texts_check check (length(name) <= 200 and length(timezone) <= 100 and octet_length(call_rules::text) <= 10000) not valid;

alter table product_imports
  add constraint product_imports_file_name_check check (length(file_name) <= 500) not valid,
  add constraint product_imports_undone_at_check check (undone_at between '1970-01-01' and '2200-01-01') not valid;

-- As before, and a name that an account brings is cut.
create or replace function astra.sync_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.users (id, name, email)
  values (
    new.id,
    left(coalesce(nullif(btrim(astra.text_metadata(new.raw_user_meta_data, 'name')), ''), split_part(new.email, '@', 1)), 200),
    lower(new.email)
  )
  on conflict (id) do update set email = excluded.email;
  return null;
end
$$;

-- As before, and nothing that a member enters came before there were shops: a store's own dates are kept as it says them.
create or replace function astra.guard_arrival() returns trigger language plpgsql set search_path = '' as $$
begin
  -- The column rounds to milliseconds, upwards too.
  if (select auth.uid()) is not null and new.arrived_at > now() + interval '1 millisecond' then
    raise exception 'Nothing arrives in the future.' using errcode = 'check_violation', constraint = 'crm_leads_arrival';
  end if;
  if (select auth.uid()) is not null and new.arrived_at < '1970-01-01' then
    raise exception 'Nothing arrived so long ago.' using errcode = 'check_violation', constraint = 'crm_leads_arrival';
  end if;
  return new;
end
$$;

-- What the details of an entry that a person may write hold: lib/sales/timeline/details.ts.
create function astra.detail_names(type text) returns text[] language sql immutable set search_path = '' as $$
  select case
    when type = 'arrived' then array['product']
    when type = 'status_changed' then array['field', 'from', 'to', 'callBackAt', 'decisionBefore', 'callReasonBefore', 'callAttemptsBefore',
      'callBackBefore', 'isOverride', 'isUndo']
    when type = 'note' then array['text']
    when type in ('customer_corrected', 'store_value_accepted', 'correction_kept') then array['field', 'from', 'to']
    when type in ('tag_added', 'tag_removed') then array['tag']
    when type = 'reassigned' then array['from', 'to']
    when type = 'customer_merged' then array['fromId']
    else '{}' end
$$;

create function astra.guard_details() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  instant constant text := '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$';
begin
  if jsonb_typeof(new.details) <> 'object'
    or new.details - astra.detail_names(new.type) <> '{}'
    or jsonb_path_exists(new.details, '$.* ? (@.type() != "string" && @.type() != "null")')
    or octet_length(new.details::text) > 50000
    or length(new.details ->> 'text') > 2000
    or new.details ->> 'callBackAt' !~ instant
    or new.details ->> 'callBackBefore' !~ instant
  then
    raise exception 'An entry of this kind holds something else.' using errcode = 'check_violation', constraint = 'crm_lead_events_details';
  end if;
  return new;
end
$$;
create trigger guard_details before insert on crm_lead_events
  for each row when (new.user_id is not null) execute function astra.guard_details();

revoke execute on function astra.detail_names(text), astra.guard_details() from public;
