-- In which workspaces a person has put the first steps away.
alter table user_settings
  add column "first_steps_hidden_in" uuid[] default array[]::uuid[],
  add constraint "user_settings_first_steps_hidden_in_check" check (cardinality(first_steps_hidden_in) <= 100);
grant insert (first_steps_hidden_in), update (first_steps_hidden_in) on user_settings to authenticated;

-- The order by which the way is tried without a shop has one id in every store, which no shop comes to: lib/platforms/platform.ts.
create function astra.sample_order_id() returns text language sql immutable set search_path = '' as $$
  select '8900000000000001'
$$;

-- A store whose shop has sent nothing says so, whatever Astra sent itself in the shop's name.
create function astra.forget_sample_delivery(store_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.integrations
  set last_delivery_at = (
    select max(received_at) from public.webhook_deliveries
    where integration_id = store_id and subject is distinct from 'order:' || astra.sample_order_id())
  where id = store_id
$$;

-- Removes the sample order of a store that the person may edit, with its lead, its delivery and a buyer whom nothing else names.
create function astra.remove_sample_order(store_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  sample_order uuid;
  sample_lead uuid;
  buyer uuid;
begin
  if not exists (
    select from public.integrations store
    where store.id = store_id
      and (
        store.workspace_id in (select astra.admin_workspaces())
        or (store.id in (select astra.own_stores()) and store.workspace_id not in (select astra.managed_workspaces()))
      )
  ) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  select id, customer_id into sample_order, buyer from public.orders
  where integration_id = store_id and external_order_id = astra.sample_order_id() and is_test for update;
  select id into sample_lead from public.crm_leads where order_id = sample_order for update;
  delete from public.crm_lead_events where lead_id = sample_lead;
  delete from public.crm_leads where id = sample_lead;
  delete from public.stock_allocations
  where order_item_id in (select id from public.order_items where order_id = sample_order);
  delete from public.order_items where order_id = sample_order;
  delete from public.order_refunds where order_id = sample_order;
  delete from public.orders where id = sample_order;
  delete from public.webhook_deliveries where integration_id = store_id and subject = 'order:' || astra.sample_order_id();
  if buyer is null then return; end if;
  if exists (select from public.orders where customer_id = buyer)
    or exists (select from public.crm_leads where customer_id = buyer)
    or exists (select from public.customers where merged_into_id = buyer)
  then
    perform astra.refresh_customers(array[buyer]);
  else
    delete from public.customers where id = buyer;
  end if;
end
$$;
revoke execute on function astra.sample_order_id(), astra.forget_sample_delivery(uuid), astra.remove_sample_order(uuid) from public;
grant execute on function astra.sample_order_id() to authenticated, service_role;
grant execute on function astra.forget_sample_delivery(uuid) to service_role;
grant execute on function astra.remove_sample_order(uuid) to authenticated;
