-- An admin looks at Astra as a member sees it, and changes nothing: transactions of such a session are read only, and run with the member's
-- claims and one more, which names the workspace. The member may be in others, of which the admin hears nothing.

create table "viewings" (
  "session_id" uuid not null,
  "workspace_id" uuid not null,
  "admin_id" uuid not null,
  "member_id" uuid not null,
  "begun_at" timestamptz(3) not null default current_timestamp,
  "ends_at" timestamptz(3) not null default current_timestamp + interval '1 hour',
  constraint "viewings_pkey" primary key ("session_id")
);
create index "viewings_workspace_id_admin_id_idx" on "viewings"("workspace_id", "admin_id");
create index "viewings_workspace_id_member_id_idx" on "viewings"("workspace_id", "member_id");
alter table "viewings"
  add constraint "viewings_workspace_id_admin_id_fkey"
    foreign key ("workspace_id", "admin_id") references "memberships"("workspace_id", "user_id") on delete cascade on update cascade,
  add constraint "viewings_workspace_id_member_id_fkey"
    foreign key ("workspace_id", "member_id") references "memberships"("workspace_id", "user_id") on delete cascade on update cascade;

-- Reached by no person's role but through the functions below.
alter table viewings enable row level security;
alter table viewings force row level security;
revoke all on viewings from anon, authenticated;
grant select, insert, update, delete on viewings to service_role;
create policy service on viewings for all to service_role using (true) with check (true);

-- Whom the person's session is looking at Astra as: for an hour, and while the one is an admin and the other an active member who is none.
create function astra.viewing(session uuid)
returns table (workspace_id uuid, member_id uuid, role text, ends_at timestamptz)
language sql stable security definer set search_path = '' rows 1 as $$
  select viewing.workspace_id, viewing.member_id, member.role, viewing.ends_at
  from public.viewings viewing
  join public.memberships admin on admin.workspace_id = viewing.workspace_id and admin.user_id = viewing.admin_id
  join public.memberships member on member.workspace_id = viewing.workspace_id and member.user_id = viewing.member_id
  where viewing.session_id = session and viewing.admin_id = (select auth.uid()) and viewing.ends_at > now()
    and admin.is_active and admin.role = 'admin' and member.is_active and member.role <> 'admin'
$$;

-- Answers as which role, null where it may not begin: the session must be the person's own and not over, and both have to be what astra.viewing asks.
create function astra.begin_viewing(session uuid, of_workspace uuid, member uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  seen_as text;
begin
  if not astra.session_lives(session) then return null; end if;
  -- Both stay what they are until it is written down.
  perform from public.memberships
  where workspace_id = of_workspace and user_id in (member, (select auth.uid())) order by user_id for share;
  if of_workspace not in (select astra.admin_workspaces()) then return null; end if;
  select role into seen_as from public.memberships
  where workspace_id = of_workspace and user_id = member and is_active and role <> 'admin';
  if seen_as is null then return null; end if;
  insert into public.viewings (session_id, workspace_id, admin_id, member_id)
  values (session, of_workspace, (select auth.uid()), member)
  on conflict (session_id) do update
  set workspace_id = excluded.workspace_id, admin_id = excluded.admin_id, member_id = excluded.member_id,
    begun_at = excluded.begun_at, ends_at = excluded.ends_at;
  perform astra.note_act(of_workspace, 'member:viewing-begun', 'member', member, '{}');
  return seen_as;
end
$$;

create function astra.end_viewing(session uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  ended public.viewings;
begin
  delete from public.viewings where session_id = session and admin_id = (select auth.uid()) returning * into ended;
  if found and ended.ends_at > now() then
    perform astra.note_act(ended.workspace_id, 'member:viewing-ended', 'member', ended.member_id, '{}');
  end if;
end
$$;
revoke execute on function astra.viewing(uuid), astra.begin_viewing(uuid, uuid, uuid), astra.end_viewing(uuid)
  from public, service_role;
grant execute on function astra.viewing(uuid), astra.begin_viewing(uuid, uuid, uuid), astra.end_viewing(uuid) to authenticated;

-- The workspace that claims are for alone; null, as in everybody's own token, is any.
create function astra.viewed_workspace() returns uuid
language sql stable set search_path = '' as $$
  select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'viewed_in')::uuid
$$;
revoke execute on function astra.viewed_workspace() from public;
grant execute on function astra.viewed_workspace() to authenticated, service_role;

-- Whatever asks which workspaces a person is in asks that, too. All else is as before.

create or replace function astra.active_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id)
$$;

create or replace function astra.overview_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id)
    and role in ('admin', 'manager', 'viewer')
$$;

create or replace function astra.editing_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id)
    and role in ('admin', 'manager', 'seller')
$$;

create or replace function astra.managed_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id)
    and role in ('admin', 'manager')
$$;

create or replace function astra.admin_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id)
    and role = 'admin'
$$;

create or replace function astra.own_stores() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select store.id from public.integrations store
  join public.memberships member on member.workspace_id = store.workspace_id and member.user_id = store.user_id
  where store.user_id = (select auth.uid()) and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id)
    and member.role in ('admin', 'manager', 'seller')
$$;

create or replace function astra.search_leads(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  visible text;
  newest text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id);
  if sees_all is null then return '{}'; end if;
  visible := astra.owner_condition('crm_leads', 'workspace_id', workspace, '$1', words) || case when sees_all then '' else ' and (user_id = $2 or store_user_id = $2)' end;
  newest := case when sees_all then 'workspace_id = $1' else 'workspace_id is not distinct from $1 and user_id = $2' end;
  execute format('select count(*) from (select search_text, email from public.crm_leads where %s
    order by arrived_at desc, id desc limit %s) lead where %s', newest, case when astra.are_in_few(words) then 50 else 500 end, condition)
    into recent using workspace, person;
  if recent >= 4 then return null; end if;
  -- Only a bitmap scan can use the trigram index; any other would look at every lead. At the function's end this is undone, as it is
  -- named in its head.
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.crm_leads where %s and %s limit %s) lead', visible, condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

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
  where member.workspace_id = workspace and member.user_id = person and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id);
  if sees_all is null then return '{}'; end if;
  place := case when sees_all then 'public.customers where workspace_id = $1'
    else 'public.customer_contacts where user_id = $2 and workspace_id is not distinct from $1' end;
  newest := case when sees_all then 'created_at desc, id desc' else 'known_since desc, customer_id desc' end;
  execute format('select count(*) from (select search_text, email from %s order by %s limit %s) newest where %s', place, newest,
    case when astra.are_in_few(words) then 20 else 200 end, condition) into recent using workspace, person;
  if recent >= 2 then return null; end if;
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select %s as id from public.%s and %s limit %s) found',
    case when sees_all then 'id' else 'customer_id' end,
    case when sees_all
      then 'customers where merged_into_id is null and ' || astra.owner_condition('customers', 'workspace_id', workspace, '$1', words)
      else 'customer_contacts where workspace_id is not distinct from $1 and ' || astra.owner_condition('customer_contacts', 'user_id', person, '$2', words) end,
    condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

create or replace function astra.buyer_signs(workspace uuid, leads uuid[])
returns table (lead_id uuid, duplicate_id uuid, duplicate_number text, orders int, delivered int, refused int)
language plpgsql stable security definer set search_path = '' rows 50 as $$
#variable_conflict use_column
declare
  person constant uuid := (select auth.uid());
  sees_all boolean;
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id);
  if sees_all is null then return; end if;
  return query
    select lead.id, duplicate.id, duplicate.order_number, history.orders, history.delivered, history.refused
    from public.crm_leads lead
    left join lateral (
      select earlier.id, placed.order_number
      from (
        (select other.id, other.order_id, other.arrived_at from public.crm_leads other
          where other.workspace_id = workspace and other.phone = lead.phone
            and (other.arrived_at, other.id) < (lead.arrived_at, lead.id)
            and other.arrived_at >= lead.arrived_at - interval '30 days' and other.cod_status <> 'duplicate'
            and (sees_all or other.user_id = person or other.store_user_id = person)
          order by other.arrived_at desc, other.id desc limit 1)
        union all
        (select other.id, other.order_id, other.arrived_at from public.crm_leads other
          where other.workspace_id = workspace and other.email = lead.email
            and (other.arrived_at, other.id) < (lead.arrived_at, lead.id)
            and other.arrived_at >= lead.arrived_at - interval '30 days' and other.cod_status <> 'duplicate'
            and (sees_all or other.user_id = person or other.store_user_id = person)
          order by other.arrived_at desc, other.id desc limit 1)
      ) earlier
      left join public.orders placed on placed.id = earlier.order_id
      order by earlier.arrived_at desc, earlier.id desc limit 1
    ) duplicate on true
    left join lateral (
      select count(*)::int as orders,
        (count(*) filter (where other.logistic_status = 'delivered' or other.cod_status = 'collected'))::int as delivered,
        (count(*) filter (where other.logistic_status = 'returned' or other.cod_status = 'refused'))::int as refused
      from public.crm_leads other
      where other.customer_id = lead.customer_id and other.workspace_id = workspace and not other.is_test
        and (sees_all or other.user_id = person or other.store_user_id = person)
    ) history on lead.customer_id is not null
    where lead.id = any (leads) and lead.workspace_id = workspace
      and (sees_all or lead.user_id = person or lead.store_user_id = person);
end
$$;

create or replace function astra.colleagues(of_workspace uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = '' rows 200 as $$
  select person.id, person.name
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.workspace_id = of_workspace and mine.user_id = (select auth.uid()) and mine.is_active
    and mine.workspace_id = coalesce((select astra.viewed_workspace()), mine.workspace_id)
$$;

create or replace function astra.store_names(of_workspace uuid) returns table (id uuid, name text, type text)
language sql stable security definer set search_path = '' rows 200 as $$
  select store.id, store.name, store.type
  from public.integrations store
  join public.memberships member
    on member.workspace_id = store.workspace_id and member.user_id = (select auth.uid()) and member.is_active
  where store.workspace_id = of_workspace and store.workspace_id = coalesce((select astra.viewed_workspace()), store.workspace_id)
    and (
    member.role in ('admin', 'manager', 'viewer')
    or store.user_id = member.user_id
    or exists (
      select 1 from public.crm_leads lead where lead.user_id = member.user_id and lead.integration_id = store.id
    )
  )
$$;

alter policy read_own on memberships using (
  user_id = (select auth.uid()) and is_active and workspace_id = coalesce((select astra.viewed_workspace()), workspace_id));

-- Where the member is signed in, and from which addresses, is nobody else's to read.
create or replace function astra.own_sessions()
returns table (id uuid, begun_at timestamptz, seen_at timestamptz, user_agent text, address text)
language sql stable security definer set search_path = '' as $$
  select session.id, session.created_at,
    greatest(session.created_at, session.refreshed_at at time zone 'UTC', browser.seen_at),
    browser.user_agent, browser.address
  from auth.sessions session left join public.session_browsers browser on browser.session_id = session.id
  where session.user_id = (select auth.uid()) and (session.not_after is null or session.not_after > now())
    and (select astra.viewed_workspace()) is null
$$;
