-- Products are a list like the others: views of it can be saved.
alter table saved_views
  drop constraint saved_views_list_check,
  add constraint saved_views_list_check check (list in ('leads', 'orders', 'customers', 'inventory'));

-- What the products of a workspace sold in the last 30 days, those that the person may see. The list is sorted by how long they last, so
-- that all of them are added up: row by row under the policies that takes a hundred times as long.
create function astra.product_sales(of_workspace uuid) returns table (product_id uuid, units bigint)
language sql stable security definer set search_path = '' as $$
  select day.product_id, sum(day.sold)::bigint
  from public.products product join public.product_days day on day.product_id = product.id
  where product.workspace_id = of_workspace and day.day > current_date - 30
    and (
      of_workspace in (select astra.overview_workspaces())
      or ((product.user_id is null or product.user_id = (select auth.uid())) and of_workspace in (select astra.active_workspaces()))
    )
  group by day.product_id
$$;
revoke execute on function astra.product_sales(uuid) from public;
grant execute on function astra.product_sales(uuid) to authenticated;

-- Aliases are looked up by their SKU, whoever's they are, as products are.
create index "product_aliases_workspace_id_sku_idx" on "product_aliases"("workspace_id", "sku");

-- Notes orders for the end of the transaction: those with a line that a product serves, or has served, also in an order that was split off.
-- Most shops sell more than they keep stock of, and an order that moves none costs a few looks into indexes. Only the first note of a
-- transaction sets the trigger off, which takes them all. It is not a function of plain SQL, because those are planned at each call.
create or replace function astra.note_stock(order_ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.stock_due (order_id, is_first)
  select noted.order_id, row_number() over () = 1
    and not exists (select from public.stock_due known where known.transaction = pg_current_xact_id()::text::bigint)
  from (select distinct unnest(order_ids) as order_id) noted
  where noted.order_id is not null and exists (
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
