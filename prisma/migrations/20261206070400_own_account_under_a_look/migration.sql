-- As before, and they tell nothing to an admin who looks as a member, as astra.own_sessions doesn't.
create or replace function astra.own_email_change() returns table (new_email text, old_confirmed boolean, new_confirmed boolean)
language sql stable security definer set search_path = '' rows 1 as $$
  select new_email, old_confirmed_at is not null, new_confirmed_at is not null from public.email_changes
  where user_id = (select auth.uid()) and created_at > now() - interval '1 hour'
    and (select astra.viewed_workspace()) is null and (select astra.is_sure_enough())
$$;

create or replace function astra.recovery_codes_left() returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from public.recovery_codes
  where user_id = (select auth.uid()) and used_at is null and (select astra.viewed_workspace()) is null
$$;
