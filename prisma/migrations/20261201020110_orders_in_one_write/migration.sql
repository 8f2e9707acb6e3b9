-- What was decided of an order (lib/ingest/decide.ts) is written by one call.

-- Queues the alert for a new lead, unless its seller is no active member, has no chat, wants no alerts, or blocked the bot. Alerts to one
-- chat go one after another.
create function astra.queue_new_lead_alert(new_lead uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform graphile_worker.add_job('notify-new-lead', json_build_object('leadId', new_lead), queue_name := 'telegram:' || telegram_chat_id,
    job_key := 'notify-new-lead:' || new_lead, max_attempts := 15)
  from public.crm_leads lead
  join public.user_settings settings on settings.user_id = lead.user_id
  join public.memberships member on member.workspace_id = lead.workspace_id and member.user_id = settings.user_id
  where lead.id = new_lead and member.is_active and telegram_chat_id is not null and telegram_stopped_at is null and notify_new_leads;
end
$$;

-- An order's lines. Those that the store took off stay, with nothing left of them.
create function astra.write_order_lines(of_order uuid, lines jsonb, is_new boolean) returns void
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
  if not is_new then
    update public.order_items item set current_quantity = 0
    where item.order_id = of_order and item.current_quantity <> 0 and not exists (
      select from jsonb_to_recordset(lines) as line ("externalId" text) where line."externalId" = item.external_line_id);
  end if;
end
$$;

-- An order's refunds: dated rows, of which those that the store took back stay, void.
create function astra.write_order_refunds(of_order uuid, change jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.order_refunds (order_id, external_refund_id, amount, buyer_amount, buyer_currency, refunded_at, said_at)
  select of_order, refund."externalId", refund.amount, refund."buyerAmount", refund."buyerCurrency", refund."refundedAt",
    (change ->> 'saidAt')::timestamptz
  from jsonb_to_recordset(change -> 'written') as refund ("externalId" text, amount numeric, "buyerAmount" numeric, "buyerCurrency" text,
    "refundedAt" timestamptz)
  on conflict (order_id, external_refund_id) do update
  set amount = excluded.amount, buyer_amount = excluded.buyer_amount, buyer_currency = excluded.buyer_currency,
    said_at = excluded.said_at, voided_at = null;
  update public.order_refunds
  set voided_at = (change ->> 'receivedAt')::timestamptz, said_at = (change ->> 'saidAt')::timestamptz
  where order_id = of_order and change -> 'takenBack' ? external_refund_id;
  update public.orders set refunded_amount = least(received_amount, (
    select coalesce(sum(amount), 0) from public.order_refunds where order_id = of_order and voided_at is null))
  where id = of_order;
end
$$;

-- What came of a delivery. One that held data which was asked to be removed keeps only the fact that it came.
create function astra.finish_delivery(outcome jsonb) returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  update public.webhook_deliveries
  set status = outcome ->> 'status', error = outcome ->> 'error', subject = outcome ->> 'subject',
    not_understood = array(select jsonb_array_elements_text(outcome -> 'notUnderstood')),
    payload = case when (outcome ->> 'dropsPayload')::boolean then '' else payload end,
    payload_encoding = case when (outcome ->> 'dropsPayload')::boolean then 'identity' else payload_encoding end,
    traces = array(select jsonb_array_elements_text(outcome -> 'traces')::bigint),
    processed_at = now(), next_attempt_at = null, attempts = attempts + 1
  where id = (outcome ->> 'id')::uuid;
end
$$;

create function astra.write_lead_events(of_lead uuid, events jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.crm_lead_events (lead_id, type, details, occurred_at)
  select of_lead, event.type, event.details, coalesce(event."occurredAt", now())
  from jsonb_to_recordset(events) as event (type text, details jsonb, "occurredAt" timestamptz);
end
$$;

-- The lead of a new order, with its first entries and the alert to its seller; it takes over what was made of the order's parts.
create function astra.write_new_lead(placed public.orders, told jsonb, change jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  lead public.crm_leads := jsonb_populate_record(null::public.crm_leads, told);
begin
  insert into public.crm_leads (workspace_id, order_id, integration_id, user_id, customer_id, name, email, phone, corrections, source,
    cod_status, logistic_status, kpi_status, call_reason, is_test, value, arrived_at)
  values (placed.workspace_id, placed.id, placed.integration_id, placed.user_id, placed.customer_id, lead.name, lead.email, lead.phone,
    lead.corrections, lead.source, lead.cod_status, lead.logistic_status, lead.kpi_status, lead.call_reason, lead.is_test, lead.value,
    placed.order_created_at)
  returning id into lead.id;
  perform astra.write_lead_events(lead.id, change -> 'events');
  if (change ->> 'alerts')::boolean then perform astra.queue_new_lead_alert(lead.id); end if;
  if astra.join_parts(placed.integration_id, placed.id, placed.external_order_id, lead.id) and placed.customer_id is not null then
    perform astra.refresh_customers(array[placed.customer_id]);
  end if;
end
$$;

-- Writes a new order. A part of another one has no lead of its own: it is told on the lead of the whole.
create function astra.write_new_order(told jsonb, change jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  placed public.orders := jsonb_populate_record(null::public.orders, told);
  whole constant jsonb := nullif(change -> 'joins', 'null');
begin
  insert into public.orders (workspace_id, integration_id, user_id, customer_id, external_order_id, total_amount, order_created_at, external_parent_id,
      parent_relation, parent_order_id, repeats_parent, external_customer_id, order_number, status, shipment, shipment_said_at,
      call_reason, store_status, is_status_unknown, payment_status, fulfillment_status, gateways, payment_kind, is_test, currency,
      current_total_amount, received_amount, refunded_amount, amount_due, shipping_amount, tax_amount, discount_amount, fee_amount,
      taxes_included, buyer_currency, buyer_total_amount, buyer_amount_due, shipping_method, tracking_numbers, not_understood,
      external_updated_at, shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region, shipping_zip,
      shipping_country, note, attributes, company, tax_number, other_phones, buyer_address, corrections)
  values (placed.workspace_id, placed.integration_id, placed.user_id, placed.customer_id, placed.external_order_id, placed.total_amount,
      placed.order_created_at, placed.external_parent_id, placed.parent_relation, placed.parent_order_id,
      coalesce(placed.repeats_parent, false), placed.external_customer_id, placed.order_number, placed.status, placed.shipment,
      placed.shipment_said_at, placed.call_reason, placed.store_status, placed.is_status_unknown, placed.payment_status,
      placed.fulfillment_status, placed.gateways, placed.payment_kind, placed.is_test, placed.currency, placed.current_total_amount,
      placed.received_amount, placed.refunded_amount, placed.amount_due, placed.shipping_amount, placed.tax_amount, placed.discount_amount,
      placed.fee_amount, placed.taxes_included, placed.buyer_currency, placed.buyer_total_amount, placed.buyer_amount_due,
      placed.shipping_method, placed.tracking_numbers, placed.not_understood, placed.external_updated_at, placed.shipping_name,
      placed.shipping_email, placed.shipping_phone, placed.shipping_street, placed.shipping_city, placed.shipping_region,
      placed.shipping_zip, placed.shipping_country, placed.note, placed.attributes, placed.company, placed.tax_number, placed.other_phones,
      placed.buyer_address, placed.corrections)
  returning * into placed;
  perform astra.write_order_lines(placed.id, change -> 'lines', true);
  if change -> 'refunds' <> 'null' then perform astra.write_order_refunds(placed.id, change -> 'refunds'); end if;
  if whole is null then
    perform astra.write_new_lead(placed, change -> 'lead', change);
    return;
  end if;
  perform astra.refresh_whole_lead(placed.parent_order_id);
  perform astra.write_lead_events((whole ->> 'leadId')::uuid, change -> 'events');
  if placed.customer_id is not null then perform astra.refresh_customers(array[placed.customer_id]); end if;
end
$$;

-- Writes the news of a known order. What they don't name stays: where a person sent the parcel, what a person corrected.
create function astra.write_order_news(of_order uuid, told jsonb, change jsonb) returns void
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
  perform astra.write_order_lines(of_order, change -> 'lines', false);
  perform astra.write_order_refunds(of_order, change -> 'refunds');
  if change -> 'lead' <> 'null' then
    select * into lead from public.crm_leads where order_id = of_order;
    lead := jsonb_populate_record(lead, change -> 'lead');
    if told ? 'customer_id' then lead.customer_id := placed.customer_id; end if;
    update public.crm_leads set cod_status = lead.cod_status, logistic_status = lead.logistic_status, kpi_status = lead.kpi_status,
      call_reason = lead.call_reason, is_test = lead.is_test, value = lead.value, name = lead.name, email = lead.email, phone = lead.phone,
      corrections = lead.corrections, customer_id = lead.customer_id
    where id = lead.id;
    perform astra.write_lead_events(lead.id, change -> 'events');
  end if;
  if change ->> 'wholeId' is not null then perform astra.refresh_whole_lead((change ->> 'wholeId')::uuid); end if;
  if concerned <> '{}' then perform astra.refresh_customers(concerned); end if;
end
$$;

-- A customer whose last order moved to somebody else stays known to the owner of the store that named them, and to no other seller.
create function astra.leave_to_owner(customer uuid, owner uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if exists (select from public.orders where customer_id = customer) or exists (select from public.crm_leads where customer_id = customer) then
    return;
  end if;
  delete from public.customer_contacts where customer_id = customer and user_id <> owner;
  delete from public.customer_sellers where customer_id = customer and user_id <> owner;
end
$$;

-- Writes what an order became (lib/ingest/write.ts): the buyer, the order with its lines and refunds, the lead with its timeline and the alert
-- to its seller, and what came of the delivery that told of it.
create function astra.write_order(change jsonb) returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  told jsonb := change -> 'order';
  buyer constant jsonb := nullif(change -> 'newCustomer', 'null');
  customer uuid;
begin
  if buyer is not null then
    -- A new customer takes the e-mail when nobody has it.
    insert into public.customers (workspace_id, name, email, phone, street, city, region, zip, country)
    values ((change ->> 'workspaceId')::uuid, buyer ->> 'name', case when not exists (
        select from public.customers where workspace_id = (change ->> 'workspaceId')::uuid and lower(email) = buyer ->> 'email'
      ) then buyer ->> 'email' end,
      buyer ->> 'phone', buyer ->> 'street', buyer ->> 'city', buyer ->> 'region', buyer ->> 'zip', buyer ->> 'country')
    returning id into customer;
    told := told || jsonb_build_object('customer_id', customer);
  end if;
  if change ->> 'orderId' is null then perform astra.write_new_order(told, change);
  else perform astra.write_order_news((change ->> 'orderId')::uuid, told, change);
  end if;
  if change ->> 'leftCustomerId' is not null then
    perform astra.leave_to_owner((change ->> 'leftCustomerId')::uuid, (change ->> 'ownerId')::uuid);
  end if;
  if change -> 'delivery' <> 'null' then perform astra.finish_delivery(change -> 'delivery'); end if;
end
$$;

do $$
declare signature text;
begin
  foreach signature in array array[
    'queue_new_lead_alert(uuid)',
    'write_order_lines(uuid, jsonb, boolean)',
    'write_order_refunds(uuid, jsonb)',
    'finish_delivery(jsonb)',
    'write_lead_events(uuid, jsonb)',
    'write_new_lead(public.orders, jsonb, jsonb)',
    'write_new_order(jsonb, jsonb)',
    'write_order_news(uuid, jsonb, jsonb)',
    'leave_to_owner(uuid, uuid)',
    'write_order(jsonb)'
  ] loop
    execute format('revoke execute on function astra.%1$s from public; grant execute on function astra.%1$s to service_role', signature);
  end loop;
end
$$;
