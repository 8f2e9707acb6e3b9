-- A product of the platform serves the lines of all sellers, and whoever read the product read which lines those are, with the SKU that each
-- seller's shop says and what came back of them. A seller reads the lines of own products and those of own orders.
drop policy with_product on stock_allocations;
create policy with_order on stock_allocations for select to authenticated
  using (exists (select 1 from order_items item where item.id = order_item_id));
create policy with_product on stock_allocations for select to authenticated
  using (exists (
    select 1 from products product where product.id = product_id
      and (product.user_id = (select auth.uid()) or product.workspace_id in (select astra.overview_workspaces()))
  ));
