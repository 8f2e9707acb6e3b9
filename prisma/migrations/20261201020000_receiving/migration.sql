-- A webhook is received by one statement: it stores deliveries, and only if the stores that they may belong to are still those by which the
-- app let them in. What a process remembers of stores may be old; it is never acted on when it is.

-- The stores that a delivery may belong to, the likeliest first (lib/ingest/stores.ts).
create function astra.receiving_stores(store_type text, addresses text[], named uuid)
returns table (id uuid, is_active boolean, present text, previous text)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    select store.id, store.is_active, secrets.webhook_secret,
      case when secrets.previous_valid_until > now() then secrets.previous_webhook_secret end
    from public.integrations store join public.integration_secrets secrets on secrets.integration_id = store.id
    where store.type = store_type and (
      store.domain = any (addresses)
      -- The host alone is the last of the addresses.
      or (store.id = named and split_part(store.domain, '/', 1) = addresses[cardinality(addresses)]))
    order by (store.id = named) desc nulls last, length(store.domain) desc, store.last_delivery_at is null, store.created_at
    limit 20;
end
$$;

-- One text that is another one as soon as anything of these stores is.
create function astra.receiving_state(store_type text, addresses text[], named uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(string_agg(concat_ws(' ', store.id, store.is_active, md5(store.present), md5(store.previous)), ',' order by place), '')
    from astra.receiving_stores(store_type, addresses, named) with ordinality as store (id, is_active, present, previous, place));
end
$$;

-- Stores deliveries, whose payloads stand one after the other in `payloads`. Of each it says whether it was stored, or was seen before, or
-- the stores that it may belong to have changed since the app looked; the unique key decides which of two simultaneous copies counts.
create function astra.store_deliveries(deliveries jsonb, payloads bytea)
returns table (id uuid, result text, received_at timestamptz)
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
    with delivery as materialized (
      select delivery.*,
        state = astra.receiving_state(type, addresses, named) as is_current
      from jsonb_to_recordset(deliveries) as delivery (id uuid, store_id uuid, topic text, dedupe_key text, headers jsonb, start int,
        length int, encoding text, is_large boolean, status text, error text, next_attempt_at timestamptz, type text, addresses text[],
        named uuid, state text)
    ), sign_of_life as (
      -- Written at most every ten seconds, so that a burst doesn't queue up for one row.
      update public.integrations store set last_delivery_at = now()
      where store.id in (select store_id from delivery where is_current)
        and (last_delivery_at is null or last_delivery_at < now() - interval '10 seconds' or last_delivery_at < signature_failed_at)
    ), stored as (
      insert into public.webhook_deliveries (id, integration_id, topic, dedupe_key, headers, payload, payload_encoding, is_large, status,
        error, next_attempt_at)
      select id, store_id, topic, dedupe_key, headers, substring(payloads from start + 1 for length), encoding, is_large, status, error,
        next_attempt_at
      from delivery where is_current
      on conflict (integration_id, dedupe_key) do nothing
      returning id, received_at
    )
    select delivery.id,
      case when not delivery.is_current then 'changed' when stored.id is null then 'duplicate' else 'stored' end, stored.received_at
    from delivery left join stored on stored.id = delivery.id;
end
$$;

revoke execute on function astra.receiving_stores(text, text[], uuid), astra.receiving_state(text, text[], uuid),
  astra.store_deliveries(jsonb, bytea) from public;
grant execute on function astra.receiving_stores(text, text[], uuid), astra.receiving_state(text, text[], uuid),
  astra.store_deliveries(jsonb, bytea) to service_role;
