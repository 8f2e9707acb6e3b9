-- Stock is settled for a few orders at a time, each looked up by its id. While a workspace is young the planner took reading all of its
-- leads and orders for as quick, which took three times as long.
alter function astra.settle_due() set enable_hashjoin = off;
alter function astra.settle_due() set enable_mergejoin = off;
alter function astra.write_orders(jsonb) set enable_hashjoin = off;
alter function astra.write_orders(jsonb) set enable_mergejoin = off;

-- What settles stock names a line's product in three conditions, and what a query names once is put into each place that reads it, unless it
-- may change what is there. The product was looked up three times for each line; said to be volatile, it is once.
alter function astra.serving_product(uuid, uuid, text) volatile;

-- As before, but that an order which is noted already, by its lines before its lead, is not looked at again.
create or replace function astra.note_stock(order_ids uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  this_transaction constant bigint := pg_current_xact_id()::text::bigint;
begin
  insert into public.stock_due (order_id, is_first)
  select noted.order_id, row_number() over () = 1
    and not exists (select from public.stock_due known where known.transaction = this_transaction)
  from (select distinct unnest(order_ids) as order_id) noted
  where noted.order_id is not null
    and not exists (
      select from public.stock_due known where known.transaction = this_transaction and known.order_id = noted.order_id)
    and exists (
      select from (
        select item.id, item.workspace_id, item.product_sku from public.order_items item where item.order_id = noted.order_id
        union all
        select item.id, item.workspace_id, item.product_sku from public.orders part join public.order_items item on item.order_id = part.id
        where part.parent_order_id = noted.order_id
      ) item
      where exists (select from public.products product where product.workspace_id = item.workspace_id and product.sku = btrim(item.product_sku))
        or exists (select from public.product_aliases alias where alias.workspace_id = item.workspace_id and alias.sku = btrim(item.product_sku))
        or exists (select from public.stock_allocations known where known.order_item_id = item.id)
    )
  on conflict do nothing;
end
$$;
