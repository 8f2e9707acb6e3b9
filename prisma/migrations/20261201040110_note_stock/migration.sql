-- Who notes that an order's stock is to be settled, and when it is.

-- Notes orders for the end of the transaction. Only its first note sets the trigger off, which takes them all.
create function astra.note_stock(order_ids uuid[]) returns void language sql security definer set search_path = '' as $$
  insert into public.stock_due (order_id, is_first)
  select noted.order_id, row_number() over () = 1
    and not exists (select from public.stock_due known where known.transaction = pg_current_xact_id()::text::bigint)
  from (select distinct unnest(order_ids) as order_id) noted where noted.order_id is not null
  on conflict do nothing
$$;

create function astra.settle_due() returns trigger language plpgsql security definer set search_path = '' as $$
declare due uuid[];
begin
  with taken as (delete from public.stock_due where transaction = pg_current_xact_id()::text::bigint returning order_id)
  select array_agg(order_id) into due from taken;
  if due is not null then
    perform astra.settle_stock(due);
  end if;
  return null;
end
$$;
create constraint trigger settle_due after insert on stock_due deferrable initially deferred
  for each row when (new.is_first) execute function astra.settle_due();

create function astra.note_new_lines() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_stock(array(select distinct order_id from added where product_sku is not null));
  return null;
end
$$;
create trigger note_stock after insert on order_items referencing new table as added
  for each statement execute function astra.note_new_lines();

-- Updates are asked row by row, by a condition that costs nothing where nothing counts: most deliveries say again what is known, and a
-- statement trigger would compare whole tables of rows for each of them.
create function astra.note_order() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_stock(array[new.order_id]);
  return null;
end
$$;
create trigger note_stock_change after update of current_quantity, product_sku on order_items
  for each row when ((old.current_quantity, old.product_sku) is distinct from (new.current_quantity, new.product_sku))
  execute function astra.note_order();
create trigger note_stock after insert on crm_leads
  for each row when (new.order_id is not null) execute function astra.note_order();

create function astra.note_order_itself() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_stock(array[new.id]);
  return null;
end
$$;
create trigger note_stock after update of status, shipment, is_test, repeats_parent, parent_order_id on orders
  for each row when (
    (old.status, old.shipment, old.is_test, old.repeats_parent, old.parent_order_id)
    is distinct from (new.status, new.shipment, new.is_test, new.repeats_parent, new.parent_order_id))
  execute function astra.note_order_itself();

create function astra.note_lead() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_stock(case tg_op when 'DELETE' then array[old.order_id] else array[old.order_id, new.order_id] end);
  return null;
end
$$;
create trigger note_stock_change after update of logistic_status, cod_status, is_test, order_id on crm_leads
  for each row when (
    (old.logistic_status, old.cod_status, old.is_test, old.order_id)
    is distinct from (new.logistic_status, new.cod_status, new.is_test, new.order_id))
  execute function astra.note_lead();
create trigger note_stock_gone after delete on crm_leads
  for each row when (old.order_id is not null) execute function astra.note_lead();

revoke execute on function astra.note_stock(uuid[]), astra.settle_due(), astra.note_new_lines(), astra.note_order(),
  astra.note_order_itself(), astra.note_lead() from public;
