-- What an owner says of payment methods and statuses, once and for past orders too: by what the past orders were last read, and a job that
-- reads them again, queued with the answer itself, whoever writes it.
create function astra.store_answers(cod_gateways text[], payment_methods jsonb, status_map jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('codGateways', to_jsonb(cod_gateways), 'paymentMethods', payment_methods, 'statusMap', status_map)
$$;

alter table integrations add column applied_answers jsonb not null default '{}';
alter table integrations disable trigger user;
update integrations set applied_answers = astra.store_answers(cod_gateways, payment_methods, status_map);
alter table integrations enable trigger user;

-- A store that is new has no past orders.
create function astra.begin_store_answers() returns trigger language plpgsql set search_path = '' as $$
begin
  new.applied_answers := astra.store_answers(new.cod_gateways, new.payment_methods, new.status_map);
  return new;
end
$$;
create trigger begin_answers before insert on integrations
  for each row execute function astra.begin_store_answers();

create function astra.queue_store_answers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('apply-store-answers', json_build_object('storeId', new.id),
    queue_name := 'apply-store-answers:' || new.id, job_key := 'apply-store-answers:' || new.id);
  return null;
end
$$;
create trigger queue_answers after update of cod_gateways, payment_methods, status_map on integrations
  for each row when (
    old.cod_gateways is distinct from new.cod_gateways
    or old.payment_methods is distinct from new.payment_methods
    or old.status_map is distinct from new.status_map)
  execute function astra.queue_store_answers();

revoke execute on function astra.store_answers(text[], jsonb, jsonb), astra.begin_store_answers(), astra.queue_store_answers()
  from public;
grant execute on function astra.store_answers(text[], jsonb, jsonb) to authenticated, service_role;

-- Deliveries are read by these: whoever writes them, they say nothing but kinds and meanings.
alter table integrations
  add constraint integrations_answers_size_check
    check (octet_length(payment_methods::text) <= 40000 and octet_length(status_map::text) <= 40000),
  add constraint integrations_payment_kinds_check check (
    not jsonb_path_exists(payment_methods, 'strict $.* ? (@.type() != "string" || !(@ == "cash_on_delivery" || @ == "prepaid" || @ == "pay_later"))')),
  add constraint integrations_meanings_check check (
    not jsonb_path_exists(status_map, 'strict $.* ? (@.type() != "string" || !(@ == "pending" || @ == "processing" || @ == "shipped" || @ == "in_transit" ||
      @ == "delivered" || @ == "returned" || @ == "cancelled" || @ == "refunded" || @ == "delivery_failed" || @ == "cancel_requested"))'));
