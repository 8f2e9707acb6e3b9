-- What a million leads showed (docs/performance.md).

-- Leads that somebody works for another's store, and leads without a store: few, so that the orders and customers that a seller sees
-- beyond the own ones are found at once.
create index crm_leads_assigned on crm_leads (user_id) include (order_id, customer_id) where user_id is distinct from store_user_id;

create or replace function astra.assigned_orders() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select lead.order_id from public.crm_leads lead
  where lead.user_id = (select auth.uid()) and lead.user_id is distinct from lead.store_user_id and lead.order_id is not null
$$;

create or replace function astra.assigned_customers() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select lead.customer_id from public.crm_leads lead
  where lead.user_id = (select auth.uid()) and lead.user_id is distinct from lead.store_user_id and lead.customer_id is not null
$$;

-- A seller's orders by plain columns, as the seller's leads; only what is left over is looked up.
drop policy sellers_read on orders;
create policy sellers_read on orders for select to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (user_id = (select auth.uid()) or store_user_id = (select auth.uid()) or id in (select astra.assigned_orders()))
  );
drop policy sellers_edit on orders;
create policy sellers_edit on orders for update to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (user_id = (select auth.uid()) or store_user_id = (select auth.uid()) or id in (select astra.assigned_orders()))
  )
  with check (
    workspace_id in (select astra.editing_workspaces())
    and (user_id = (select auth.uid()) or store_user_id = (select auth.uid()) or id in (select astra.assigned_orders()))
  );

-- Who sees everything sees every line, without a look at its order. Of several policies the last by name is asked first.
create policy with_workspace on order_items for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
