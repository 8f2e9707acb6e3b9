-- Has the worker tell a person by mail of a change to how the account is kept: the job comes with the change. Called for oneself, or by the system.
create function astra.tell_account_change(person uuid, change text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is not null and person is distinct from (select auth.uid()) then
    raise exception 'A person is told of changes to the own account.' using errcode = 'insufficient_privilege';
  end if;
  if change not in ('secondFactorOn', 'secondFactorOff', 'recoveryCodesReplaced', 'chatLinked') then
    raise exception 'There is no such change.' using errcode = 'check_violation';
  end if;
  perform graphile_worker.add_job('tell-account-change', json_build_object('userId', person, 'change', change,
    'address', left(nullif(current_setting('astra.address', true), ''), 50), 'at', now()));
end
$$;

-- Ends what speaks for the person who asks without a session: the linked chat.
create function astra.end_linked_access() returns void
language sql security definer set search_path = '' as $$
  update public.user_settings set telegram_chat_id = null where user_id = (select auth.uid()) and telegram_chat_id is not null
$$;

revoke execute on function astra.tell_account_change(uuid, text), astra.end_linked_access() from public;
grant execute on function astra.tell_account_change(uuid, text) to authenticated, service_role;
grant execute on function astra.end_linked_access() to authenticated;
