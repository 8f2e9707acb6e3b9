import type { Installation } from "#tests/integration/resilience/installation.ts";
import type { Seller } from "#tests/integration/resilience/sellers.ts";

/** A queued alert. */
export interface AlertJob extends Record<string, unknown> {
  id: string;
  attempts: number;
  runAt: Date;
  lastError: string | null;
  isRunning: boolean;
}

/** The queued alerts of a seller's leads, next one first. */
export function alertJobs({ sql }: Installation, { userId }: Seller): Promise<AlertJob[]> {
  return sql<AlertJob>(
    `select jobs.id, attempts, run_at as "runAt", last_error as "lastError", locked_at is not null as "isRunning"
     from graphile_worker.jobs join crm_leads lead on jobs.key = 'notify-new-lead:' || lead.id
     where lead.user_id = $1 order by run_at, jobs.id`,
    [userId],
  );
}

/** Brings the next attempt of a seller's alerts forward. */
export async function runJobsNow(astra: Installation, seller: Seller): Promise<void> {
  const ids = (await alertJobs(astra, seller)).map(({ id }) => id);
  await astra.sql("select graphile_worker.reschedule_jobs($1::bigint[], run_at := now())", [ids]);
}

/** A seller's Telegram settings. */
export async function settingsOf({ sql }: Installation, { userId }: Seller) {
  const [settings] = await sql<{ chatId: string | null; stoppedAt: Date | null; reason: string | null }>(
    `select telegram_chat_id as "chatId", telegram_stopped_at as "stoppedAt", telegram_stop_reason as reason
     from user_settings where user_id = $1`,
    [userId],
  );
  return settings;
}

/** The timeline of a seller's leads, less what every lead begins with. */
export async function timelineOf({ sql }: Installation, { userId }: Seller) {
  return sql<{ type: string; details: Record<string, unknown> }>(
    `select event.type, event.details from crm_lead_events event join crm_leads lead on lead.id = event.lead_id
     where lead.user_id = $1 and event.type <> 'arrived' order by event.occurred_at`,
    [userId],
  );
}
