-- What people say of stock beside its movements: what came back, and which past orders a product serves.

-- Who keeps a product's stock: admins and managers all, sellers their own; without a person, the system.
create function astra.keeps_stock(of_workspace uuid, owner uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select (select auth.uid()) is null
    or of_workspace in (select astra.managed_workspaces())
    or (owner = (select auth.uid()) and of_workspace in (select astra.editing_workspaces()))
$$;

-- Says of units that came back whether they are sellable, damaged or never came: answers nothing twice, and no more than there is to check.
create function astra.answer_return(item_id uuid, sellable integer, damaged integer, gone integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  line public.stock_allocations;
begin
  perform 1 from public.order_items item where item.id = item_id for no key update;
  select known.* into line from public.stock_allocations known
  join public.products product on product.id = known.product_id
  where known.order_item_id = item_id and astra.keeps_stock(product.workspace_id, product.user_id);
  if line is null then
    raise exception 'This stock is not yours to keep.' using errcode = 'insufficient_privilege';
  end if;
  if least(sellable, damaged, gone) < 0 or sellable + damaged + gone not between 1 and line.to_check then
    raise exception 'There is not so much to check.' using errcode = 'check_violation', constraint = 'stock_allocations_to_check';
  end if;
  update public.stock_allocations known
  set returned_sellable = known.returned_sellable + sellable, returned_damaged = known.returned_damaged + damaged,
    not_returned = known.not_returned + gone
  where known.order_item_id = item_id;
  insert into public.stock_movements (product_id, order_item_id, ordered_on, kind, delta, quantity)
  select line.product_id, item_id, line.ordered_on, answer.kind, answer.delta, answer.quantity
  from (values ('return_sellable', sellable, sellable), ('return_damaged', 0, damaged), ('not_returned', 0, gone))
    as answer (kind, delta, quantity)
  where answer.quantity > 0;
end
$$;

-- Has past orders with a SKU that nothing served be served now, so many at a time; answers how many there were. With take_over, what the
-- platform's product has reserved for the owner's stores and not sent is served by the owner's own product, too.
create function astra.serve_past_orders(of_workspace uuid, owner uuid, wanted_sku text, take_over boolean, at_most integer)
returns integer language plpgsql security definer set search_path = '' as $$
declare found uuid[];
begin
  if not astra.keeps_stock(of_workspace, owner) then
    raise exception 'These orders are not yours to serve.' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(unserved.order_id) into found from (
    select distinct item.order_id
    from public.order_items item
    join public.orders whole on whole.id = item.order_id
    left join public.crm_leads lead on lead.order_id = coalesce(
      (select own.order_id from public.crm_leads own where own.order_id = whole.id), whole.parent_order_id)
    left join public.stock_allocations known on known.order_item_id = item.id
    left join public.products serving on serving.id = known.product_id
    where item.workspace_id = of_workspace and item.product_sku = wanted_sku
      and (owner is null or coalesce(whole.store_user_id, whole.user_id) = owner)
      and astra.stock_place(not whole.is_test and not whole.repeats_parent and not coalesce(lead.is_test, false),
        lead.cod_status, lead.logistic_status, whole.status, whole.shipment) <> 'none'
      and case
        when known.order_item_id is null then item.current_quantity > 0
        else take_over and owner is not null and serving.user_id is null and known.shipped = 0 and known.reserved > 0
      end
      and astra.serving_product(of_workspace, coalesce(whole.store_user_id, whole.user_id), wanted_sku) is distinct from known.product_id
    limit at_most
  ) unserved;
  if found is null then
    return 0;
  end if;
  -- An allocation of no SKU is one whose line is served anew.
  update public.stock_allocations known set sku = ''
  from public.order_items item, public.products serving
  where take_over and item.id = known.order_item_id and item.order_id = any (found) and item.product_sku = wanted_sku
    and serving.id = known.product_id and serving.user_id is null and known.shipped = 0;
  perform astra.note_stock(found);
  return cardinality(found);
end
$$;

revoke execute on function astra.keeps_stock(uuid, uuid), astra.answer_return(uuid, integer, integer, integer),
  astra.serve_past_orders(uuid, uuid, text, boolean, integer) from public;
grant execute on function astra.answer_return(uuid, integer, integer, integer),
  astra.serve_past_orders(uuid, uuid, text, boolean, integer) to authenticated, service_role;

-- The rest of many past orders is a job's.
create function astra.queue_past_orders(of_workspace uuid, owner uuid, wanted_sku text, take_over boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not astra.keeps_stock(of_workspace, owner) then
    raise exception 'These orders are not yours to serve.' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job('serve-past-orders',
    json_build_object('workspaceId', of_workspace, 'ownerId', owner, 'sku', wanted_sku, 'takesOver', take_over),
    queue_name := 'serve-past-orders:' || of_workspace,
    job_key := 'serve-past-orders:' || of_workspace || ':' || coalesce(owner::text, '') || ':' || md5(wanted_sku || take_over));
end
$$;
revoke execute on function astra.queue_past_orders(uuid, uuid, text, boolean) from public;
grant execute on function astra.queue_past_orders(uuid, uuid, text, boolean) to authenticated, service_role;
