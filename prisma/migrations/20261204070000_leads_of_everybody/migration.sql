-- Who runs a workspace may hear of everybody's new leads, and not only of the own ones.
alter table notification_preferences add column "everyones_leads" boolean not null default false;
grant insert (everyones_leads), update (everyones_leads) on notification_preferences to authenticated;

-- Queues the alerts of a new lead: of its seller, unless that is no active member, has no chat, or blocked the bot; of admins and managers who want to
-- hear of everybody's; and of the workspace's group. Alerts to one chat go one after another. What a person wants to hear stands in
-- notification_preferences alone: user_settings.notify_new_leads, which had no field in any page, mutes nothing any more.
create or replace function astra.queue_new_lead_alert(new_lead uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform graphile_worker.add_job('notify-new-lead', json_build_object('leadId', new_lead), queue_name := 'telegram:' || telegram_chat_id,
    job_key := 'notify-new-lead:' || new_lead, max_attempts := 15)
  from public.crm_leads lead
  join public.user_settings settings on settings.user_id = lead.user_id
  join public.memberships member on member.workspace_id = lead.workspace_id and member.user_id = settings.user_id
  where lead.id = new_lead and member.is_active and telegram_chat_id is not null and telegram_stopped_at is null;
  perform graphile_worker.add_job('notify-others-lead', json_build_object('leadId', new_lead, 'userId', member.user_id),
    queue_name := 'telegram:' || telegram_chat_id, job_key := 'notify-others-lead:' || new_lead || ':' || member.user_id, max_attempts := 15)
  from public.crm_leads lead
  join public.notification_preferences preference on preference.workspace_id = lead.workspace_id and preference.everyones_leads
    and preference.new_leads <> 'none' and preference.user_id <> lead.user_id
  join public.memberships member on member.workspace_id = preference.workspace_id and member.user_id = preference.user_id
    and member.is_active and member.role in ('admin', 'manager')
  join public.user_settings settings on settings.user_id = member.user_id
  where lead.id = new_lead and telegram_chat_id is not null and telegram_stopped_at is null;
  perform graphile_worker.add_job('notify-group', json_build_object('leadId', new_lead), queue_name := 'telegram:' || chat.chat_id,
    job_key := 'notify-group:' || new_lead, max_attempts := 15)
  from public.crm_leads lead join public.telegram_groups chat on chat.workspace_id = lead.workspace_id
  where lead.id = new_lead and chat.stopped_at is null and chat.new_leads <> 'none';
end
$$;
