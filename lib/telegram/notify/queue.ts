import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";
import { fieldsOf, momentAt } from "#lib/base/time/moment.ts";
import { isTimezone } from "#lib/base/time/zones.ts";
import { isTelegramOn } from "#lib/telegram/bot.ts";
import { failingStores } from "#lib/telegram/notify/failures.ts";

// What nobody's change queues, because time alone makes it due: looked for each minute. Each statement claims what it queues, so that two workers
// queue it once.

/**
 * Queues what has become due since the last minute.
 *
 * @param now to which summaries are counted
 */
export async function queueDueNotices(now = new Date()): Promise<void> {
  if (!isTelegramOn()) return;
  await queueCallBacks();
  await queueFailures();
  await queueSummaries(now);
}

/** A call that was missed for longer is in the list of leads to call, as all others. */
const oldestCall = "1 day";

/** Calls that buyers were promised: once for each time, to whoever works the lead. */
async function queueCallBacks(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      with due as (
        insert into telegram_alerts (workspace_id, user_id, kind, subject, lead_id)
        select lead.workspace_id, lead.user_id, 'call_back', lead.id || ':' || (extract(epoch from lead.call_back_at) * 1000)::bigint, lead.id
        from crm_leads lead
        join memberships member on member.workspace_id = lead.workspace_id and member.user_id = lead.user_id and member.is_active
        join user_settings settings on settings.user_id = lead.user_id and settings.telegram_chat_id is not null
          and settings.telegram_stopped_at is null
        left join notification_preferences preference
          on preference.workspace_id = lead.workspace_id and preference.user_id = lead.user_id
        where lead.cod_status = 'postponed' and lead.to_call
          and lead.call_back_at <= now() and lead.call_back_at > now() - ${oldestCall}::interval
          and coalesce(preference.call_backs, true)
        on conflict (workspace_id, user_id, kind, subject) do nothing
        returning id, user_id
      )
      select graphile_worker.add_job('notify-call-back', json_build_object('alertId', due.id),
        queue_name := 'telegram:' || settings.telegram_chat_id, job_key := 'notify-call-back:' || due.id, max_attempts := 15)
      from due join user_settings settings on settings.user_id = due.user_id`,
  );
}

/** Stores whose deliveries fail: one job for each of whom it concerns, however many stores. */
async function queueFailures(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.add_job('notify-failures', json_build_object('workspaceId', concerned.workspace_id, 'userId', concerned.user_id),
        queue_name := 'telegram:' || settings.telegram_chat_id,
        job_key := 'notify-failures:' || concerned.workspace_id || ':' || concerned.user_id, job_key_mode := 'unsafe_dedupe', max_attempts := 15)
      from (select distinct workspace_id, user_id from (${failingStores}) failing) concerned
      join user_settings settings on settings.user_id = concerned.user_id and settings.telegram_chat_id is not null
        and settings.telegram_stopped_at is null
      left join notification_preferences preference
        on preference.workspace_id = concerned.workspace_id and preference.user_id = concerned.user_id
      where coalesce(preference.failed_deliveries, true)`,
  );
}

interface SummaryReader {
  workspaceId: string;
  userId: string;
  hour: number;
  /** When that hour was chosen. */
  setAt: Date;
  /** Of which day the last one was queued. */
  lastDay: string | null;
  timezone: string;
}

/**
 * Daily summaries whose hour has come in the person's time zone, unless it was chosen only later. One whose hour passed while no worker ran
 * comes later on the same day.
 */
async function queueSummaries(now: Date): Promise<void> {
  const readers = await forSystem(
    (tx) => tx.$queryRaw<SummaryReader[]>`
      select preference.workspace_id as "workspaceId", preference.user_id as "userId", preference.summary_hour as hour,
        preference.summary_set_at as "setAt", preference.summary_day::text as "lastDay", person.timezone
      from notification_preferences preference
      join users person on person.id = preference.user_id
      join user_settings settings on settings.user_id = preference.user_id and settings.telegram_chat_id is not null
        and settings.telegram_stopped_at is null
      join memberships member on member.workspace_id = preference.workspace_id and member.user_id = preference.user_id and member.is_active
      where preference.summary_hour is not null`,
  );
  for (const reader of readers) {
    try {
      const day = dueDay(reader, now);
      if (day) await queueSummary(reader, day);
    } catch (error) {
      // One person's trouble is not the next one's.
      log.error({ err: error, userId: reader.userId }, "a summary could not be queued");
    }
  }
}

/** The day whose summary is due; null when none is, or nobody knows when it would be: a person may write any time zone by REST. */
function dueDay({ hour, setAt, lastDay, timezone }: SummaryReader, now: Date): string | null {
  if (!isTimezone(timezone)) return null;
  const { day } = fieldsOf(now, timezone);
  const due = momentAt(new Date(`${day}T00:00:00Z`), `${hour}:00`, timezone);
  return lastDay !== day && due <= now && setAt < due ? day : null;
}

/** Of two workers that come to it at once, the one that notes the day queues it. */
async function queueSummary({ workspaceId, userId }: SummaryReader, day: string): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      with due as (
        update notification_preferences set summary_day = ${day}::date
        where workspace_id = ${workspaceId}::uuid and user_id = ${userId}::uuid and summary_day is distinct from ${day}::date
        returning user_id
      )
      select graphile_worker.add_job('notify-summary',
        json_build_object('workspaceId', ${workspaceId}::text, 'userId', ${userId}::text, 'day', ${day}::text),
        queue_name := 'telegram:' || settings.telegram_chat_id,
        job_key := 'notify-summary:' || ${workspaceId}::text || ':' || ${userId}::text || ':' || ${day}::text, max_attempts := 15)
      from due join user_settings settings on settings.user_id = due.user_id`,
  );
}
