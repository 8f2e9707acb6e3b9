-- Who linked or unlinked the workspace's group in Telegram, which hears of every new lead. The system writes the link that an admin made: it is the
-- admin's act. A group that became a supergroup, with another id, is the same.
create function astra.audit_telegram_groups() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  told constant public.telegram_groups := case when tg_op = 'DELETE' then old else new end;
begin
  insert into public.audit_entries (workspace_id, actor_id, act, subject_type, subject_id, details, address)
  values (told.workspace_id, case when tg_op = 'DELETE' then (select auth.uid()) else told.linked_by_id end,
    case when tg_op = 'DELETE' then 'workspace:group-unlinked' else 'workspace:group-linked' end,
    'workspace', told.workspace_id, jsonb_build_object('title', told.title),
    left(nullif(current_setting('astra.address', true), ''), 50));
  return null;
end
$$;
create trigger audit after insert or delete on telegram_groups for each row execute function astra.audit_telegram_groups();
create trigger audit_another after update of title on telegram_groups
  for each row when (old.chat_id is distinct from new.chat_id) execute function astra.audit_telegram_groups();

-- The secret before counts until its day is over, or somebody ends it.
create function astra.audit_ended_secrets() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform astra.note_act(store.workspace_id, 'store:previous-secret-ended', 'store', store.id, jsonb_build_object('name', store.name))
  from public.integrations store where store.id = new.integration_id;
  return null;
end
$$;
create trigger audit_end after update of previous_valid_until on integration_secrets
  for each row when (old.previous_valid_until > now() and new.previous_valid_until <= now()) execute function astra.audit_ended_secrets();

revoke execute on function astra.audit_telegram_groups(), astra.audit_ended_secrets() from public, authenticated, service_role;
