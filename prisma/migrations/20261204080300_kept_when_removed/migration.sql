-- Removes a store that the person may edit. What it sent before is still worked in, also what was only kept because it was paused: nobody can take
-- it up again. Its secrets stay, so that the shop can be told.
create or replace function astra.remove_store(store_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not astra.may_edit_store(store_id) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  update public.integrations set removed_at = now(), is_active = false, paused_reason = null where id = store_id;
  update public.webhook_deliveries set status = 'received', error = null, next_attempt_at = now()
  where integration_id = store_id and status = 'ignored' and error in ('{"code":"paused"}', 'This store is paused.') and payload <> '';
end
$$;
