-- Orders that come at the same time are taken up together and written together: by one statement for each table, and with one commit. What a
-- single order costs is mostly what each statement, and each trigger of a statement, costs once.

-- Takes stored deliveries up until the transaction ends, and reads what their orders need. Of each is told: "busy": two others of its store
-- are being worked in, and it waits; "done": it is worked in already, or elsewhere; "alone": somebody has its order or its buyer, and the
-- others are not to wait for that. Only one that is asked for with `waits` waits for these. The store is told as it is now: whoever read the
-- delivery by what the store was before reads it again.
create function astra.take_up_orders(asked jsonb, waits boolean) returns jsonb
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  one jsonb;
  question jsonb;
  attempt text;
  answers jsonb := '[]';
begin
  -- Nor are they to wait for whoever holds a row.
  if not waits then perform set_config('lock_timeout', '250ms', true); end if;
  for one in select jsonb_array_elements(asked) loop
    question := one -> 'question';
    attempt := astra.take_up_delivery((one ->> 'delivery')::uuid, question ->> 'storeId');
    if attempt = 'taken' and not waits and not astra.try_locks(question -> 'locks') then attempt := 'alone'; end if;
    answers := answers || case when attempt = 'taken'
      then jsonb_build_object('attempt', 'taken', 'store', astra.reading_store((question ->> 'storeId')::uuid),
        'known', astra.read_for_order(question))
      else jsonb_build_object('attempt', attempt) end;
  end loop;
  return answers;
end
$$;

create function astra.take_up_delivery(delivery uuid, store text) returns text
language plpgsql set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('turn 1:' || store, 0))
    and not pg_try_advisory_xact_lock(hashtextextended('turn 2:' || store, 0))
  then
    return 'busy';
  end if;
  perform from public.webhook_deliveries where id = delivery and status in ('received', 'failed') for update skip locked;
  return case when found then 'taken' else 'done' end;
end
$$;

-- Takes all of these locks, if nobody has any. Whoever never waits for one may take them in any order.
create function astra.try_locks(names jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  name text;
begin
  for name in select jsonb_array_elements_text(names) loop
    if not pg_try_advisory_xact_lock(hashtextextended(name, 0)) then return false; end if;
  end loop;
  return true;
end
$$;

drop function astra.take_up_order(uuid, jsonb);

-- Writes what orders became (lib/ingest/write.ts): buyers, new orders with their lines, refunds and leads, the news of known ones, timelines and
-- alerts, and what came of the deliveries that told of them. What there is none of is left out.
create function astra.write_orders(change jsonb) returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  one jsonb;
begin
  if change ? 'customers' then perform astra.write_new_customers(change -> 'customers'); end if;
  if change ? 'orders' then perform astra.write_new_orders(change -> 'orders', change -> 'lines'); end if;
  for one in select jsonb_array_elements(change -> 'refunds') loop
    perform astra.write_order_refunds((one ->> 'orderId')::uuid, one);
  end loop;
  if change ? 'leads' then perform astra.write_new_leads(change -> 'leads'); end if;
  for one in select jsonb_array_elements(change -> 'parts') loop
    perform astra.refresh_whole_lead((one ->> 'wholeId')::uuid);
    if one ->> 'customerId' is not null then perform astra.refresh_customers(array[(one ->> 'customerId')::uuid]); end if;
  end loop;
  for one in select jsonb_array_elements(change -> 'news') loop
    perform astra.write_order_news((one ->> 'orderId')::uuid, one -> 'order', one);
  end loop;
  if change ? 'events' then perform astra.write_lead_events(change -> 'events'); end if;
  if change ? 'alerts' then perform astra.queue_new_lead_alert(id::uuid) from jsonb_array_elements_text(change -> 'alerts') id; end if;
  if change ? 'leads' then perform astra.join_all_parts(change -> 'leads'); end if;
  if change ? 'deliveries' then perform astra.finish_deliveries(change -> 'deliveries'); end if;
end
$$;

-- A new customer takes the e-mail when nobody has it.
create function astra.write_new_customers(customers jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.customers (id, workspace_id, name, email, phone, street, city, region, zip, country, store_values)
  select buyer.id, buyer.workspace_id, buyer.name, case when known.id is null then buyer.email end, buyer.phone, buyer.street, buyer.city,
    buyer.region, buyer.zip, buyer.country, jsonb_strip_nulls(jsonb_build_object('name', buyer.name, 'email', buyer.email, 'phone', buyer.phone,
      'street', buyer.street, 'city', buyer.city, 'region', buyer.region, 'zip', buyer.zip, 'country', buyer.country))
  from jsonb_to_recordset(customers) as buyer (id uuid, workspace_id uuid, name text, email text, phone text, street text, city text, region text,
    zip text, country text)
  left join lateral (
    select customer.id from public.customers customer
    where customer.workspace_id = buyer.workspace_id and lower(customer.email) = buyer.email limit 1
  ) known on true;
end
$$;

create function astra.write_new_orders(orders jsonb, lines jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.orders (id, workspace_id, integration_id, user_id, customer_id, external_order_id, total_amount, order_created_at,
    external_parent_id, parent_relation, parent_order_id, repeats_parent, external_customer_id, order_number, status, shipment,
    shipment_said_at, call_reason, store_status, is_status_unknown, payment_status, fulfillment_status, gateways, payment_kind, is_test, currency,
    current_total_amount, received_amount, refunded_amount, amount_due, shipping_amount, tax_amount, discount_amount, fee_amount,
    taxes_included, buyer_currency, buyer_total_amount, buyer_amount_due, shipping_method, tracking_numbers, not_understood,
    external_updated_at, shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region, shipping_zip,
    shipping_country, note, attributes, company, tax_number, other_phones, buyer_address, corrections)
  select id, workspace_id, integration_id, user_id, customer_id, external_order_id, total_amount, order_created_at,
    external_parent_id, parent_relation, parent_order_id, coalesce(repeats_parent, false), external_customer_id, order_number, status, shipment,
    shipment_said_at, call_reason, store_status, is_status_unknown, payment_status, fulfillment_status, gateways, payment_kind, is_test, currency,
    current_total_amount, received_amount, refunded_amount, amount_due, shipping_amount, tax_amount, discount_amount, fee_amount,
    taxes_included, buyer_currency, buyer_total_amount, buyer_amount_due, shipping_method, tracking_numbers, not_understood,
    external_updated_at, shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region, shipping_zip,
    shipping_country, note, attributes, company, tax_number, other_phones, buyer_address, corrections
  from jsonb_populate_recordset(null::public.orders, orders);
  insert into public.order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity,
    price_per_unit, line_total, attributes)
  select line."orderId", line."externalId", line.position, line.sku, line.name, line.quantity, line."currentQuantity", line."pricePerUnit",
    line."lineTotal", line.attributes
  from jsonb_to_recordset(lines) as line ("orderId" uuid, "externalId" text, position int, sku text, name text, quantity numeric,
    "currentQuantity" numeric, "pricePerUnit" numeric, "lineTotal" numeric, attributes jsonb);
end
$$;

create function astra.write_new_leads(leads jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.crm_leads (id, workspace_id, order_id, integration_id, user_id, customer_id, name, email, phone, corrections, source,
    cod_status, logistic_status, kpi_status, call_reason, is_test, value, arrived_at)
  select id, workspace_id, order_id, integration_id, user_id, customer_id, name, email, phone, corrections, source,
    cod_status, logistic_status, kpi_status, call_reason, is_test, value, arrived_at
  from jsonb_populate_recordset(null::public.crm_leads, leads);
end
$$;

-- New orders take over what was made of parts that came before them. Hardly any has some.
create function astra.join_all_parts(leads jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  whole record;
begin
  for whole in
    select placed.id, placed.integration_id, placed.external_order_id, placed.customer_id, lead.id as lead_id
    from jsonb_to_recordset(leads) as lead (id uuid, order_id uuid)
    cross join lateral (select * from public.orders where id = lead.order_id) placed
    where exists (
      select from public.orders part
      where part.integration_id = placed.integration_id and part.external_parent_id = placed.external_order_id
        and part.parent_order_id is null limit 1)
  loop
    if astra.join_parts(whole.integration_id, whole.id, whole.external_order_id, whole.lead_id) and whole.customer_id is not null then
      perform astra.refresh_customers(array[whole.customer_id]);
    end if;
  end loop;
end
$$;

create function astra.write_lead_events(events jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.crm_lead_events (lead_id, type, details, occurred_at)
  select event."leadId", event.type, event.details, coalesce(event."occurredAt", now())
  from jsonb_to_recordset(events) as event ("leadId" uuid, type text, details jsonb, "occurredAt" timestamptz);
end
$$;

-- What came of deliveries. One that held data which was asked to be removed keeps only the fact that it came.
create function astra.finish_deliveries(outcomes jsonb) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update public.webhook_deliveries delivery
  set status = outcome.status, error = outcome.error, subject = outcome.subject, not_understood = outcome."notUnderstood",
    payload = case when outcome."dropsPayload" then '' else delivery.payload end,
    payload_encoding = case when outcome."dropsPayload" then 'identity' else delivery.payload_encoding end,
    traces = outcome.traces, processed_at = now(), next_attempt_at = null, attempts = delivery.attempts + 1
  from jsonb_to_recordset(outcomes) as outcome (id uuid, status text, error text, subject text, "notUnderstood" text[],
    "dropsPayload" boolean, traces bigint[])
  where delivery.id = outcome.id;
end
$$;

-- The lines of a known order. Those that the store took off stay, with nothing left of them.
drop function astra.write_order_lines(uuid, jsonb, boolean);
create function astra.write_order_lines(of_order uuid, lines jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity,
    price_per_unit, line_total, attributes)
  select of_order, line."externalId", line.position, line.sku, line.name, line.quantity, line."currentQuantity", line."pricePerUnit",
    line."lineTotal", line.attributes
  from jsonb_to_recordset(lines) as line ("externalId" text, position int, sku text, name text, quantity numeric, "currentQuantity" numeric,
    "pricePerUnit" numeric, "lineTotal" numeric, attributes jsonb)
  on conflict (order_id, external_line_id) do update
  set position = excluded.position, product_sku = excluded.product_sku, product_name = excluded.product_name,
    quantity = excluded.quantity, current_quantity = excluded.current_quantity, price_per_unit = excluded.price_per_unit,
    line_total = excluded.line_total, attributes = excluded.attributes;
  update public.order_items item set current_quantity = 0
  where item.order_id = of_order and item.current_quantity <> 0 and not exists (
    select from jsonb_to_recordset(lines) as line ("externalId" text) where line."externalId" = item.external_line_id);
end
$$;

-- Writes the news of a known order. What they don't name stays: where a person sent the parcel, what a person corrected.
create or replace function astra.write_order_news(of_order uuid, told jsonb, change jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  placed public.orders;
  lead public.crm_leads;
  concerned uuid[];
begin
  select * into placed from public.orders where id = of_order;
  concerned := array[placed.customer_id];
  placed := jsonb_populate_record(placed, told);
  concerned := array(select distinct id from unnest(concerned || placed.customer_id) id where id is not null order by id);
  update public.orders set (customer_id, total_amount, external_customer_id, order_number, status, shipment, shipment_said_at, call_reason, store_status,
      is_status_unknown, payment_status, fulfillment_status, gateways, payment_kind, is_test, currency, current_total_amount,
      received_amount, refunded_amount, amount_due, shipping_amount, tax_amount, discount_amount, fee_amount, taxes_included,
      buyer_currency, buyer_total_amount, buyer_amount_due, shipping_method, tracking_numbers, not_understood, external_updated_at,
      shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region, shipping_zip, shipping_country, note,
      attributes, company, tax_number, other_phones, buyer_address, corrections, deleted_in_store_at) = (placed.customer_id, placed.total_amount, placed.external_customer_id, placed.order_number, placed.status, placed.shipment,
      placed.shipment_said_at, placed.call_reason, placed.store_status, placed.is_status_unknown, placed.payment_status,
      placed.fulfillment_status, placed.gateways, placed.payment_kind, placed.is_test, placed.currency, placed.current_total_amount,
      placed.received_amount, placed.refunded_amount, placed.amount_due, placed.shipping_amount, placed.tax_amount, placed.discount_amount,
      placed.fee_amount, placed.taxes_included, placed.buyer_currency, placed.buyer_total_amount, placed.buyer_amount_due,
      placed.shipping_method, placed.tracking_numbers, placed.not_understood, placed.external_updated_at, placed.shipping_name,
      placed.shipping_email, placed.shipping_phone, placed.shipping_street, placed.shipping_city, placed.shipping_region,
      placed.shipping_zip, placed.shipping_country, placed.note, placed.attributes, placed.company, placed.tax_number, placed.other_phones,
      placed.buyer_address, placed.corrections, placed.deleted_in_store_at)
  where id = of_order;
  perform astra.write_order_lines(of_order, change -> 'lines');
  perform astra.write_order_refunds(of_order, change -> 'refunds');
  if change -> 'lead' <> 'null' then
    select * into lead from public.crm_leads where order_id = of_order;
    lead := jsonb_populate_record(lead, change -> 'lead');
    if told ? 'customer_id' then lead.customer_id := placed.customer_id; end if;
    update public.crm_leads set cod_status = lead.cod_status, logistic_status = lead.logistic_status, kpi_status = lead.kpi_status,
      call_reason = lead.call_reason, is_test = lead.is_test, value = lead.value, name = lead.name, email = lead.email, phone = lead.phone,
      corrections = lead.corrections, customer_id = lead.customer_id
    where id = lead.id;
  end if;
  if change ->> 'wholeId' is not null then perform astra.refresh_whole_lead((change ->> 'wholeId')::uuid); end if;
  if concerned <> '{}' then perform astra.refresh_customers(concerned); end if;
  if change ->> 'leftCustomerId' is not null then
    perform astra.leave_to_owner((change ->> 'leftCustomerId')::uuid, (change ->> 'ownerId')::uuid);
  end if;
end
$$;

drop function astra.write_order(jsonb);
drop function astra.write_new_order(jsonb, jsonb);
drop function astra.write_new_lead(public.orders, jsonb, jsonb);
drop function astra.write_lead_events(uuid, jsonb);
drop function astra.finish_delivery(jsonb);

do $$
declare signature text;
begin
  foreach signature in array array[
    'take_up_orders(jsonb, boolean)',
    'take_up_delivery(uuid, text)',
    'try_locks(jsonb)',
    'write_orders(jsonb)',
    'write_new_customers(jsonb)',
    'write_new_orders(jsonb, jsonb)',
    'write_new_leads(jsonb)',
    'join_all_parts(jsonb)',
    'write_lead_events(jsonb)',
    'finish_deliveries(jsonb)',
    'write_order_lines(uuid, jsonb)'
  ] loop
    execute format('revoke execute on function astra.%1$s from public; grant execute on function astra.%1$s to service_role', signature);
  end loop;
end
$$;
