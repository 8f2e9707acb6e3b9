-- What people did that others may have to account for later: who came and went, what they may do, whose stores are whose. Triggers write it, so
-- nobody can forget it or act in another's name; nobody changes or removes an entry, not even the system.

create table "audit_entries" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "actor_id" uuid,
  "act" text not null,
  "subject_type" text not null,
  "subject_id" uuid not null,
  "details" jsonb not null default '{}',
  "address" text,
  "at" timestamptz(3) not null default current_timestamp,
  constraint "audit_entries_pkey" primary key ("id")
);
create index "audit_entries_workspace_id_at_id_idx" on "audit_entries"("workspace_id", "at" desc, "id" desc);
create index "audit_entries_actor_id_idx" on "audit_entries"("actor_id");
alter table "audit_entries"
  add constraint "audit_entries_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "audit_entries_actor_id_fkey"
    foreign key ("actor_id") references "users"("id") on delete restrict on update cascade,
  add constraint "audit_entries_act_check" check (act ~ '^[a-z]+:[a-z-]+$' and length(act) <= 60),
  add constraint "audit_entries_subject_type_check" check (subject_type in ('member', 'invitation', 'store', 'workspace')),
  add constraint "audit_entries_details_check" check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 8000),
  add constraint "audit_entries_address_check" check (length(address) <= 50);

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
revoke all on audit_entries from anon, authenticated, service_role;
grant select on audit_entries to authenticated, service_role;
create policy service on audit_entries for select to service_role using (true);
create policy admins_read on audit_entries for select to authenticated
  using (workspace_id in (select astra.admin_workspaces()));

-- Whoever has more rights than the app, too, finds them as they were written.
create function astra.keep_audit_entries() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'The audit log is only added to.' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_audit_entries before update or delete on audit_entries for each row execute function astra.keep_audit_entries();
create trigger keep_all_audit_entries before truncate on audit_entries for each statement execute function astra.keep_audit_entries();

-- The one way in. Who acts is whoever the transaction runs for, null the system; the network address is what the server says of the request.
create function astra.note_act(of_workspace uuid, act text, subject_type text, subject uuid, details jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.audit_entries (workspace_id, actor_id, act, subject_type, subject_id, details, address)
  values (of_workspace, (select auth.uid()), act, subject_type, subject, details,
    left(nullif(current_setting('astra.address', true), ''), 50))
$$;

create function astra.audit_memberships() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform astra.note_act(new.workspace_id, 'member:added', 'member', new.user_id, jsonb_build_object('role', new.role));
    return null;
  end if;
  if new.role <> old.role then
    perform astra.note_act(new.workspace_id, 'member:role-changed', 'member', new.user_id,
      jsonb_build_object('from', old.role, 'to', new.role));
  end if;
  if new.is_active <> old.is_active then
    perform astra.note_act(new.workspace_id, case when new.is_active then 'member:activated' else 'member:deactivated' end,
      'member', new.user_id, '{}');
  end if;
  return null;
end
$$;
create trigger audit after insert or update of role, is_active on memberships
  for each row execute function astra.audit_memberships();

-- An invitation that the system removes was taken up; the person who came is added in the same transaction.
create function astra.audit_invitations() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  told constant public.invitations := case when tg_op = 'DELETE' then old else new end;
begin
  perform astra.note_act(told.workspace_id,
    case
      when tg_op = 'INSERT' then 'invitation:made'
      when tg_op = 'UPDATE' then 'invitation:renewed'
      when (select auth.uid()) is null then 'invitation:accepted'
      else 'invitation:withdrawn'
    end,
    'invitation', told.id, jsonb_build_object('email', told.email, 'role', told.role));
  return null;
end
$$;
create trigger audit after insert or delete on invitations for each row execute function astra.audit_invitations();
create trigger audit_renewal after update of token_hash on invitations
  for each row when (old.token_hash is distinct from new.token_hash) execute function astra.audit_invitations();

create function astra.audit_stores() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  told constant public.integrations := case when tg_op = 'DELETE' then old else new end;
begin
  perform astra.note_act(told.workspace_id,
    case when tg_op = 'INSERT' then 'store:connected' when tg_op = 'DELETE' or new.removed_at is distinct from old.removed_at then 'store:removed'
      else 'store:handed-over' end,
    'store', told.id,
    jsonb_build_object('name', told.name, 'domain', told.domain)
      || case when tg_op = 'UPDATE' and old.user_id <> new.user_id then jsonb_build_object('from', old.user_id, 'to', new.user_id) else '{}' end);
  return null;
end
$$;
create trigger audit after insert or delete on integrations for each row execute function astra.audit_stores();
create trigger audit_hand_over after update of user_id on integrations
  for each row when (old.user_id is distinct from new.user_id) execute function astra.audit_stores();
create trigger audit_removal after update of removed_at on integrations
  for each row when (old.removed_at is null and new.removed_at is not null) execute function astra.audit_stores();

create function astra.audit_store_secrets() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_act(store.workspace_id, 'store:secret-changed', 'store', store.id, jsonb_build_object('name', store.name))
  from public.integrations store where store.id = new.integration_id;
  return null;
end
$$;
create trigger audit after update of webhook_secret on integration_secrets
  for each row when (old.webhook_secret is distinct from new.webhook_secret) execute function astra.audit_store_secrets();

create function astra.audit_workspaces() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  changed constant jsonb := (
    select jsonb_object_agg(key, jsonb_build_object('from', before.value, 'to', now.value))
    from jsonb_each(to_jsonb(old)) before join jsonb_each(to_jsonb(new)) now using (key)
    where before.value is distinct from now.value and key not in ('updated_at', 'sales_by_hand'));
begin
  if changed is not null then
    perform astra.note_act(new.id, 'workspace:changed', 'workspace', new.id, changed);
  end if;
  return null;
end
$$;
create trigger audit after update on workspaces for each row execute function astra.audit_workspaces();

-- What changed hands at once: each store has its own entry, leads and products are counted.
create function astra.note_hand_over(of_workspace uuid, giver uuid, receiver uuid, counts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if of_workspace not in (select astra.admin_workspaces()) then
    raise exception 'Only an admin hands over what others have.' using errcode = 'insufficient_privilege';
  end if;
  perform astra.note_act(of_workspace, 'member:handed-over', 'member', giver, jsonb_build_object('to', receiver) || counts);
end
$$;

revoke execute on function astra.keep_audit_entries(), astra.note_act(uuid, text, text, uuid, jsonb), astra.audit_memberships(),
  astra.audit_invitations(), astra.audit_stores(), astra.audit_store_secrets(), astra.audit_workspaces(),
  astra.note_hand_over(uuid, uuid, uuid, jsonb) from public, authenticated, service_role;
grant execute on function astra.note_hand_over(uuid, uuid, uuid, jsonb) to authenticated;
