-- What Astra sends itself in a shop's name tells nothing of the shop: neither that it lives, nor which secret it has, nor that it is refused no more.
-- Whoever changed the secret would be told that the shop has the new one, and would lose the one that it has with the next change.
-- astra.forget_sample_delivery puts back what processes write that don't say so yet.
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
        type text, addresses text[], named uuid, state text, secret text, is_sample boolean)
    ), heard as (
      select store_id, coalesce(bool_or(secret = 'present'), false) as by_present, coalesce(bool_or(secret = 'previous'), false) as by_previous
      from delivery where is_current and is_sample is not true group by store_id
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
