-- Sessions are the auth server's. What Astra asks of its tables, it asks here: they are nobody else's to read.

-- Whether a session of the person who asks has not been ended. A token says who it is of until it expires, whatever became of its
-- session since: a sign-out, a new password elsewhere. One look-up by primary key, in the query that reads the membership anyway.
create function astra.session_lives(session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from auth.sessions
    where id = session and user_id = (select auth.uid()) and (not_after is null or not_after > now())
  )
$$;

-- The address of the account that a mailed link is for, without using the link; null when there is no such link (any more).
create function astra.account_of_link(link_hash text) returns text
language sql stable security definer set search_path = '' as $$
  select email from auth.users
  where link_hash <> '' and (recovery_token = link_hash or confirmation_token = link_hash)
$$;

-- The same for the code that the auth server itself hands over when its own kind of link was followed.
create function astra.account_of_code(code text) returns text
language sql stable security definer set search_path = '' as $$
  select person.email from auth.flow_state flow join auth.users person on person.id = flow.user_id where flow.auth_code = code
$$;

-- Ends the sessions that nobody used for so long that the browser has forgotten them too; answers how many.
create function astra.remove_old_sessions(unused_for interval) returns integer
language sql security definer set search_path = '' as $$
  with removed as (
    delete from auth.sessions
    where greatest(refreshed_at at time zone 'UTC', created_at) < now() - unused_for
    returning id
  )
  select count(*)::integer from removed
$$;

-- rate_limits counts in milliseconds since 1970, as rate-limiter-flexible does.
create function astra.milliseconds_from_now(seconds integer) returns bigint
language sql volatile set search_path = '' as $$
  select (extract(epoch from clock_timestamp()) * 1000)::bigint + seconds * 1000
$$;

revoke execute on function astra.session_lives(uuid), astra.account_of_link(text), astra.account_of_code(text),
  astra.remove_old_sessions(interval), astra.milliseconds_from_now(integer) from public;
grant execute on function astra.session_lives(uuid) to authenticated, service_role;
grant execute on function astra.account_of_link(text), astra.account_of_code(text), astra.remove_old_sessions(interval),
  astra.milliseconds_from_now(integer) to service_role;
