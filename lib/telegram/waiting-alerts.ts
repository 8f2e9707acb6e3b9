import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";

/** From so many on, alerts that wait for one chat are told in one message: one a second, they would come for minutes. */
export const summaryFrom = 20;

/** A new lead of which its seller still has to hear. */
export interface WaitingAlert {
  leadId: string;
  storeName: string | null;
}

/**
 * The alerts that wait for a chat beside the one that is being sent, of leads whose seller has this chat and has not heard of them. Their
 * jobs have the lead in their key (`astra.queue_new_lead_alert`).
 */
export function findWaitingAlerts(tx: Transaction, chatId: number, leadId: string): Promise<WaitingAlert[]> {
  return tx.$queryRaw<WaitingAlert[]>`
    select lead.id as "leadId", store.name as "storeName"
    from graphile_worker.jobs job
    join crm_leads lead
      on lead.id = case when job.task_identifier = 'notify-new-lead' then split_part(job.key, ':', 2)::uuid end
    join user_settings settings on settings.user_id = lead.user_id
    join memberships member on member.workspace_id = lead.workspace_id and member.user_id = lead.user_id
    left join integrations store on store.id = lead.integration_id
    where job.queue_name = 'telegram:' || ${String(chatId)}
      and job.locked_at is null and job.run_at <= now() and lead.id <> ${leadId}::uuid
      and settings.telegram_chat_id = ${chatId} and settings.telegram_stopped_at is null and member.is_active
      and not exists (
        select from crm_lead_events event where event.lead_id = lead.id and event.type in ('alert_sent', 'alert_failed')
      )
    order by job.id`;
}
