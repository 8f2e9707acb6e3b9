import "server-only";
import type { Transaction } from "#lib/db/access.ts";
import type { LeadContact } from "#lib/ingest/buyer.ts";
import type { NewLeadEvent } from "#lib/ingest/order-timeline.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { queueNewLeadAlert } from "#lib/jobs/queue.ts";
import {
  type CodStatus,
  deriveKpiStatus,
  followStore,
  initialStatuses,
  type LogisticStatus,
  type StoreProgress,
} from "#lib/leads/model.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** Whom a lead is about. */
type LeadAbout = { customerId?: string | null } & Partial<LeadContact>;

/** Makes the lead of a new order, with its first timeline entry and the alert to its seller. */
export async function createLead(
  tx: Transaction,
  store: RecordingStore,
  about: LeadAbout & { orderId: string },
  order: StoreOrder,
): Promise<void> {
  const statuses = initialStatuses(progressOf(order));
  const { id } = await tx.lead.create({
    data: {
      workspaceId: store.workspaceId,
      integrationId: store.integrationId,
      userId: store.userId,
      ...about,
      source: store.type,
      ...statuses,
      kpiStatus: deriveKpiStatus({ ...statuses, paymentStatus: order.paymentStatus }),
      isTest: order.isTest,
      value: order.currentTotal,
      arrivedAt: order.createdAt,
      events: { create: { type: "arrived", details: { store: store.name }, occurredAt: order.createdAt } },
    },
    select: { id: true },
  });
  await queueNewLeadAlert(tx, { leadId: id, userId: store.userId });
}

/** A lead as the store's news finds it. */
export interface LockedLead {
  id: string;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  codSetByPerson: boolean;
  logisticSetByPerson: boolean;
}

/** The lead of an order, locked until the transaction ends, so that a person's change waits or is seen. */
export async function lockLead(tx: Transaction, orderId: string): Promise<LockedLead> {
  const [lead] = await tx.$queryRaw<LockedLead[]>`
    select id, cod_status as "codStatus", logistic_status as "logisticStatus", cod_set_by_person as "codSetByPerson",
      logistic_set_by_person as "logisticSetByPerson"
    from crm_leads where order_id = ${orderId}::uuid for update`;
  if (!lead) throw new Error("An order has no lead.");
  return lead;
}

/** The news that can move a lead. */
type LeadNews = Pick<StoreOrder, "status" | "paymentStatus" | "isCod" | "shipment"> & {
  isTest?: boolean;
  currentTotal?: string;
  about?: LeadAbout;
};

/** Moves a lead along with its order and writes the timeline: what happened, then each status that changed. */
export async function moveLead(
  tx: Transaction,
  lead: LockedLead,
  news: LeadNews,
  events: NewLeadEvent[],
): Promise<void> {
  const next = followStore(lead, progressOf(news));
  const changes: NewLeadEvent[] = [];
  if (next.logisticStatus !== lead.logisticStatus) {
    changes.push(statusChange("logisticStatus", lead.logisticStatus, next.logisticStatus));
  }
  if (next.codStatus !== lead.codStatus)
    changes.push(statusChange("codStatus", lead.codStatus, next.codStatus));
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      ...next,
      ...(next.logisticStatus !== lead.logisticStatus && { logisticSetByPerson: false }),
      ...(next.codStatus !== lead.codStatus && { codSetByPerson: false }),
      kpiStatus: deriveKpiStatus({ ...next, paymentStatus: news.paymentStatus }),
      ...(news.isTest !== undefined && { isTest: news.isTest }),
      ...(news.currentTotal !== undefined && { value: news.currentTotal }),
      ...news.about,
    },
  });
  await addLeadEvents(tx, lead.id, [...events, ...changes]);
}

/** Writes entries of the system on a lead's timeline. */
export async function addLeadEvents(tx: Transaction, leadId: string, events: NewLeadEvent[]): Promise<void> {
  if (events.length > 0)
    await tx.leadEvent.createMany({ data: events.map((event) => ({ leadId, ...event })) });
}

function progressOf(news: LeadNews): StoreProgress {
  return {
    orderStatus: news.status,
    paymentStatus: news.paymentStatus,
    isCod: news.isCod,
    shipment: news.shipment,
  };
}

function statusChange(field: "logisticStatus" | "codStatus", from: string, to: string): NewLeadEvent {
  return { type: "status_changed", details: { field, from, to } };
}
