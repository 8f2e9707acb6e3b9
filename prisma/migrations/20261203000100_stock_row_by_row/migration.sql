-- Stock is settled for a few orders at a time, each looked up by its id. While a workspace is young the planner took reading all of its
-- leads and orders for as quick, which took three times as long.
alter function astra.settle_due() set enable_hashjoin = off;
alter function astra.settle_due() set enable_mergejoin = off;
alter function astra.write_orders(jsonb) set enable_hashjoin = off;
alter function astra.write_orders(jsonb) set enable_mergejoin = off;

-- As before, but that each line's product is looked up once: three conditions asked for it, each time anew.
create or replace function astra.settle_stock(order_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- The lead of a whole order is the lead of what was split off from it.
  order_ids := order_ids || array(select part.id from public.orders part where part.parent_order_id = any (order_ids));
  perform astra.hold_orders(order_ids);
  with line as (
    select item.id, btrim(item.product_sku) as sku, astra.stock_quantity(item.current_quantity) as quantity,
      whole.workspace_id, coalesce(whole.store_user_id, whole.user_id) as seller, whole.order_created_at,
      astra.stock_place(
        not whole.is_test and not whole.repeats_parent and not coalesce(lead.is_test, false),
        lead.cod_status, lead.logistic_status, whole.status, whole.shipment) as place
    from public.order_items item
    join public.orders whole on whole.id = item.order_id
    left join public.crm_leads lead on lead.order_id = coalesce(
      (select own.order_id from public.crm_leads own where own.order_id = whole.id), whole.parent_order_id)
    where item.order_id = any (order_ids)
  ), served as materialized (
    select line.*, known.product_id as known_id, known.shipped as known_shipped,
      known.returned_sellable, known.returned_damaged, known.not_returned, coalesce(known.reserved, 0) as known_reserved,
      case
        when known.shipped > 0 or known.sku = line.sku then known.product_id
        when line.place <> 'none' and line.quantity > 0 then astra.serving_product(line.workspace_id, line.seller, line.sku)
      end as product_id
    from line left join public.stock_allocations known on known.order_item_id = line.id
  ), standing as (
    select served.*, known_id is distinct from product_id as is_new,
      case when place = 'held' then quantity else 0 end as reserved,
      case when place in ('out', 'back') then greatest(quantity, coalesce(known_shipped, 0)) else 0 end as shipped
    from served where product_id is not null or known_id is not null
  ), counted as (
    select standing.*,
      case place when 'back' then shipped when 'out' then shipped - quantity else 0 end as came_back,
      coalesce(not_returned, 0) as gone, coalesce(returned_damaged, 0) as damaged, coalesce(returned_sellable, 0) as sellable
    from standing
  ), due as (
    -- What did not come back after all can't have been sellable: of what was said, the least good goes first.
    select counted.*,
      least(sellable, came_back) as sellable_now,
      least(damaged, greatest(came_back - sellable, 0)) as damaged_now,
      least(gone, greatest(came_back - sellable - damaged, 0)) as gone_now
    from counted
  ), forgotten as (
    delete from public.stock_allocations known using due where known.order_item_id = due.id and due.product_id is null
  ), kept as (
    insert into public.stock_allocations as known (order_item_id, product_id, sku, ordered_on, reserved, shipped, came_back,
      returned_sellable, returned_damaged, not_returned)
    select id, product_id, sku, (order_created_at at time zone 'UTC')::date, reserved, shipped, came_back,
      sellable_now, damaged_now, gone_now
    from due where product_id is not null
    on conflict (order_item_id) do update
    set product_id = excluded.product_id, sku = excluded.sku, reserved = excluded.reserved, shipped = excluded.shipped,
      came_back = excluded.came_back, returned_sellable = excluded.returned_sellable,
      returned_damaged = excluded.returned_damaged, not_returned = excluded.not_returned
    where (known.product_id, known.sku, known.reserved, known.shipped, known.came_back, known.returned_sellable,
        known.returned_damaged, known.not_returned)
      is distinct from (excluded.product_id, excluded.sku, excluded.reserved, excluded.shipped, excluded.came_back,
        excluded.returned_sellable, excluded.returned_damaged, excluded.not_returned)
  ), change as (
    select due.*,
      reserved - case when is_new then 0 else known_reserved end as reserved_change,
      shipped - case when is_new then 0 else coalesce(known_shipped, 0) end as shipped_change,
      -- It was off the shelf when the product was counted.
      is_new and place in ('out', 'back') and order_created_at < (
        select product.counted_at from public.products product where product.id = due.product_id) as left_before
    from due
  )
  insert into public.stock_movements (product_id, order_item_id, ordered_on, kind, delta, reserved_delta, quantity)
  select move.product_id, change.id, (change.order_created_at at time zone 'UTC')::date, move.kind, move.delta, move.reserved_delta,
    move.quantity
  from change cross join lateral (values
    (known_id, 'release', 0, -known_reserved, case when is_new then -known_reserved else 0 end),
    (product_id,
      case
        when left_before then 'ship_before' when shipped_change > 0 then 'ship' when shipped_change < 0 then 'unship'
        when reserved_change > 0 then 'reserve' else 'release'
      end,
      case when left_before then 0 else -shipped_change end,
      reserved_change,
      case when shipped_change <> 0 then shipped_change else reserved_change end),
    (product_id, 'return_sellable', sellable_now - sellable, 0, sellable_now - sellable),
    (product_id, 'return_damaged', 0, 0, damaged_now - damaged),
    (product_id, 'not_returned', 0, 0, gone_now - gone)
  ) as move (product_id, kind, delta, reserved_delta, quantity)
  where move.product_id is not null and move.quantity <> 0
  order by move.product_id, change.id;
end
$$;

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
