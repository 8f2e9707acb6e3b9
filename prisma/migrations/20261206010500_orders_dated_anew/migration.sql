-- Whether an order came under another store of the same shop, of which one was removed. It is the same when it has the same id and was placed at the
-- same moment. WooCommerce lets people date an order anew: one that is told as a change, of the same owner and for the same e-mail, is the same, too.
-- Whoever places an order in a shop that was built anew and counts from the beginning is told of as new.
create function astra.is_of_removed_store(store uuid, external_order text, placed_at timestamptz, changed_for text) returns boolean
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
begin
  return external_order <> astra.sample_order_id() and exists (
    select 1 from public.integrations own
    join public.integrations other on other.workspace_id = own.workspace_id and other.domain = own.domain and other.type = own.type
      and other.id <> own.id and (other.removed_at is not null or own.removed_at is not null)
    join public.orders placed on placed.integration_id = other.id and placed.external_order_id = external_order
      and (placed_at is null or placed.order_created_at = placed_at
        or (other.user_id = own.user_id and lower(placed.shipping_email) = lower(changed_for)))
    where own.id = store
      and not exists (select 1 from public.orders known where known.integration_id = store and known.external_order_id = external_order));
end
$$;
revoke execute on function astra.is_of_removed_store(uuid, text, timestamptz, text) from public;
grant execute on function astra.is_of_removed_store(uuid, text, timestamptz, text) to service_role;

-- As before, by it: of an order of which nothing but the id is said.
create or replace function astra.is_of_removed_store(store uuid, external_order text) returns boolean
language sql stable set search_path = '' as $$
  select astra.is_of_removed_store(store, external_order, null, null)
$$;

-- As before, and tells it of a change whose it is.
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
    'order', known,
    'isOfRemovedStore', known is null
      and astra.is_of_removed_store(store, question ->> 'externalId', (question ->> 'createdAt')::timestamptz,
        case when (question ->> 'isChange')::boolean then said ->> 'email' end),
    'keptCustomerId', kept, 'matchedCustomerId', matched,
    'namesAgree', kept is null or astra.names_agree(named, said ->> 'name'),
    'earlierCorrections', case when matched is not null then astra.corrections_for(matched, owner, said) end,
    'parent', (
      select jsonb_build_object('id', whole.id, 'leadId', lead_of_whole.id)
      from public.orders whole left join public.crm_leads lead_of_whole on lead_of_whole.order_id = whole.id
      where whole.integration_id = store and whole.external_order_id = question ->> 'parentId'));
end
$$;

drop function astra.is_of_removed_store(uuid, text, timestamptz);
