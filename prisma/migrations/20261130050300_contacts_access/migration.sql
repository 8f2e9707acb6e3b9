-- Who may read contacts, and how a seller's customers are searched.

-- Access: a seller reads the own contacts; nobody but the functions above writes them. The shared row is no seller's business.
alter table customer_contacts enable row level security;
alter table customer_contacts force row level security;
revoke all on customer_contacts from anon, authenticated;
grant select, insert, update, delete on customer_contacts to service_role;
create policy service on customer_contacts for all to service_role using (true) with check (true);
grant select on customer_contacts to authenticated;
create policy whole_workspace_read on customer_contacts for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on customer_contacts for select to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()));

drop policy sellers_read on customers;
drop policy sellers_edit on customers;
drop function astra.assigned_customers();

alter policy sellers_add on crm_leads with check (
  workspace_id in (select astra.editing_workspaces()) and source = 'manual' and user_id = (select auth.uid())
  and (customer_id is null or exists (
    select 1 from customer_contacts known
    where known.customer_id = crm_leads.customer_id and known.user_id = (select auth.uid()) and known.workspace_id = crm_leads.workspace_id
  ))
);

-- Where an old link to a merged customer leads, for those who know the one that was kept.
create function astra.kept_customer(customer uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select merged.merged_into_id from public.customers merged
  where merged.id = customer and (
    merged.workspace_id in (select astra.overview_workspaces())
    or exists (
      select 1 from public.customer_contacts known
      where known.customer_id = merged.merged_into_id and known.user_id = (select auth.uid())
        and known.workspace_id in (select astra.active_workspaces())
    ))
$$;

-- As before; a seller's customers are searched among the seller's own contacts.
create or replace function astra.search_customers(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on
set plan_cache_mode = force_generic_plan as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  place text;
  newest text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return '{}'; end if;
  place := case when sees_all then 'public.customers where workspace_id = $1'
    else 'public.customer_contacts where user_id = $2 and workspace_id is not distinct from $1' end;
  newest := case when sees_all then 'created_at desc, id desc' else 'known_since desc, customer_id desc' end;
  execute format('select count(*) from (select search_text, email from %s order by %s limit 200) newest where %s', place, newest, condition)
    into recent using workspace, person;
  if recent >= 2 then return null; end if;
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select %s as id from %s and %s limit %s) found',
    case when sees_all then 'id' else 'customer_id' end, place || case when sees_all then ' and merged_into_id is null' else '' end,
    condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

revoke execute on function astra.kept_customer(uuid) from public;
grant execute on function astra.kept_customer(uuid) to authenticated;
