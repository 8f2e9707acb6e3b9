-- Where a person is signed in. Sessions are the auth server's, which sees Astra's server and not the browser before it: so Astra notes itself
-- in which browser a session is, and from where it was last used.

create table session_browsers (
  session_id uuid not null,
  user_id uuid not null,
  user_agent text not null,
  address text not null,
  seen_at timestamptz(3) not null default current_timestamp,
  constraint session_browsers_pkey primary key (session_id),
  constraint session_browsers_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update cascade
);
create index session_browsers_user_id_idx on session_browsers (user_id);

-- Reached by no person's role but through the functions below, which know of the person's own sessions alone.
alter table session_browsers enable row level security;
alter table session_browsers force row level security;
grant select, insert, update, delete on session_browsers to service_role;
create policy service on session_browsers for all to service_role using (true) with check (true);

-- Notes the browser of a session of the person who asks; of nobody else's, and of none that is over.
create function astra.note_session(session uuid, agent text, client_address text) returns void
language sql security definer set search_path = '' as $$
  insert into public.session_browsers (session_id, user_id, user_agent, address)
  select id, user_id, left(agent, 500), left(client_address, 50) from auth.sessions
  where id = session and user_id = (select auth.uid())
  on conflict (session_id) do update
  set user_agent = excluded.user_agent, address = excluded.address, seen_at = excluded.seen_at
$$;

-- The sessions of the person who asks that are not over.
create function astra.own_sessions()
returns table (id uuid, begun_at timestamptz, seen_at timestamptz, user_agent text, address text)
language sql stable security definer set search_path = '' as $$
  select session.id, session.created_at,
    greatest(session.created_at, session.refreshed_at at time zone 'UTC', browser.seen_at),
    browser.user_agent, browser.address
  from auth.sessions session left join public.session_browsers browser on browser.session_id = session.id
  where session.user_id = (select auth.uid()) and (session.not_after is null or session.not_after > now())
$$;

-- Ends a session of the person who asks; answers whether there was one. Its refresh tokens go with it.
create function astra.end_session(session uuid) returns boolean
language sql security definer set search_path = '' as $$
  with ended as (
    delete from auth.sessions where id = session and user_id = (select auth.uid()) returning id
  ), forgotten as (
    delete from public.session_browsers where session_id in (select id from ended)
  )
  select exists (select from ended)
$$;

-- Ends all sessions of the person who asks but one; answers how many.
create function astra.end_other_sessions(kept uuid) returns integer
language sql security definer set search_path = '' as $$
  with ended as (
    delete from auth.sessions where id is distinct from kept and user_id = (select auth.uid()) returning id
  ), forgotten as (
    delete from public.session_browsers where session_id in (select id from ended)
  )
  select count(*)::integer from ended
$$;

-- As before, and forgets the browsers of sessions that are over, whoever ended them.
create or replace function astra.remove_old_sessions(unused_for interval) returns integer
language sql security definer set search_path = '' as $$
  with removed as (
    delete from auth.sessions
    where greatest(refreshed_at at time zone 'UTC', created_at) < now() - unused_for
    returning id
  ), forgotten as (
    delete from public.session_browsers browser
    where browser.session_id in (select id from removed)
      or not exists (select from auth.sessions session where session.id = browser.session_id)
  )
  select count(*)::integer from removed
$$;

revoke execute on function astra.note_session(uuid, text, text), astra.own_sessions(), astra.end_session(uuid),
  astra.end_other_sessions(uuid) from public;
grant execute on function astra.note_session(uuid, text, text), astra.own_sessions(), astra.end_session(uuid),
  astra.end_other_sessions(uuid) to authenticated;
