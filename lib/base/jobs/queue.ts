import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";

/**
 * Queues the alert for a new lead in the caller's transaction, so that it is sent if and only if the lead exists. Nothing is queued
 * when the bot is off, or when the seller is no active member, has no chat, wants no alerts, or blocked the bot. Alerts to one chat go one after another.
 */
export async function queueNewLeadAlert(
  tx: Transaction,
  alert: { leadId: string; userId: string },
): Promise<void> {
  if (!env().TELEGRAM_BOT_TOKEN) return;
  await tx.$executeRaw`
    select graphile_worker.add_job('notify-new-lead', json_build_object('leadId', ${alert.leadId}::text),
      queue_name := 'telegram:' || telegram_chat_id, job_key := 'notify-new-lead:' || ${alert.leadId}::text, max_attempts := 15)
    from user_settings settings
    join crm_leads lead on lead.id = ${alert.leadId}::uuid
    join memberships member on member.workspace_id = lead.workspace_id and member.user_id = settings.user_id
    where settings.user_id = ${alert.userId}::uuid and member.is_active and telegram_chat_id is not null
      and telegram_stopped_at is null and notify_new_leads`;
}

/** Has the worker look soon at the large deliveries that wait, to be worked in or to be looked through, if there are any. */
export async function queueLargeDeliveries(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('process-large-deliveries', queue_name := 'large-deliveries',
      job_key := 'process-large-deliveries')
    where exists (select from webhook_deliveries where is_large and next_attempt_at is not null)
      or exists (select from webhook_deliveries where is_large and traces is null and payload <> '')`;
}
