-- As before, but in an order: what somebody waits for at a page, and what tells of a change to an account, goes before invitations, of which an admin
-- sends many, and they before summaries.
create or replace function astra.queue_mail(mail_id uuid, template text, locale text, sealed text, expires_at timestamptz, user_id uuid,
  invitation_id uuid, once text) returns boolean language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  person uuid := (select auth.uid());
begin
  if person is not null and queue_mail.invitation_id is not null and not exists (
    select from public.invitations invitation
    where invitation.id = queue_mail.invitation_id and invitation.workspace_id in (select astra.admin_workspaces()))
  then
    raise exception 'This invitation is not yours to mail.' using errcode = 'insufficient_privilege';
  end if;
  -- Whoever took the name of somebody's summary would keep it from being sent.
  if person is not null and (queue_mail.once is not null or queue_mail.user_id <> person) then
    raise exception 'A person puts mails up of the own account, and under no name.' using errcode = 'insufficient_privilege';
  end if;
  delete from public.mails mail where mail.invitation_id = queue_mail.invitation_id;
  insert into public.mails (id, template, locale, sealed, expires_at, user_id, invitation_id, once)
  values (queue_mail.mail_id, queue_mail.template, queue_mail.locale, queue_mail.sealed, queue_mail.expires_at, queue_mail.user_id,
    queue_mail.invitation_id, queue_mail.once)
  on conflict (once) do nothing;
  if not found then
    return false;
  end if;
  perform graphile_worker.add_job('send-mail', json_build_object('mailId', queue_mail.mail_id), queue_name := 'mails',
    job_key := 'send-mail:' || queue_mail.mail_id, priority := case when queue_mail.template = 'daySummary' then 10 when queue_mail.invitation_id is not null then 5 else 0 end);
  return true;
end
$$;
