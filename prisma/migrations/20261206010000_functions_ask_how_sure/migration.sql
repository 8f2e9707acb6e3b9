-- Functions that run past the policies ask themselves what the policy sure_enough asks of every table: whether the session has given the second
-- factor that its account has, or owes.

create function astra.require_sure_session() returns void
language plpgsql stable set search_path = '' as $$
begin
  if not (select astra.is_sure_enough()) then
    raise exception 'This session has yet to give a second factor.' using errcode = 'insufficient_privilege';
  end if;
end
$$;
revoke execute on function astra.require_sure_session() from public;

-- As before, and refuses such a session first.
do $$
declare
  asking text;
  before text;
  sure text;
begin
  foreach asking in array array[
    'astra.announce(uuid, text, jsonb, jsonb, timestamp with time zone)', 'astra.begin_viewing(uuid, uuid, uuid)', 'astra.buyer_signs(uuid, uuid[])',
    'astra.keep_correction(uuid, text, text)', 'astra.merge_customers(uuid, uuid, text[])', 'astra.note_hand_over(uuid, uuid, uuid, jsonb)',
    'astra.remove_sample_order(uuid)', 'astra.search_customers(uuid, text[])', 'astra.search_leads(uuid, text[])',
    'astra.sell_by_hand(uuid, jsonb, jsonb)', 'astra.undo_merge(uuid)']
  loop
    before := pg_get_functiondef(asking::regprocedure);
    sure := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  perform astra.require_sure_session();\n');
    if sure = before then raise exception '% has no beginning.', asking; end if;
    execute sure;
  end loop;
end
$$;

-- As before, and of the sessions that are sure enough.
create or replace function astra.may_edit_store(store_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select (select astra.is_sure_enough()) and exists (
    select 1 from public.integrations store
    where store.id = store_id and store.removed_at is null
      and (
        store.workspace_id in (select astra.admin_workspaces())
        or (
          store.id in (select astra.own_stores())
          and store.workspace_id not in (select astra.managed_workspaces())
        )
      )
  )
$$;

create or replace function astra.keeps_stock(of_workspace uuid, owner uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select (select auth.uid()) is null
    or (select astra.is_sure_enough()) and (
      of_workspace in (select astra.managed_workspaces())
      or (owner = (select auth.uid()) and of_workspace in (select astra.editing_workspaces())))
$$;

create or replace function astra.store_names(of_workspace uuid) returns table (id uuid, name text, type text)
language sql stable security definer set search_path = '' rows 200 as $$
  select store.id, store.name, store.type
  from public.integrations store
  join public.memberships member
    on member.workspace_id = store.workspace_id and member.user_id = (select auth.uid()) and member.is_active
  where store.workspace_id = of_workspace and store.workspace_id = coalesce((select astra.viewed_workspace()), store.workspace_id)
    and (select astra.is_sure_enough())
    and (
    member.role in ('admin', 'manager', 'viewer')
    or store.user_id = member.user_id
    or exists (
      select 1 from public.crm_leads lead where lead.user_id = member.user_id and lead.integration_id = store.id
    )
  )
$$;

create or replace function astra.colleagues(of_workspace uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = '' rows 200 as $$
  select person.id, person.name
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.workspace_id = of_workspace and mine.user_id = (select auth.uid()) and mine.is_active
    and mine.workspace_id = coalesce((select astra.viewed_workspace()), mine.workspace_id)
    and (select astra.is_sure_enough())
$$;

-- This one also: an admin who looks at a workspace as a member sees the photos of no other one of the member.
create or replace function astra.photos_of_colleagues(of_workspace uuid) returns table (id uuid, photo text)
language sql stable security definer set search_path = '' rows 20 as $$
  select person.id, person.photo
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.workspace_id = of_workspace and mine.user_id = (select auth.uid()) and mine.is_active and person.photo is not null
    and mine.workspace_id = coalesce((select astra.viewed_workspace()), mine.workspace_id)
    and (select astra.is_sure_enough())
$$;

create or replace function astra.product_sales(of_workspace uuid) returns table (product_id uuid, units bigint)
language sql stable security definer set search_path = '' as $$
  select day.product_id, sum(day.sold)::bigint
  from public.products product join public.product_days day on day.product_id = product.id
  where product.workspace_id = of_workspace and day.day > current_date - 30
    and (select astra.is_sure_enough())
    and (
      of_workspace in (select astra.overview_workspaces())
      or ((product.user_id is null or product.user_id = (select auth.uid())) and of_workspace in (select astra.active_workspaces()))
    )
  group by day.product_id
$$;

create or replace function astra.kept_customer(customer uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select merged.merged_into_id from public.customers merged
  where merged.id = customer and (select astra.is_sure_enough()) and (
    merged.workspace_id in (select astra.overview_workspaces())
    or exists (
      select 1 from public.customer_contacts known
      where known.customer_id = merged.merged_into_id and known.user_id = (select auth.uid())
        and known.workspace_id in (select astra.active_workspaces())
    ))
$$;

create or replace function astra.begin_email_change(email text, old_hash text, new_hash text) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform astra.require_sure_session();
  insert into public.email_changes (user_id, old_email, new_email, old_token_hash, new_token_hash)
  select person.id, person.email, begin_email_change.email, begin_email_change.old_hash, begin_email_change.new_hash
  from public.users person where person.id = (select auth.uid())
  on conflict (user_id) do update
  set old_email = excluded.old_email, new_email = excluded.new_email, old_token_hash = excluded.old_token_hash,
    new_token_hash = excluded.new_token_hash, old_confirmed_at = null, new_confirmed_at = null, created_at = now();
end
$$;

create or replace function astra.own_email_change() returns table (new_email text, old_confirmed boolean, new_confirmed boolean)
language sql stable security definer set search_path = '' rows 1 as $$
  select new_email, old_confirmed_at is not null, new_confirmed_at is not null from public.email_changes
  where user_id = (select auth.uid()) and created_at > now() - interval '1 hour' and (select astra.is_sure_enough())
$$;

create or replace function astra.own_sessions() returns table (id uuid, begun_at timestamptz, seen_at timestamptz, user_agent text, address text)
language sql stable security definer set search_path = '' as $$
  select session.id, session.created_at,
    greatest(session.created_at, session.refreshed_at at time zone 'UTC', browser.seen_at),
    browser.user_agent, browser.address
  from auth.sessions session left join public.session_browsers browser on browser.session_id = session.id
  where session.user_id = (select auth.uid()) and (session.not_after is null or session.not_after > now())
    and (select astra.viewed_workspace()) is null and (select astra.is_sure_enough())
$$;
