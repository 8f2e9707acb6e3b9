-- As before (20261206010500), but an order dated more than a day after the store was removed was placed since, and is no old one dated anew: of a shop that
-- was built anew a change may be the first that is heard, for somebody who bought there before.
create or replace function astra.is_of_removed_store(store uuid, external_order text, placed_at timestamptz, changed_for text) returns boolean
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
begin
  return external_order <> astra.sample_order_id() and exists (
    select 1 from public.integrations own
    join public.integrations other on other.workspace_id = own.workspace_id and other.domain = own.domain and other.type = own.type
      and other.id <> own.id and (other.removed_at is not null or own.removed_at is not null)
    join public.orders placed on placed.integration_id = other.id and placed.external_order_id = external_order
      and (placed_at is null or placed.order_created_at = placed_at
        or (other.user_id = own.user_id and lower(placed.shipping_email) = lower(changed_for)
          and placed_at < coalesce(other.removed_at, own.removed_at) + interval '1 day'))
    where own.id = store
      and not exists (select 1 from public.orders known where known.integration_id = store and known.external_order_id = external_order));
end
$$;
