-- Mails that wait to be sent, and for some weeks what became of them. To whom and what a mail says is sealed by the app, and gone as soon as
-- the mail is settled.
create table "mails" (
  "id" uuid not null,
  "template" text not null,
  "locale" text not null,
  "sealed" text,
  "state" text not null default 'waiting',
  "attempts" integer not null default 0,
  "next_attempt_at" timestamptz(3) default current_timestamp,
  "error_code" text,
  "once" text,
  "user_id" uuid,
  "invitation_id" uuid,
  "expires_at" timestamptz(3) not null,
  "settled_at" timestamptz(3),
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "mails_pkey" primary key ("id")
);
create unique index "mails_once_key" on "mails"("once");
create index "mails_user_id_idx" on "mails"("user_id");
create index "mails_invitation_id_idx" on "mails"("invitation_id");
create index "mails_settled_at_idx" on "mails"("settled_at");
alter table "mails"
  -- Whoever or whatever a mail is about takes it along.
  add constraint "mails_user_id_fkey"
    foreign key ("user_id") references "users"("id") on delete cascade on update cascade,
  add constraint "mails_invitation_id_fkey"
    foreign key ("invitation_id") references "invitations"("id") on delete cascade on update cascade,
  add constraint "mails_template_check" check (template ~ '^[a-zA-Z]{1,40}$'),
  add constraint "mails_locale_check" check (locale ~ '^[a-z]{2,3}$'),
  add constraint "mails_sealed_check" check (length(sealed) between 1 and 20000),
  add constraint "mails_state_check" check (state in ('waiting', 'sent', 'refused', 'failed', 'expired')),
  add constraint "mails_waiting_check" check (
    case when state = 'waiting' then sealed is not null and next_attempt_at is not null and settled_at is null
    else sealed is null and next_attempt_at is null and settled_at is not null end),
  add constraint "mails_attempts_check" check (attempts between 0 and 100),
  add constraint "mails_error_code_check" check (error_code ~ '^[a-zA-Z]{1,40}$'),
  add constraint "mails_once_check" check (length(once) between 1 and 200);
create trigger touch_updated_at before update on mails for each row execute function astra.touch_updated_at();

alter table mails enable row level security;
alter table mails force row level security;
revoke all on mails from anon, authenticated;
grant select, insert, update, delete on mails to service_role;
create policy service on mails for all to service_role using (true) with check (true);

-- What became of an invitation's mail, for those who see the invitation; nothing else of any mail.
grant select (id, invitation_id, state, error_code, created_at) on mails to authenticated;
create policy of_invitations on mails for select to authenticated
  using (invitation_id in (
    select invitation.id from public.invitations invitation
    where invitation.workspace_id in (select astra.admin_workspaces())));

-- Puts a mail up in the transaction that causes it, whoever's it is: what it says only the app can write. Of an invitation, only the newest
-- link opens, so a mail with the one before is taken back. Mails leave one after the other, over all workers, so that none of a slow server's
-- keeps other jobs waiting; what is sent to many waits for what somebody waits for.
create function astra.queue_mail(mail_id uuid, template text, locale text, sealed text, expires_at timestamptz, user_id uuid,
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
    job_key := 'send-mail:' || queue_mail.mail_id, priority := case when queue_mail.once is null then 0 else 10 end);
  return true;
end
$$;
revoke execute on function astra.queue_mail(uuid, text, text, text, timestamptz, uuid, uuid, text) from public;
grant execute on function astra.queue_mail(uuid, text, text, text, timestamptz, uuid, uuid, text) to authenticated, service_role;
