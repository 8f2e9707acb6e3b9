-- Telegram both ways: what each member wants to hear of, a group for a workspace, links by which chats are connected, messages that can be
-- answered by their buttons, and the updates that Telegram has sent.

-- What a member wants to hear of in a workspace. Without a row everything but the summary is told.
create table "notification_preferences" (
  "workspace_id" uuid not null,
  "user_id" uuid not null,
  "new_leads" text not null default 'all',
  "least_value" numeric(14,3),
  "muted_stores" uuid[] default array[]::uuid[],
  "call_backs" boolean not null default true,
  "stock" boolean not null default true,
  "failed_deliveries" boolean not null default true,
  "summary_hour" smallint,
  "quiet_from" smallint,
  "quiet_until" smallint,
  "summary_set_at" timestamptz(3) not null default current_timestamp,
  "summary_day" date,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "notification_preferences_pkey" primary key ("workspace_id", "user_id")
);
create index "notification_preferences_user_id_idx" on "notification_preferences"("user_id");
alter table "notification_preferences"
  add constraint "notification_preferences_workspace_id_user_id_fkey"
    foreign key ("workspace_id", "user_id") references "memberships"("workspace_id", "user_id") on delete cascade on update cascade,
  add constraint "notification_preferences_summary_hour_check" check (summary_hour between 0 and 23);

-- The group in which a workspace hears of its new leads.
create table "telegram_groups" (
  "workspace_id" uuid not null,
  "chat_id" bigint not null,
  "title" text not null,
  "linked_by_id" uuid not null,
  "stopped_at" timestamptz(3),
  "stop_reason" text,
  "paused_until" timestamptz(3),
  "new_leads" text not null default 'all',
  "least_value" numeric(14,3),
  "muted_stores" uuid[] default array[]::uuid[],
  "quiet_from" smallint,
  "quiet_until" smallint,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "telegram_groups_pkey" primary key ("workspace_id")
);
create index "telegram_groups_chat_id_idx" on "telegram_groups"("chat_id");
create index "telegram_groups_linked_by_id_idx" on "telegram_groups"("linked_by_id");
alter table "telegram_groups"
  add constraint "telegram_groups_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "telegram_groups_linked_by_id_fkey"
    foreign key ("linked_by_id") references "users"("id") on delete restrict on update cascade,
  add constraint "telegram_groups_chat_id_check" check (chat_id < 0),
  add constraint "telegram_groups_title_check" check (length(title) <= 255);

-- Whom is told of which new leads, and when nobody is to be disturbed: minutes of the day, quiet from the first to the second.
do $$
declare name text;
begin
  foreach name in array array['notification_preferences', 'telegram_groups'] loop
    execute format('alter table public.%I
      add constraint %I check (new_leads in (''all'', ''above'', ''none'')),
      add constraint %I check (least_value between 0 and 99999999999.999 and (new_leads <> ''above'' or least_value is not null)),
      add constraint %I check (muted_stores is not null and cardinality(muted_stores) <= 500),
      add constraint %I check (
        (quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until
        and quiet_from between 0 and 1439 and quiet_until between 0 and 1439)',
      name, name || '_new_leads_check', name || '_least_value_check', name || '_muted_stores_check', name || '_quiet_check');
  end loop;
end
$$;

-- A link that connects a chat: for a quarter of an hour, once. Only the hash of what it carries is kept.
create table "telegram_links" (
  "workspace_id" uuid not null,
  "user_id" uuid not null,
  "kind" text not null,
  "token_hash" text not null,
  "expires_at" timestamptz(3) not null,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "telegram_links_pkey" primary key ("workspace_id", "user_id", "kind")
);
create unique index "telegram_links_token_hash_key" on "telegram_links"("token_hash");
alter table "telegram_links"
  add constraint "telegram_links_workspace_id_user_id_fkey"
    foreign key ("workspace_id", "user_id") references "memberships"("workspace_id", "user_id") on delete cascade on update cascade,
  add constraint "telegram_links_kind_check" check (kind in ('person', 'group')),
  add constraint "telegram_links_token_hash_check" check (token_hash ~ '^[A-Za-z0-9_-]{43}$');

-- Something that a chat is told once: of a person (user_id), or of the workspace's group. What can be answered by buttons is, once.
create table "telegram_alerts" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "user_id" uuid,
  "kind" text not null,
  "subject" text not null,
  "lead_id" uuid,
  "seen" jsonb,
  "chat_id" bigint,
  "message_id" bigint,
  "told_at" timestamptz(3),
  "answered_at" timestamptz(3),
  "answered_by_id" uuid,
  "answer_update" bigint,
  "answer" jsonb,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "telegram_alerts_pkey" primary key ("id")
);
create unique index "telegram_alerts_subject_key" on "telegram_alerts"("workspace_id", "user_id", "kind", "subject") nulls not distinct;
create index "telegram_alerts_chat_id_told_at_idx" on "telegram_alerts"("chat_id", "told_at" desc);
create index "telegram_alerts_lead_id_idx" on "telegram_alerts"("lead_id");
create index "telegram_alerts_user_id_idx" on "telegram_alerts"("user_id");
create index "telegram_alerts_answered_by_id_idx" on "telegram_alerts"("answered_by_id");
create index "telegram_alerts_created_at_idx" on "telegram_alerts" using brin ("created_at");
alter table "telegram_alerts"
  add constraint "telegram_alerts_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "telegram_alerts_user_id_fkey"
    foreign key ("user_id") references "users"("id") on delete cascade on update cascade,
  add constraint "telegram_alerts_answered_by_id_fkey"
    foreign key ("answered_by_id") references "users"("id") on delete set null on update cascade,
  add constraint "telegram_alerts_lead_id_fkey"
    foreign key ("lead_id") references "crm_leads"("id") on delete cascade on update cascade,
  add constraint "telegram_alerts_kind_check" check (kind in ('new_lead', 'call_back', 'stock', 'failed_deliveries', 'summary')),
  add constraint "telegram_alerts_subject_check" check (length(subject) <= 100);

-- The updates that Telegram has sent, each handled once. One that is not handled may be taken up again after a minute.
create table "telegram_updates" (
  "update_id" bigint not null,
  "taken_at" timestamptz(3) not null default current_timestamp,
  "handled_at" timestamptz(3),
  constraint "telegram_updates_pkey" primary key ("update_id")
);
create index "telegram_updates_taken_at_idx" on "telegram_updates" using brin ("taken_at");

do $$
declare name text;
begin
  foreach name in array array['notification_preferences', 'telegram_groups', 'telegram_links', 'telegram_alerts'] loop
    execute format('create trigger touch_updated_at before update on public.%I for each row execute function astra.touch_updated_at()', name);
  end loop;
  foreach name in array array['notification_preferences', 'telegram_groups', 'telegram_links', 'telegram_alerts', 'telegram_updates'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
    execute format('grant select, insert, update, delete on public.%I to service_role', name);
    execute format('create policy service on public.%I for all to service_role using (true) with check (true)', name);
  end loop;
end
$$;

-- When the hour of the summary was chosen: one that was over by then is tomorrow's.
create function astra.note_summary_hour() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' or new.summary_hour is distinct from old.summary_hour then
    new.summary_set_at := now();
  end if;
  return new;
end
$$;
create trigger note_summary_hour before insert or update of summary_hour on notification_preferences
  for each row execute function astra.note_summary_hour();
revoke execute on function astra.note_summary_hour() from public;

-- What a member wants to hear is the member's own. When the summary was last sent is the system's.
grant select, insert (workspace_id, user_id, new_leads, least_value, muted_stores, call_backs, stock, failed_deliveries, summary_hour, quiet_from, quiet_until),
  update (new_leads, least_value, muted_stores, call_backs, stock, failed_deliveries, summary_hour, quiet_from, quiet_until)
  on notification_preferences to authenticated;
create policy own on notification_preferences for all to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()))
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()));

-- The group is the admins' to see and to unlink; a link that the bot hears in a group makes it.
grant select, delete, update (new_leads, least_value, muted_stores, quiet_from, quiet_until) on telegram_groups to authenticated;
create policy admins on telegram_groups for all to authenticated
  using (workspace_id in (select astra.admin_workspaces()))
  with check (workspace_id in (select astra.admin_workspaces()));

-- Links are made and taken up, alerts and updates written by the system alone: they name what their readers may not see.

-- Which leads buyers are to be called back for, by time.
create index crm_leads_call_back_due on crm_leads (call_back_at) where cod_status = 'postponed';

-- Queues the alerts of a new lead: of its seller, unless that is no active member, has no chat, wants no alerts, or blocked the bot; and of the
-- workspace's group. Alerts to one chat go one after another.
create or replace function astra.queue_new_lead_alert(new_lead uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform graphile_worker.add_job('notify-new-lead', json_build_object('leadId', new_lead), queue_name := 'telegram:' || telegram_chat_id,
    job_key := 'notify-new-lead:' || new_lead, max_attempts := 15)
  from public.crm_leads lead
  join public.user_settings settings on settings.user_id = lead.user_id
  join public.memberships member on member.workspace_id = lead.workspace_id and member.user_id = settings.user_id
  where lead.id = new_lead and member.is_active and telegram_chat_id is not null and telegram_stopped_at is null and notify_new_leads;
  perform graphile_worker.add_job('notify-group', json_build_object('leadId', new_lead), queue_name := 'telegram:' || chat.chat_id,
    job_key := 'notify-group:' || new_lead, max_attempts := 15)
  from public.crm_leads lead join public.telegram_groups chat on chat.workspace_id = lead.workspace_id
  where lead.id = new_lead and chat.stopped_at is null and chat.new_leads <> 'none';
end
$$;

-- As before, and by which way a status was changed, unless in Astra itself.
create or replace function astra.detail_names(type text) returns text[] language sql immutable set search_path = '' as $$
  select case
    when type = 'arrived' then array['product']
    when type = 'status_changed' then array['field', 'from', 'to', 'callBackAt', 'decisionBefore', 'callReasonBefore', 'callAttemptsBefore',
      'callBackBefore', 'isOverride', 'isUndo', 'via']
    when type = 'note' then array['text']
    when type in ('customer_corrected', 'store_value_accepted', 'correction_kept') then array['field', 'from', 'to']
    when type in ('tag_added', 'tag_removed') then array['tag']
    when type = 'reassigned' then array['from', 'to']
    when type = 'customer_merged' then array['fromId']
    else '{}' end
$$;
