-- As before (20261206020000), but asked by Astra alone, for an admin who has just given the password or a code: an admin's token by itself, as of a browser
-- left open, takes nobody's second factor.
drop function astra.remove_second_factor_of(uuid, uuid);
create function astra.remove_second_factor_of(of_workspace uuid, admin uuid, person uuid, address text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  administered constant uuid[] := array(
    select workspace_id from public.memberships where user_id = admin and is_active and role = 'admin');
begin
  if person = admin or not of_workspace = any (administered) then
    raise exception 'Only an admin takes the second factor of somebody else away.' using errcode = 'insufficient_privilege';
  end if;
  -- Held, so that nobody comes to be an active member elsewhere meanwhile: a new membership waits for the account's row.
  perform from public.users where id = person for update;
  perform from public.memberships where user_id = person for update;
  if not exists (
    select from public.memberships where workspace_id = of_workspace and user_id = person and is_active
  ) then
    return 'member';
  end if;
  if exists (
    select from public.memberships elsewhere
    where elsewhere.user_id = person and elsewhere.is_active and elsewhere.workspace_id <> all (administered)
  ) then
    return 'elsewhere';
  end if;
  if not exists (
    select from auth.mfa_factors where user_id = person and factor_type = 'totp' and status = 'verified'
  ) then
    return 'off';
  end if;
  delete from auth.mfa_factors where user_id = person;
  delete from public.recovery_codes where user_id = person;
  delete from auth.sessions where user_id = person;
  insert into public.audit_entries (workspace_id, actor_id, act, subject_type, subject_id, details, address)
  values (of_workspace, admin, 'member:second-factor-removed', 'member', person, '{}', left(address, 50));
  perform graphile_worker.add_job('tell-account-change', json_build_object('userId', person, 'change', 'secondFactorRemoved',
    'address', null, 'by', (select name from public.users where id = admin), 'at', now()));
  return null;
end
$$;

revoke execute on function astra.remove_second_factor_of(uuid, uuid, uuid, text) from public;
grant execute on function astra.remove_second_factor_of(uuid, uuid, uuid, text) to service_role;
