-- Names are asked for by workspace: whoever is a member of several saw the stores and people of all of them in the filters of each.
drop function astra.colleagues();
drop function astra.store_names();

-- Colleagues by name, for lists and timelines: of the e-mail and role of others, only admins and managers know.
create function astra.colleagues(of_workspace uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = '' rows 200 as $$
  select person.id, person.name
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.workspace_id = of_workspace and mine.user_id = (select auth.uid()) and mine.is_active
$$;

-- Names of the stores whose leads the person may see; the store itself (its settings) is another matter.
create function astra.store_names(of_workspace uuid) returns table (id uuid, name text, type text)
language sql stable security definer set search_path = '' rows 200 as $$
  select store.id, store.name, store.type
  from public.integrations store
  join public.memberships member
    on member.workspace_id = store.workspace_id and member.user_id = (select auth.uid()) and member.is_active
  where store.workspace_id = of_workspace and (
    member.role in ('admin', 'manager', 'viewer')
    or store.user_id = member.user_id
    or exists (
      select 1 from public.crm_leads lead where lead.user_id = member.user_id and lead.integration_id = store.id
    )
  )
$$;

revoke execute on function astra.colleagues(uuid), astra.store_names(uuid) from public;
grant execute on function astra.colleagues(uuid), astra.store_names(uuid) to authenticated, service_role;
