import { setTimeout as sleep } from "node:timers/promises";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import {
  type CodStatus,
  deriveKpiStatus,
  type LogisticStatus,
  type PaymentStatus,
} from "#lib/sales/statuses.ts";
import { recordEvents, type TimelineEntry } from "#lib/sales/timeline/record.ts";
import type { Act } from "#scripts/demo/calls.ts";

interface WorkedLead {
  id: string;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  paymentStatus: PaymentStatus;
}

/** A slow machine answers a store before it has worked its delivery in. Milliseconds. */
const patience = 60_000;
const pause = 250;

/** Writes what a seller did with the lead of an order, as if it had been done in Astra then. Doing it again changes nothing. */
export async function workLead(
  storeId: string,
  externalOrderId: string,
  sellerId: string,
  act: Act,
): Promise<void> {
  await waitForLead(storeId, externalOrderId);
  await forSystem(async (tx) => {
    const lead = await lockLead(tx, storeId, externalOrderId);
    const isDone = await tx.leadEvent.count({
      where: { leadId: lead.id, userId: sellerId, occurredAt: act.at },
    });
    if (isDone) return;
    const next = {
      codStatus: act.codStatus ?? lead.codStatus,
      logisticStatus: act.logisticStatus ?? lead.logisticStatus,
    };
    const events = [
      ...changes(lead, next),
      ...(act.note ? [{ type: "note" as const, details: { text: act.note } }] : []),
    ];
    if (events.length === 0) return;
    await tx.lead.update({
      where: { id: lead.id },
      data: {
        ...next,
        ...(act.codStatus && { codDecision: act.codStatus, callBackAt: act.callBackAt ?? null }),
        ...(act.logisticStatus && { logisticDecision: act.logisticStatus }),
        ...(act.callAttempts && { callAttempts: act.callAttempts }),
        kpiStatus: deriveKpiStatus({ ...next, paymentStatus: lead.paymentStatus }),
      },
    });
    await recordEvents(
      tx,
      events.map((event) => ({ ...event, leadId: lead.id, userId: sellerId, occurredAt: act.at })),
    );
  });
}

function changes(
  lead: WorkedLead,
  next: Pick<WorkedLead, "codStatus" | "logisticStatus">,
): Pick<TimelineEntry<"status_changed">, "type" | "details">[] {
  return (["codStatus", "logisticStatus"] as const)
    .filter((field) => lead[field] !== next[field])
    .map((field) => ({ type: "status_changed", details: { field, from: lead[field], to: next[field] } }));
}

async function waitForLead(storeId: string, externalOrderId: string): Promise<void> {
  const until = Date.now() + patience;
  const order = { integrationId: storeId, externalOrderId };
  while ((await forSystem((tx) => tx.lead.count({ where: { order } }))) === 0) {
    if (Date.now() > until) throw new Error(`The order ${externalOrderId} of the demo has no lead.`);
    await sleep(pause);
  }
}

async function lockLead(tx: Transaction, storeId: string, externalOrderId: string): Promise<WorkedLead> {
  const [lead] = await tx.$queryRaw<WorkedLead[]>`
    select lead.id, lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus",
      "order".payment_status as "paymentStatus"
    from crm_leads lead
    join orders "order" on "order".id = lead.order_id
    where "order".integration_id = ${storeId}::uuid and "order".external_order_id = ${externalOrderId}
    for update of lead`;
  if (!lead) throw new Error(`The order ${externalOrderId} of the demo has no lead.`);
  return lead;
}
