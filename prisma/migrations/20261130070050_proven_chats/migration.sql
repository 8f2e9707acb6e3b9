-- A chat is linked only by whoever reads in it: Astra links it after the proof. A person may only unlink the own one.
revoke insert, update on user_settings from authenticated;
grant insert (user_id, notify_new_leads, list_preferences), update (notify_new_leads, list_preferences, telegram_chat_id)
  on user_settings to authenticated;

create function astra.guard_chat() returns trigger language plpgsql set search_path = '' as $$
begin
  if (select auth.uid()) is not null and new.telegram_chat_id is not null and new.telegram_chat_id is distinct from old.telegram_chat_id then
    raise exception 'A chat is linked by proof only.' using errcode = 'insufficient_privilege';
  end if;
  if new.telegram_chat_id is null then
    new.telegram_stopped_at := null;
    new.telegram_stop_reason := null;
  end if;
  return new;
end
$$;
create trigger guard_chat before update of telegram_chat_id on user_settings for each row execute function astra.guard_chat();
revoke execute on function astra.guard_chat() from public;
