-- A delivery is received when the app has its bytes, so that it can be read while it is being stored. For the rest as before.
drop function astra.store_deliveries(jsonb, bytea);
create function astra.store_deliveries(deliveries jsonb, payloads bytea) returns table (id uuid, result text)
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
    with delivery as materialized (
      select delivery.*,
        state = astra.receiving_state(type, addresses, named) as is_current
      from jsonb_to_recordset(deliveries) as delivery (id uuid, store_id uuid, topic text, dedupe_key text, headers jsonb,
        received_at timestamptz, start int, length int, encoding text, is_large boolean, status text, error text, next_attempt_at timestamptz,
        type text, addresses text[], named uuid, state text)
    ), sign_of_life as (
      -- Written at most every ten seconds, so that a burst doesn't queue up for one row.
      update public.integrations store set last_delivery_at = now()
      where store.id in (select store_id from delivery where is_current)
        and (last_delivery_at is null or last_delivery_at < now() - interval '10 seconds' or last_delivery_at < signature_failed_at)
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

revoke execute on function astra.store_deliveries(jsonb, bytea) from public;
grant execute on function astra.store_deliveries(jsonb, bytea) to service_role;
