-- The team's settings list them all, and each may be tried on an account.
create function astra.limit_invitations() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('invitations:' || new.workspace_id, 0));
  -- One that is there already is refused by its key.
  if not exists (
      select from public.invitations invitation where invitation.workspace_id = new.workspace_id and invitation.email = new.email)
    and (select count(*) >= 200 from public.invitations invitation where invitation.workspace_id = new.workspace_id)
  then
    raise exception 'A workspace has at most 200 invitations waiting.' using errcode = 'program_limit_exceeded', constraint = 'invitations_limit';
  end if;
  return new;
end
$$;
create trigger limit_invitations before insert on invitations for each row execute function astra.limit_invitations();
revoke execute on function astra.limit_invitations() from public;
