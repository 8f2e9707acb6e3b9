import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { CodStatus } from "#lib/sales/statuses.ts";
import { toldSubjects } from "#lib/telegram/notify/alert-rows.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";
import { wantsLead } from "#lib/telegram/wants-lead.ts";

/** What decides whether somebody is told of a lead, and what a list of leads says of it. */
export interface LeadRow {
  id: string;
  workspaceId: string;
  userId: string;
  storeId: string | null;
  storeName: string | null;
  buyer: string | null;
  value: string | null;
  currency: string | null;
  toCall: boolean;
  codStatus: CodStatus;
  callAttempts: number;
  callBackAt: Date | null;
  /** Whether its timeline says that its seller was told, or could not be. */
  isTold: boolean;
}

/** Leads by their ids, in the order of these. */
async function loadLeadRows(tx: Transaction, ids: string[]): Promise<LeadRow[]> {
  return tx.$queryRaw<LeadRow[]>`
    select lead.id, lead.workspace_id as "workspaceId", lead.user_id as "userId", lead.integration_id as "storeId",
      store.name as "storeName", lead.name as buyer, lead.value::text as value, lead.currency, lead.to_call as "toCall",
      lead.cod_status as "codStatus", lead.call_attempts as "callAttempts", lead.call_back_at as "callBackAt",
      exists (
        select from crm_lead_events event where event.lead_id = lead.id and event.type in ('alert_sent', 'alert_failed')
      ) as "isTold"
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join crm_leads lead on lead.id = wanted.id left join integrations store on store.id = lead.integration_id
    order by wanted.place`;
}

/** Those of new leads that the recipient has not heard of and wants to. */
export async function newLeadsFor(tx: Transaction, recipient: Recipient, ids: string[]): Promise<LeadRow[]> {
  const { workspaceId, userId, currency, preferences, hearsEveryones } = recipient;
  const rows = await loadLeadRows(tx, ids);
  const wanted = rows.filter(
    (lead) => lead.workspaceId === workspaceId && wantsLead(preferences, lead, currency),
  );
  const told = hearsEveryones ? await toldSubjects(tx, recipient, "new_lead", ids) : new Set();
  return wanted.filter((lead) =>
    lead.userId === userId ? !lead.isTold : hearsEveryones && !told.has(lead.id),
  );
}

/** A call that a buyer was promised, and the row by which it is told of. */
export interface DueCall extends LeadRow {
  alertId: string;
}

/** Those of calls, by their alerts, that are still to be made at their times by the recipient, who has not heard of them. */
export async function callsFor(
  tx: Transaction,
  { workspaceId, userId }: Recipient,
  alertIds: string[],
): Promise<DueCall[]> {
  const alerts = await tx.telegramAlert.findMany({
    where: { id: { in: alertIds }, workspaceId, userId, toldAt: null },
    select: { id: true, leadId: true, subject: true },
    orderBy: { createdAt: "asc" },
  });
  const rows = await loadLeadRows(
    tx,
    alerts.flatMap(({ leadId }) => leadId ?? []),
  );
  const leads = new Map(rows.map((lead) => [lead.id, lead]));
  return alerts.flatMap(({ id, leadId, subject }) => {
    const lead = leads.get(leadId ?? "");
    const isDue = lead && lead.userId === userId && lead.toCall && subject === callSubject(lead);
    return isDue ? [{ ...lead, alertId: id }] : [];
  });
}

/** What names a call of a lead: another time is another call. astra.queue_call_backs writes the same. */
export function callSubject({ id, callBackAt }: Pick<LeadRow, "id" | "callBackAt">): string {
  return `${id}:${callBackAt?.getTime() ?? ""}`;
}
