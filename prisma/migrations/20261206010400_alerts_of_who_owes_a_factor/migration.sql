-- Whether somebody is an admin where admins have to sign in with a second factor, and has none yet.
create function astra.owes_enrolment(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from auth.mfa_factors where user_id = person and factor_type = 'totp' and status = 'verified')
    and exists (
      select from public.memberships member join public.workspaces workspace on workspace.id = member.workspace_id
      where member.user_id = person and member.is_active and member.role = 'admin' and workspace.second_factor_for_admins)
$$;
revoke execute on function astra.owes_enrolment(uuid) from public;
grant execute on function astra.owes_enrolment(uuid) to service_role;

-- As before, by it.
create or replace function astra.wanted_factor() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
    select from auth.mfa_factors where user_id = (select auth.uid()) and factor_type = 'totp' and status = 'verified'
  ) then
    return 'code';
  end if;
  return case when astra.owes_enrolment((select auth.uid())) then 'enrolment' end;
end
$$;
