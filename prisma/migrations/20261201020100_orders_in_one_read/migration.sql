-- Working an order in is one read and one write. What is to become of it is decided between the two, by pure functions of the app
-- (lib/ingest/decide.ts); here stands what has to be known for that, and under which locks. Plans are made
-- once for each connection: to plan such statements takes many times as long as to run them. They are made for tables that will have grown, so
-- that one made while these are empty does not read them whole for as long as the connection lasts.

-- Whom a store's buyer is known to be. First comes what the store's owner knows: the newest of the owner's leads with the same e-mail, else
-- phone; then whom others know, unless the owner knows them, too. So which of a seller's orders are one buyer's follows from the seller's
-- own orders alone, and nobody can ask the workspace whether an e-mail and a phone are one person's.
--
-- A phone alone is no match when both e-mails are known and differ and the names disagree: families share phones.
create function astra.match_buyer(workspace uuid, owner uuid, buyer_name text, buyer_email text, buyer_phone text) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  found_id uuid;
begin
  if buyer_email is not null then
    select lead.customer_id into found_id from public.crm_leads lead
    where lead.workspace_id = workspace and lead.customer_id is not null and owner in (lead.user_id, lead.store_user_id)
      and lead.email = buyer_email
    order by lead.arrived_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_phone is not null then
    select lead.customer_id into found_id from public.crm_leads lead
    where lead.workspace_id = workspace and lead.customer_id is not null and owner in (lead.user_id, lead.store_user_id)
      and lead.phone = buyer_phone
      and (lead.email is null or buyer_email is null or lower(lead.email) = buyer_email or astra.names_agree(lead.name, buyer_name))
    order by lead.arrived_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_email is not null then
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and lower(customer.email) = buyer_email and not exists (
      select 1 from public.customer_contacts known
      where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    limit 1;
    if found then return found_id; end if;
    -- An e-mail that a merge took off a customer still leads to the person.
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and customer.merged_into_id is not null
      and lower(customer.store_values ->> 'email') = buyer_email and not exists (
        select 1 from public.customer_contacts known
        where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    order by customer.updated_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_phone is not null then
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and customer.phone = buyer_phone
      and (customer.email is null or buyer_email is null or lower(customer.email) = buyer_email
        or astra.names_agree(customer.name, buyer_name))
      and not exists (
        select 1 from public.customer_contacts known
        where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    order by customer.created_at limit 1;
  end if;
  return found_id;
end
$$;

-- The customer that this one was merged into, or itself, locked; a merge that is on its way is waited for.
create function astra.lock_kept_customer(customer uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  kept uuid;
begin
  select coalesce(merged_into_id, id) into kept from public.customers where id = customer for no key update;
  return kept;
end
$$;

-- An order as it is before its store's news, with its lead, locked, so that a person's change waits or is seen.
create function astra.known_order(store uuid, external_id text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  known public.orders;
  lead public.crm_leads;
begin
  select * into known from public.orders where integration_id = store and external_order_id = external_id;
  if not found then return null; end if;
  select * into lead from public.crm_leads where order_id = known.id for update;
  return jsonb_build_object(
    'id', known.id, 'customerId', known.customer_id, 'externalCustomerId', known.external_customer_id, 'status', known.status,
    'shipment', known.shipment, 'shipmentSaidAt', known.shipment_said_at, 'callReason', known.call_reason, 'currency', known.currency,
    'currentTotalAmount', known.current_total_amount::text, 'receivedAmount', known.received_amount::text,
    'shippingName', known.shipping_name, 'shippingEmail', known.shipping_email, 'shippingPhone', known.shipping_phone,
    'shippingStreet', known.shipping_street, 'shippingCity', known.shipping_city, 'shippingRegion', known.shipping_region,
    'shippingZip', known.shipping_zip, 'shippingCountry', known.shipping_country) || jsonb_build_object(
    'corrections', known.corrections, 'orderCreatedAt', known.order_created_at, 'externalUpdatedAt', known.external_updated_at,
    'deletedInStoreAt', known.deleted_in_store_at, 'redactedAt', known.redacted_at,
    'wholeId', coalesce(known.parent_order_id,
      case when exists (select from public.orders part where part.parent_order_id = known.id) then known.id end),
    'lead', case when lead.id is not null then jsonb_build_object(
      'id', lead.id, 'name', lead.name, 'email', lead.email, 'phone', lead.phone, 'corrections', lead.corrections,
      'codStatus', lead.cod_status, 'logisticStatus', lead.logistic_status, 'codDecision', lead.cod_decision,
      'logisticDecision', lead.logistic_decision, 'callReason', lead.call_reason) end,
    'refunds', (
      select coalesce(jsonb_agg(jsonb_build_object('externalId', external_refund_id, 'amount', amount::text, 'saidAt', said_at,
        'isVoid', voided_at is not null)), '[]')
      from public.order_refunds where order_id = known.id));
end
$$;

-- All that is to be known to decide what an order becomes: the order, if it is known, its buyer, and the order that it is a part of. Takes
-- the locks of the order and its buyer until the transaction ends; everyone takes them in the order of their names, so that no two wait for
-- each other. Each statement sees what the one before it waited for.
create function astra.read_for_order(question jsonb) returns jsonb
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
    'order', known, 'keptCustomerId', kept, 'matchedCustomerId', matched,
    'namesAgree', kept is null or astra.names_agree(named, said ->> 'name'),
    'earlierCorrections', case when matched is not null then astra.corrections_for(matched, owner, said) end,
    'parent', (
      select jsonb_build_object('id', whole.id, 'leadId', lead_of_whole.id)
      from public.orders whole left join public.crm_leads lead_of_whole on lead_of_whole.order_id = whole.id
      where whole.integration_id = store and whole.external_order_id = question ->> 'parentId'));
end
$$;

-- How a store's deliveries are read.
create function astra.reading_store(store uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('integrationId', id, 'workspaceId', workspace_id, 'userId', user_id, 'type', type, 'name', name,
      'domain', domain, 'codGateways', cod_gateways, 'paymentMethods', payment_methods, 'statusMap', status_map,
      'defaultCountry', default_country, 'fault', store_error)
    from public.integrations where id = store);
end
$$;

-- Takes a stored delivery up until the transaction ends, and reads what its order needs. "busy": two others of its store are being worked
-- in, and it waits; "done": it is worked in already, or elsewhere. The store is told as it is now: whoever read the delivery by what the
-- store was before reads it again.
create function astra.take_up_order(delivery uuid, question jsonb) returns jsonb
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  store constant text := question ->> 'storeId';
begin
  if not pg_try_advisory_xact_lock(hashtextextended('turn 1:' || store, 0))
    and not pg_try_advisory_xact_lock(hashtextextended('turn 2:' || store, 0))
  then
    return '{"attempt": "busy"}';
  end if;
  perform from public.webhook_deliveries where id = delivery and status in ('received', 'failed') for update skip locked;
  if not found then return '{"attempt": "done"}'; end if;
  return jsonb_build_object('attempt', 'taken', 'store', astra.reading_store(store::uuid), 'known', astra.read_for_order(question));
end
$$;

do $$
declare signature text;
begin
  foreach signature in array array[
    'match_buyer(uuid, uuid, text, text, text)',
    'lock_kept_customer(uuid)',
    'known_order(uuid, text)',
    'read_for_order(jsonb)',
    'reading_store(uuid)',
    'take_up_order(uuid, jsonb)'
  ] loop
    execute format('revoke execute on function astra.%1$s from public; grant execute on function astra.%1$s to service_role', signature);
  end loop;
end
$$;
