-- What orders do to stock is reconciled, not told step by step: a rule says how much of a line should be reserved, have left and have come
-- back as it stands, and the difference to what the ledger has is written as movements. So it is right whatever came twice, late or out of
-- order, and whoever changed it. It happens once for an order, as the last thing of the transaction that changed it: a busy product is
-- locked for as short as can be, and all products of a transaction in the order of their ids.

-- Functions of plain SQL that only compute have no search path of their own: so they become part of the queries that call them. Those that read
-- are plpgsql, which keeps their plans.

-- Where the units of a line are: nowhere ("none": called off, a test, or counted by another order), on the shelf for the buyer ("held"),
-- with the courier or the buyer ("out"), or on their way back ("back"). The lead decides, since it follows the store as far as people let
-- it; an order without one stands for itself.
create function astra.stock_place(is_counted boolean, cod_status text, logistic_status text, order_status text, shipment text) returns text
language sql immutable as $$
  select case
    when not is_counted then 'none'
    when logistic_status is null then case
      when shipment = 'returned' then 'back'
      when shipment <> 'none' or order_status in ('shipped', 'delivered') then 'out'
      when order_status in ('cancelled', 'refunded') then 'none'
      else 'held'
    end
    when logistic_status = 'returned' or cod_status = 'refused' then 'back'
    when logistic_status in ('shipped', 'in_transit', 'delivered') then 'out'
    when logistic_status = 'cancelled' or cod_status in ('rejected', 'fake', 'duplicate') then 'none'
    else 'held'
  end
$$;

-- A unit that was begun is used up: 1.5 m are 2 of stock. A line is taken for a million units at most.
create function astra.stock_quantity(quantity numeric) returns integer
language sql immutable as $$
  select least(greatest(ceil(quantity), 0), 1000000)::integer
$$;

-- Which product serves a SKU of a seller's store, exactly as written, but for blanks around it: the seller's own product, else what the
-- seller's alias says, else the platform's product, else the platform's alias. What is archived serves nothing new.
create function astra.serving_product(of_workspace uuid, seller uuid, wanted_sku text) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
  select found.id from (
    select product.id, case when product.user_id is null then 3 else 1 end as rank
    from public.products product
    where product.workspace_id = of_workspace and (product.user_id = seller or product.user_id is null)
      and product.sku = wanted_sku and product.archived_at is null
    union all
    select product.id, case when alias.user_id is null then 4 else 2 end
    from public.product_aliases alias join public.products product on product.id = alias.product_id
    where alias.workspace_id = of_workspace and (alias.user_id = seller or alias.user_id is null)
      and alias.sku = wanted_sku and product.archived_at is null
  ) found order by found.rank limit 1);
end
$$;

-- Brings the ledger to where the lines of these orders stand. The lines are locked first, so that of two who change one order the later
-- sees what the earlier did. A line that changed its SKU before it left is served anew; once it left, it stays with what was sent.
create function astra.settle_stock(order_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- The lead of a whole order is the lead of what was split off from it.
  order_ids := order_ids || array(select part.id from public.orders part where part.parent_order_id = any (order_ids));
  perform 1 from public.order_items item where item.order_id = any (order_ids) order by item.id for no key update;
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
  ), served as (
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

revoke execute on function astra.stock_place(boolean, text, text, text, text), astra.stock_quantity(numeric),
  astra.serving_product(uuid, uuid, text), astra.settle_stock(uuid[]) from public;

-- Orders that are open now hold what they ordered; what left before was off the shelf already.
do $$
declare open_orders uuid[];
begin
  select array_agg(distinct item.order_id) into open_orders
  from products product join order_items item on item.workspace_id = product.workspace_id and item.product_sku = product.sku;
  if open_orders is not null then
    perform astra.settle_stock(open_orders);
  end if;
end
$$;
