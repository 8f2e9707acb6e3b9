-- What an admin learns and does of the second factors of the workspace's members. Factors are of accounts, not of workspaces, so what
-- others may be relying on is left alone.

-- Which active members have one, told to an admin who has given what the own account asks for.
create function astra.members_with_second_factor(of_workspace uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select member.user_id from public.memberships member
  where member.workspace_id = of_workspace and member.is_active
    and of_workspace in (select astra.admin_workspaces()) and (select astra.is_sure_enough())
    and exists (
      select from auth.mfa_factors factor
      where factor.user_id = member.user_id and factor.factor_type = 'totp' and factor.status = 'verified'
    )
$$;

-- Takes the second factor of another active member away, with its recovery codes, ends the member's sessions, notes it, and has the member told by
-- mail: all of it or nothing. Answers why it was not done: 'member', there is no such one; 'elsewhere', the person is an active member of a workspace,
-- too, of which who asks is no admin; 'off', there is no second factor. Whoever has none but has to, as an admin, is asked to set one up at the next sign-in.
create function astra.remove_second_factor_of(of_workspace uuid, person uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  admin constant uuid := (select auth.uid());
begin
  if person is not distinct from admin or not astra.is_sure_enough()
    or not exists (select from astra.admin_workspaces() administered where administered = of_workspace)
  then
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
    where elsewhere.user_id = person and elsewhere.is_active and elsewhere.workspace_id not in (select astra.admin_workspaces())
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
  perform astra.note_act(of_workspace, 'member:second-factor-removed', 'member', person, '{}');
  perform graphile_worker.add_job('tell-account-change', json_build_object('userId', person, 'change', 'secondFactorRemoved',
    'address', null, 'by', (select name from public.users where id = admin), 'at', now()));
  return null;
end
$$;

revoke execute on function astra.members_with_second_factor(uuid), astra.remove_second_factor_of(uuid, uuid) from public;
grant execute on function astra.members_with_second_factor(uuid), astra.remove_second_factor_of(uuid, uuid) to authenticated;
