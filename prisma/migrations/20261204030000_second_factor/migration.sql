-- Two-factor sign-in. Factors are the auth server's (auth.mfa_factors), and so is how sure a session is (auth.sessions.aal); recovery codes, which it
-- does not have, are Astra's, and so is the workspace's rule.

-- How sure the session is that asks: 'aal2' once it gave a code. Claims that say nothing of it are those of a password alone.
create function astra.aal() returns text
language sql stable set search_path = '' as $$
  select coalesce(auth.jwt() ->> 'aal', 'aal1')
$$;

alter table workspaces add column second_factor_for_admins boolean not null default false;
grant update (second_factor_for_admins) on workspaces to authenticated;

-- Codes that sign in who lost the second factor, each of them once. A code that was used makes its session as sure as one of the second factor does.
create table recovery_codes (
  user_id uuid not null,
  code_hash text not null,
  used_at timestamptz(3),
  session_id uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint recovery_codes_pkey primary key (user_id, code_hash),
  constraint recovery_codes_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update cascade,
  constraint recovery_codes_code_hash_check check (code_hash ~ '^[A-Za-z0-9_-]{43}$'),
  constraint recovery_codes_used_check check ((used_at is null) = (session_id is null))
);
create index recovery_codes_session_id_idx on recovery_codes (session_id);

-- Reached by no person's role but through the functions below, which know of the person's own codes alone.
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
revoke all on recovery_codes from anon, authenticated;
grant select, insert, update, delete on recovery_codes to service_role;
create policy service on recovery_codes for all to service_role using (true) with check (true);

-- How sure a session of the person who asks is; null when it is over. One look-up by primary key for nearly everybody.
create function astra.session_aal(session uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when own.aal = 'aal2' then 'aal2'
    when exists (
      select from public.recovery_codes code where code.session_id = own.id and code.user_id = own.user_id
    ) then 'aal2'
    else 'aal1'
  end
  from auth.sessions own
  where own.id = session and own.user_id = (select auth.uid()) and (own.not_after is null or own.not_after > now())
$$;

-- What the person who asks has to give besides a password: a 'code' of the second factor that was set up, or, as an admin where the workspace wants
-- one, an 'enrolment'; null is nothing. It is said of the account, in whatever workspace somebody is: a session is not of one workspace.
create function astra.wanted_factor() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
    select from auth.mfa_factors where user_id = (select auth.uid()) and factor_type = 'totp' and status = 'verified'
  ) then
    return 'code';
  end if;
  if exists (
    select from public.memberships member join public.workspaces workspace on workspace.id = member.workspace_id
    where member.user_id = (select auth.uid()) and member.is_active and member.role = 'admin' and workspace.second_factor_for_admins
  ) then
    return 'enrolment';
  end if;
  return null;
end
$$;

-- Whether the session that asks has given what astra.wanted_factor says. Every query asks this of each of its tables (20261204060000_second_factor_wall),
-- so it is one function that calls no other.
create function astra.is_sure_enough() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if auth.jwt() ->> 'aal' = 'aal2' then return true; end if;
  if exists (
    select from auth.mfa_factors where user_id = (select auth.uid()) and factor_type = 'totp' and status = 'verified'
  ) then
    return false;
  end if;
  return not exists (
    select from public.memberships member join public.workspaces workspace on workspace.id = member.workspace_id
    where member.user_id = (select auth.uid()) and member.is_active and member.role = 'admin' and workspace.second_factor_for_admins
  );
end
$$;

-- The rule is set by an admin who keeps it: who has a second factor, by a session that gave its code.
create function astra.guard_second_factor_rule() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.second_factor_for_admins is distinct from old.second_factor_for_admins
    and (select auth.uid()) is not null
    and ((select astra.aal()) <> 'aal2' or (select astra.wanted_factor()) is distinct from 'code')
  then
    raise exception 'Only who signed in with a second factor may change this rule.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger guard_second_factor_rule before update of second_factor_for_admins on workspaces
  for each row execute function astra.guard_second_factor_rule();

-- Uses up a recovery code of the person who asks, for a session of that person that lives; answers whether there was one.
create function astra.use_recovery_code(session uuid, hash text) returns boolean
language sql security definer set search_path = '' as $$
  with used as (
    update public.recovery_codes set used_at = now(), session_id = session
    where user_id = (select auth.uid()) and code_hash = hash and used_at is null
      and astra.session_aal(session) is not null
    returning 1
  )
  select exists (select from used)
$$;

-- How many codes the person who asks has left.
create function astra.recovery_codes_left() returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from public.recovery_codes where user_id = (select auth.uid()) and used_at is null
$$;

-- New codes for the person who asks, in place of all that are left. Those that signed a session in stay with it.
create function astra.replace_recovery_codes(hashes text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select astra.aal()) <> 'aal2' then
    raise exception 'Only who signed in with a second factor gets recovery codes.' using errcode = 'insufficient_privilege';
  end if;
  if cardinality(hashes) > 20 then
    raise exception 'These are too many codes.' using errcode = 'program_limit_exceeded';
  end if;
  delete from public.recovery_codes where user_id = (select auth.uid()) and used_at is null;
  insert into public.recovery_codes (user_id, code_hash) select (select auth.uid()), unnest(hashes);
end
$$;

-- Without a second factor there is nothing to recover.
create function astra.forget_recovery_codes() returns void
language sql security definer set search_path = '' as $$
  delete from public.recovery_codes where user_id = (select auth.uid()) and astra.wanted_factor() is distinct from 'code'
$$;

-- As before, and forgets what signed in sessions that are over.
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
  ), used_up as (
    delete from public.recovery_codes code
    where code.session_id in (select id from removed)
      or code.session_id is not null and not exists (select from auth.sessions session where session.id = code.session_id)
  )
  select count(*)::integer from removed
$$;

-- Ends all sessions of an account.
create function astra.end_sessions_of(person uuid) returns void
language sql security definer set search_path = '' as $$
  delete from auth.sessions where user_id = person
$$;

revoke execute on function astra.aal(), astra.session_aal(uuid), astra.wanted_factor(), astra.is_sure_enough(),
  astra.guard_second_factor_rule(), astra.use_recovery_code(uuid, text), astra.recovery_codes_left(),
  astra.replace_recovery_codes(text[]), astra.forget_recovery_codes(), astra.end_sessions_of(uuid) from public;
grant execute on function astra.aal(), astra.is_sure_enough() to authenticated, service_role;
grant execute on function astra.session_aal(uuid), astra.wanted_factor(), astra.use_recovery_code(uuid, text),
  astra.recovery_codes_left(), astra.replace_recovery_codes(text[]), astra.forget_recovery_codes() to authenticated;
grant execute on function astra.end_sessions_of(uuid) to service_role;
