-- A secret is changed without anybody waiting: which of the two signs is noted, so that the store's page can say when the old one is not needed
-- any more. A refused delivery says why, as far as it can be told. A store can be removed: what came of it stays, and its domain is free again.
alter table integrations
  add column secret_used_at timestamptz(3),
  add column previous_secret_until timestamptz(3),
  add column previous_secret_used_at timestamptz(3),
  add column refusal jsonb,
  add column refusals integer not null default 0,
  add column resumed_at timestamptz(3),
  add column removed_at timestamptz(3),
  add constraint integrations_refusal_check check (jsonb_typeof(refusal -> 'cause') = 'string' and octet_length(refusal::text) <= 600),
  add constraint integrations_refusals_check check (refusals between 0 and 1000),
  add constraint integrations_removed_check check (removed_at is null or not is_active);

update integrations store set previous_secret_until = secrets.previous_valid_until
from integration_secrets secrets where secrets.integration_id = store.id and secrets.previous_valid_until > now();
update integrations set secret_used_at = last_delivery_at
where last_delivery_at is not null and (secret_changed_at is null or last_delivery_at > secret_changed_at + interval '24 hours');

-- A domain is one store's of those that are there.
drop index integrations_workspace_id_domain_key;
create unique index integrations_workspace_id_domain_key on integrations (workspace_id, domain) where removed_at is null;
create index integrations_workspace_id_idx on integrations (workspace_id);
create index integrations_removed on integrations (workspace_id, domain) where removed_at is not null;

-- Nobody changes a store that was removed: it is a name that orders bear.
create policy removed_stays on integrations as restrictive for update to authenticated
  using (removed_at is null) with check (removed_at is null);
create policy removed_is_kept on integrations as restrictive for delete to authenticated using (removed_at is null);

-- How long nothing came is counted from when a store was taken up again.
create function astra.note_resumption() returns trigger language plpgsql set search_path = '' as $$
begin
  new.resumed_at := now();
  return new;
end
$$;
create trigger note_resumption before update of is_active on integrations
  for each row when (new.is_active and not old.is_active) execute function astra.note_resumption();

create function astra.may_edit_store(store_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.integrations store
    where store.id = store_id and store.removed_at is null
      and (
        store.workspace_id in (select astra.admin_workspaces())
        or (
          store.id in (select astra.own_stores())
          and store.workspace_id not in (select astra.managed_workspaces())
        )
      )
  )
$$;

-- Writes the secrets of a store that the person may edit. Nothing reads them back for a person. The one before counts for another day; when it
-- has signed nothing (who mistyped it changes it again), the one before that does.
create or replace function astra.set_store_secrets(store_id uuid, new_webhook_secret text, new_admin_access_token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  is_used boolean;
  is_change boolean;
begin
  if not astra.may_edit_store(store_id) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  select secret_used_at is not null into is_used from public.integrations where id = store_id for no key update;
  is_change := exists (select 1 from public.integration_secrets where integration_id = store_id);
  insert into public.integration_secrets as kept (integration_id, webhook_secret, admin_access_token)
  values (store_id, new_webhook_secret, new_admin_access_token)
  on conflict (integration_id) do update
  set webhook_secret = excluded.webhook_secret,
      previous_webhook_secret = case when not is_used and kept.previous_valid_until > now()
        then kept.previous_webhook_secret else kept.webhook_secret end,
      previous_valid_until = now() + interval '24 hours',
      admin_access_token = coalesce(excluded.admin_access_token, kept.admin_access_token);
  if is_change then
    update public.integrations
    set secret_changed_at = now(), secret_used_at = null, previous_secret_until = now() + interval '24 hours', previous_secret_used_at = null
    where id = store_id;
  end if;
end
$$;

-- From now on only the present secret counts. The one before is kept: whoever still signs with it is to be told so.
create function astra.end_previous_secret(store_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not astra.may_edit_store(store_id) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  update public.integrations set previous_secret_until = null where id = store_id;
  update public.integration_secrets set previous_valid_until = now() where integration_id = store_id and previous_valid_until > now();
end
$$;

-- Removes a store that the person may edit. What it sent before and was taken is still worked in; its secrets stay, so that the shop can be told.
create function astra.remove_store(store_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not astra.may_edit_store(store_id) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  update public.integrations set removed_at = now(), is_active = false, paused_reason = null where id = store_id;
end
$$;

-- The stores whose delivery it may be, the likeliest first; those that were removed last, so that they take nothing from one that is there.
create function astra.sending_stores(store_type text, addresses text[], named uuid)
returns table (id uuid, is_active boolean, is_removed boolean, present text, previous text)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    select store.id, store.is_active, store.removed_at is not null, secrets.webhook_secret,
      case when secrets.previous_valid_until > now() then secrets.previous_webhook_secret end
    from public.integrations store join public.integration_secrets secrets on secrets.integration_id = store.id
    where store.type = store_type and (
      store.domain = any (addresses)
      -- The host alone is the last of the addresses.
      or (store.id = named and split_part(store.domain, '/', 1) = addresses[cardinality(addresses)]))
    order by store.removed_at is not null, (store.id = named) desc nulls last, length(store.domain) desc, store.last_delivery_at is null,
      store.created_at
    limit 20;
end
$$;

-- As processes ask that know of no removal.
create or replace function astra.receiving_stores(store_type text, addresses text[], named uuid)
returns table (id uuid, is_active boolean, present text, previous text)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    select store.id, store.is_active, store.present, store.previous
    from astra.sending_stores(store_type, addresses, named) store where not store.is_removed;
end
$$;

create or replace function astra.receiving_state(store_type text, addresses text[], named uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(string_agg(concat_ws(' ', store.id, store.is_active, store.is_removed, md5(store.present), md5(store.previous)), ','
      order by place), '')
    from astra.sending_stores(store_type, addresses, named) with ordinality as store (id, is_active, is_removed, present, previous, place));
end
$$;

-- Of each delivery is told which secret signed it: 'present' or 'previous'; not by processes that don't know yet.
create or replace function astra.store_deliveries(deliveries jsonb, payloads bytea) returns table (id uuid, result text)
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
    with delivery as materialized (
      select delivery.*,
        state = astra.receiving_state(type, addresses, named) as is_current
      from jsonb_to_recordset(deliveries) as delivery (id uuid, store_id uuid, topic text, dedupe_key text, headers jsonb,
        received_at timestamptz, start int, length int, encoding text, is_large boolean, status text, error text, next_attempt_at timestamptz,
        type text, addresses text[], named uuid, state text, secret text)
    ), heard as (
      select store_id, coalesce(bool_or(secret = 'present'), false) as by_present, coalesce(bool_or(secret = 'previous'), false) as by_previous
      from delivery where is_current group by store_id
    ), sign_of_life as (
      -- Written at most every ten seconds, so that a burst doesn't queue up for one row, and when a secret is used for the first time.
      update public.integrations store
      set last_delivery_at = now(), refusals = 0,
        secret_used_at = case when heard.by_present then now() else store.secret_used_at end,
        previous_secret_used_at = case when heard.by_previous then now() else store.previous_secret_used_at end
      from heard
      where store.id = heard.store_id
        and (store.last_delivery_at is null or store.last_delivery_at < now() - interval '10 seconds'
          or store.last_delivery_at < store.signature_failed_at
          or (heard.by_present and store.secret_used_at is null) or (heard.by_previous and store.previous_secret_used_at is null))
    ), stored as (
      insert into public.webhook_deliveries (id, integration_id, topic, dedupe_key, headers, received_at, payload, payload_encoding, is_large,
        status, error, next_attempt_at)
      select id, store_id, topic, dedupe_key, headers, received_at, substring(payloads from start + 1 for length), encoding, is_large, status,
        error, next_attempt_at
      from delivery where is_current
      on conflict (integration_id, dedupe_key) do nothing
      returning id
    )
    select delivery.id, case when not delivery.is_current then 'changed' when stored.id is null then 'duplicate' else 'stored' end
    from delivery left join stored on stored.id = delivery.id;
end
$$;

-- The stores that lists can be filtered by; of two with one name one may have been removed.
create function astra.store_choices(of_workspace uuid) returns table (id uuid, name text, is_removed boolean)
language sql stable security definer set search_path = '' rows 200 as $$
  select named.id, named.name, store.removed_at is not null
  from astra.store_names(of_workspace) named join public.integrations store on store.id = named.id
$$;

revoke execute on function astra.store_choices(uuid), astra.may_edit_store(uuid), astra.end_previous_secret(uuid), astra.remove_store(uuid),
  astra.note_resumption(), astra.sending_stores(text, text[], uuid) from public;
grant execute on function astra.store_choices(uuid), astra.may_edit_store(uuid), astra.end_previous_secret(uuid), astra.remove_store(uuid) to authenticated;
grant execute on function astra.sending_stores(text, text[], uuid) to service_role;

-- What a shop tells of an order that came under a store which was removed makes no second sale of it under the one that is there now.
create function astra.is_of_removed_store(store uuid, external_order text) returns boolean
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
begin
  return exists (
    select 1 from public.integrations present
    join public.integrations removed on removed.workspace_id = present.workspace_id and removed.domain = present.domain
      and removed.removed_at is not null and removed.type = present.type and removed.id <> present.id
    join public.orders placed on placed.integration_id = removed.id and placed.external_order_id = external_order
    where present.id = store
      and not exists (select 1 from public.orders own where own.integration_id = store and own.external_order_id = external_order));
end
$$;
revoke execute on function astra.is_of_removed_store(uuid, text) from public;
grant execute on function astra.is_of_removed_store(uuid, text) to service_role;

-- All that is to be known to decide what an order becomes: the order, if it is known, its buyer, and the order that it is a part of. Takes
-- the locks of the order and its buyer until the transaction ends; everyone takes them in the order of their names, so that no two wait for
-- each other. Each statement sees what the one before it waited for.
create or replace function astra.read_for_order(question jsonb) returns jsonb
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  store constant uuid := question ->> 'storeId';
  owner constant uuid := question ->> 'ownerId';
  said constant jsonb := question -> 'said';
  name text;
  known jsonb;
  lead jsonb;
  named text;
  matched uuid;
  kept uuid;
begin
  for name in select jsonb_array_elements_text(question -> 'locks') loop
    perform pg_advisory_xact_lock(hashtextextended(name, 0));
  end loop;
  known := astra.known_order(store, question ->> 'externalId');
  lead := nullif(known -> 'lead', 'null');
  if known is not null and known ->> 'customerId' is not null then
    kept := astra.lock_kept_customer((known ->> 'customerId')::uuid);
    named := case when lead is null then known ->> 'shippingName' when lead -> 'corrections' ? 'name' then lead #>> '{corrections,name,said}'
      else lead ->> 'name' end;
  end if;
  -- Whoever is named the same as before is not looked for.
  if kept is null or lead is null
    or (case when lead -> 'corrections' ? 'email' then lead #>> '{corrections,email,said}' else lead ->> 'email' end) is distinct from said ->> 'email'
    or (case when lead -> 'corrections' ? 'phone' then lead #>> '{corrections,phone,said}' else lead ->> 'phone' end) is distinct from said ->> 'phone'
  then
    matched := astra.lock_kept_customer(astra.match_buyer((question ->> 'workspaceId')::uuid, owner, said ->> 'name', said ->> 'email',
      question ->> 'dialled'));
  end if;
  return jsonb_build_object(
    'order', known, 'isOfRemovedStore', known is null and astra.is_of_removed_store(store, question ->> 'externalId'), 'keptCustomerId', kept, 'matchedCustomerId', matched,
    'namesAgree', kept is null or astra.names_agree(named, said ->> 'name'),
    'earlierCorrections', case when matched is not null then astra.corrections_for(matched, owner, said) end,
    'parent', (
      select jsonb_build_object('id', whole.id, 'leadId', lead_of_whole.id)
      from public.orders whole left join public.crm_leads lead_of_whole on lead_of_whole.order_id = whole.id
      where whole.integration_id = store and whole.external_order_id = question ->> 'parentId'));
end
$$;
