-- Who keeps the ledger true, and who may read and write it.

-- A product is made with nothing in stock, and what it has changes by its movements alone: their trigger writes it, one level down.
create function astra.guard_stock() returns trigger language plpgsql set search_path = '' as $$
begin
  if pg_trigger_depth() < 2 and (
    (tg_op = 'INSERT' and (new.stock, new.reserved) <> (0, 0))
    or (tg_op = 'UPDATE' and (new.stock, new.reserved) is distinct from (old.stock, old.reserved))
  ) then
    raise exception 'Stock is the sum of its movements: add one.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger guard_stock before insert or update of stock, reserved on products
  for each row execute function astra.guard_stock();

-- Who added a movement is whoever is signed in, and no other.
create function astra.complete_movement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.user_id := auth.uid();
  if new.order_item_id is null then
    new.quantity := new.delta;
  end if;
  return new;
end
$$;
create trigger complete_movement before insert on stock_movements
  for each row execute function astra.complete_movement();

-- How a product stands by what is available: the higher, the worse.
create function astra.stock_standing(available bigint, low_stock_at integer) returns integer
language sql immutable as $$
  select case when available < 0 then 3 when available = 0 then 2 when available <= low_stock_at then 1 else 0 end
$$;

-- How many units a movement adds to what was sold: ordered, and not called off or sent back.
create function astra.sold_by(kind text, quantity bigint, reserved_delta bigint) returns bigint
language sql immutable as $$
  select case
    when kind in ('reserve', 'release') then reserved_delta
    when kind in ('ship', 'ship_before', 'unship') then quantity + reserved_delta
    when kind in ('return_sellable', 'return_damaged') then -quantity
    else 0
  end
$$;

-- Adds the movements of a statement up and changes each product once, in the order of ids, so that no two wait for each other. A product
-- that stands otherwise than before gets an alert, and those who hear of it a job.
create function astra.add_movements() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.products product
  where product.id in (select product_id from added) order by product.id for no key update;
  with change as (
    select product_id, sum(delta)::bigint as delta, sum(reserved_delta)::bigint as reserved_delta, max(kind) as kind,
      bool_or(kind = 'stock_take') as is_counted
    from added group by product_id
  ), changed as (
    update public.products product
    set stock = product.stock + change.delta, reserved = product.reserved + change.reserved_delta,
      counted_at = case when change.is_counted then now() else product.counted_at end
    from change where change.product_id = product.id and (change.delta <> 0 or change.reserved_delta <> 0 or change.is_counted)
    returning product.id, product.workspace_id, product.low_stock_at, product.archived_at, change.kind,
      product.stock - product.reserved as available,
      product.stock - product.reserved - change.delta + change.reserved_delta as available_before
  ), standing as (
    select changed.id, changed.workspace_id, changed.available,
      astra.stock_standing(changed.available, coalesce(changed.low_stock_at, workspace.low_stock_at)) as after,
      astra.stock_standing(changed.available_before, coalesce(changed.low_stock_at, workspace.low_stock_at)) as before
    from changed join public.workspaces workspace on workspace.id = changed.workspace_id
    where changed.kind <> 'initial' and changed.archived_at is null
  )
  insert into public.stock_alerts (workspace_id, product_id, kind, available)
  select workspace_id, id, case when after < before then 'restocked' else (array['low', 'out', 'oversold'])[after] end, available
  from standing where after > before or (after < before and after < 2);
  insert into public.product_days as known (product_id, day, sold)
  select product_id, ordered_on, sum(astra.sold_by(kind, quantity, reserved_delta))
  from added where ordered_on is not null group by product_id, ordered_on
  having sum(astra.sold_by(kind, quantity, reserved_delta)) <> 0
  order by product_id, ordered_on
  on conflict (product_id, day) do update set sold = known.sold + excluded.sold;
  return null;
end
$$;
create trigger add_movements after insert on stock_movements referencing new table as added
  for each statement execute function astra.add_movements();

-- Who hears of a product's alerts: its owner, or for the platform's the admins and managers.
create function astra.stock_listeners(of_workspace uuid, owner uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select member.user_id from public.memberships member
  where member.workspace_id = of_workspace and member.is_active
    and (member.user_id = owner or (owner is null and member.role in ('admin', 'manager')))
$$;

-- One message a minute tells a person of all alerts since the one before.
create function astra.queue_stock_alerts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('notify-stock', json_build_object('userId', listening.user_id),
    queue_name := 'telegram:' || listening.telegram_chat_id, run_at := now() + interval '1 minute',
    job_key := 'notify-stock:' || listening.user_id, job_key_mode := 'preserve_run_at', max_attempts := 15)
  from (
    select distinct settings.user_id, settings.telegram_chat_id
    from added join public.products product on product.id = added.product_id
    cross join lateral astra.stock_listeners(product.workspace_id, product.user_id) as listener (user_id)
    join public.user_settings settings on settings.user_id = listener.user_id
    where settings.telegram_chat_id is not null and settings.telegram_stopped_at is null
  ) listening;
  return null;
end
$$;
create trigger queue_stock_alerts after insert on stock_alerts referencing new table as added
  for each statement execute function astra.queue_stock_alerts();

-- What was sold stays, as the order does.
create function astra.keep_sold_product() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.stock_movements where product_id = old.id and order_item_id is not null) then
    raise exception 'The product was sold.' using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger keep_sold_product before delete on products
  for each row execute function astra.keep_sold_product();

-- An alias is told by its owner of a product of the owner, or of the platform; and by the owner of the product.
create function astra.guard_alias() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.products product
    where product.id = new.product_id and product.workspace_id = new.workspace_id
      and (product.user_id is null or product.user_id is not distinct from new.user_id)
  ) then
    raise exception 'The product is not for this owner.' using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;
create trigger guard_alias before insert or update on product_aliases
  for each row execute function astra.guard_alias();
create trigger guard_owner before insert or update of user_id, workspace_id on product_aliases
  for each row execute function astra.guard_owner();

do $$
declare name text;
begin
  foreach name in array array['stock_allocations', 'product_aliases', 'product_days', 'stock_alerts'] loop
    execute format('create trigger touch_updated_at before update on public.%I for each row execute function astra.touch_updated_at()', name);
  end loop;
  foreach name in array array['stock_allocations', 'product_aliases', 'product_days', 'stock_alerts', 'stock_due'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated, service_role', name);
    execute format('create policy service on public.%I for all to service_role using (true) with check (true)', name);
  end loop;
end
$$;

-- products, stock_movements: as before, but stock is nobody's to write and a movement nobody's to change.
revoke insert, update on products from authenticated;
grant insert (id, workspace_id, user_id, sku, name, price, currency, low_stock_at),
  update (user_id, sku, name, price, currency, low_stock_at, archived_at, photo) on products to authenticated;
revoke insert, update, delete on stock_movements from authenticated, service_role;
grant insert (id, product_id, kind, delta, reason) on stock_movements to authenticated, service_role;
grant usage on sequence stock_movements_seq_seq to authenticated, service_role;
grant update (low_stock_at) on workspaces to authenticated;

-- stock_allocations, product_days, stock_alerts: read with their product, and written by the database alone
grant select on stock_allocations, product_days, stock_alerts to authenticated, service_role;
grant update (told_to) on stock_alerts to service_role;
create policy with_product on stock_allocations for select to authenticated
  using (exists (select 1 from products product where product.id = product_id));
create policy with_product on product_days for select to authenticated
  using (exists (select 1 from products product where product.id = product_id));
create policy with_product on stock_alerts for select to authenticated
  using (exists (select 1 from products product where product.id = product_id));

-- product_aliases: managers all, sellers their own; read by whoever reads the products
grant select, delete on product_aliases to authenticated, service_role;
grant insert (id, workspace_id, user_id, sku, product_id) on product_aliases to authenticated, service_role;
create policy overview_read on product_aliases for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on product_aliases for select to authenticated
  using ((user_id is null or user_id = (select auth.uid())) and workspace_id in (select astra.active_workspaces()));
create policy managers_write on product_aliases for all to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy sellers_write on product_aliases for all to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()))
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));

revoke execute on function astra.guard_stock(), astra.complete_movement(), astra.add_movements(), astra.keep_sold_product(),
  astra.guard_alias(), astra.stock_listeners(uuid, uuid), astra.queue_stock_alerts(), astra.stock_standing(bigint, integer), astra.sold_by(text, bigint, bigint) from public;
grant execute on function astra.stock_standing(bigint, integer) to authenticated, service_role;
grant execute on function astra.stock_listeners(uuid, uuid) to service_role;
