-- Kept deliveries: compressed, found by whom they name, and dropped when their time is over; large ones are the worker's.

alter table webhook_deliveries
  -- How the bytes of the payload stand for those that came; compressed here, so that Postgres need not try again.
  add column payload_encoding text not null default 'identity'
    constraint webhook_deliveries_payload_encoding_check check (payload_encoding in ('identity', 'br')),
  add column is_large boolean not null default false,
  -- Keyed hashes of the ids, e-mails and phones in the payload; null: nobody has looked yet (lib/ingest/traces.ts).
  add column traces bigint[],
  alter column payload set storage external;
update webhook_deliveries set is_large = true where next_attempt_at is not null and octet_length(payload) > 524288;

-- Traces are for redactions alone.
revoke select on webhook_deliveries from authenticated;
grant select (id, integration_id, topic, dedupe_key, headers, payload, payload_encoding, is_large, status, attempts, error, subject,
  not_understood, received_at, processed_at, next_attempt_at, created_at, updated_at) on webhook_deliveries to authenticated;

create index webhook_deliveries_traces on webhook_deliveries using gin (traces);
create index webhook_deliveries_untraced on webhook_deliveries (integration_id, received_at) where traces is null and payload <> '';
create index webhook_deliveries_large on webhook_deliveries (integration_id, received_at) where is_large and next_attempt_at is not null;
create index webhook_deliveries_kept on webhook_deliveries (integration_id, processed_at)
  where status in ('processed', 'ignored') and payload <> '';
create index orders_external_customer on orders (integration_id, external_customer_id) where external_customer_id is not null;

-- How long a workspace keeps what its stores sent, once it is worked in.
alter table workspaces add column payload_days integer not null default 90
  constraint workspaces_payload_days_check check (payload_days between 1 and 3650);
grant update (payload_days) on workspaces to authenticated;
