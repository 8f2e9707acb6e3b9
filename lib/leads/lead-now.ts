import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import type { LeadStanding } from "#lib/sales/statuses.ts";

/** How a lead stands, and who brought it there and when; null where no person did. */
export interface LeadNow extends LeadStanding {
  by: string | null;
  at: Date | null;
}

/** How leads stand that the person may see, by their ids. */
export async function readNow(
  tx: Transaction,
  session: Session,
  ids: string[],
): Promise<Map<string, LeadNow>> {
  const rows = await tx.$queryRaw<(LeadNow & { id: string })[]>`
    select lead.id, lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus", lead.kpi_status as "kpiStatus",
      lead.call_reason as "callReason", lead.call_attempts as "callAttempts", lead.call_back_at as "callBackAt",
      person.name as by, case when person.name is not null then said.occurred_at end as at
    from crm_leads lead
    left join lateral (
      select event.user_id, event.occurred_at from crm_lead_events event
      where event.lead_id = lead.id and event.type = 'status_changed' and (
        event.details ->> 'field' = 'codStatus' and event.details ->> 'to' = lead.cod_status
        or event.details ->> 'field' = 'logisticStatus' and event.details ->> 'to' = lead.logistic_status)
      order by event.occurred_at desc limit 1
    ) said on true
    left join astra.colleagues(${session.workspace.id}::uuid) person on person.id = said.user_id
    where lead.id = any (${ids}::uuid[]) and lead.workspace_id = ${session.workspace.id}::uuid`;
  return new Map(rows.map(({ id, ...now }) => [id, now]));
}
