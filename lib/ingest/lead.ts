import { type CallReason, deriveKpiStatus, type PaymentKind, type Statuses } from "#lib/sales/statuses.ts";
import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { queueNewLeadAlert } from "#lib/base/jobs/queue.ts";
import type { LeadContact } from "#lib/ingest/buyer.ts";
import type { OrderStanding } from "#lib/ingest/order-state.ts";
import type { NewLeadEvent } from "#lib/ingest/order-timeline.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { Settlement } from "#lib/ingest/settle.ts";
import {
  followStore,
  initialStatuses,
  type MovableLead,
  type StoreProgress,
} from "#lib/leads/follow-store.ts";
import { isAbsurd } from "#lib/orders/model.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** Whom a lead is about, and what a person corrected of it. */
export type LeadAbout = {
  customerId?: string | null;
  corrections?: Prisma.InputJsonObject;
} & Partial<LeadContact>;

interface NewLead {
  about: LeadAbout & { orderId: string };
  order: StoreOrder;
  standing: OrderStanding;
  settlement: Settlement;
  /** Whether its seller is alerted. */
  isNew: boolean;
  events: NewLeadEvent[];
}

/** Makes the lead of a new order, with its first timeline entries and the alert to its seller. */
export async function createLead(tx: Transaction, store: RecordingStore, lead: NewLead): Promise<void> {
  const { about, order, standing, settlement } = lead;
  const statuses = initialStatuses(progressOf({ ...standing, ...settlement, payment: order.payment }));
  const arrived: NewLeadEvent = {
    type: "arrived",
    details: { store: store.name },
    occurredAt: order.createdAt,
  };
  const { id } = await tx.lead.create({
    data: {
      workspaceId: store.workspaceId,
      integrationId: store.integrationId,
      userId: store.userId,
      ...about,
      source: store.type,
      ...statuses,
      callReason: standing.callReason,
      kpiStatus: deriveKpiStatus({ ...statuses, paymentStatus: settlement.paymentStatus }),
      isTest: order.isTest,
      value: worthOf(order.currentTotal),
      arrivedAt: order.createdAt,
      events: { create: [arrived, ...lead.events] },
    },
    select: { id: true },
  });
  if (lead.isNew) await queueNewLeadAlert(tx, { leadId: id, userId: store.userId });
}

/** What a lead is worth in the order in which leads are called; a sum that can't be true is called last. */
function worthOf(total: string): string | null {
  return isAbsurd(total) ? null : total;
}

/** A lead as the store's news finds it. */
export interface LockedLead extends MovableLead {
  id: string;
  callReason: CallReason | null;
}

/** The lead of an order, locked until the transaction ends, so that a person's change waits or is seen; null for a part of another order. */
export async function lockLead(tx: Transaction, orderId: string): Promise<LockedLead | null> {
  const [lead] = await tx.$queryRaw<LockedLead[]>`
    select id, cod_status as "codStatus", logistic_status as "logisticStatus", cod_decision as "codDecision",
      logistic_decision as "logisticDecision", call_reason as "callReason"
    from crm_leads where order_id = ${orderId}::uuid for update`;
  return lead ?? null;
}

/** The news that can move a lead. */
interface LeadNews {
  /** The whole order, when the news is of it; else only how it is paid. */
  order: Pick<StoreOrder, "payment"> & Partial<Pick<StoreOrder, "isTest" | "currentTotal">>;
  standing: Pick<OrderStanding, "status" | "shipment" | "callReason">;
  settlement: Pick<Settlement, "paymentStatus" | "due">;
  before: { callReason: CallReason | null };
  about?: LeadAbout;
}

/** Moves a lead along with its order and writes the timeline: what happened, then each status that changed. */
export async function moveLead(
  tx: Transaction,
  lead: LockedLead,
  news: LeadNews,
  events: NewLeadEvent[],
): Promise<void> {
  const { order, standing, settlement } = news;
  const next = followStore(lead, progressOf({ ...standing, ...settlement, payment: order.payment }));
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      ...next,
      callReason: nextCallReason(lead, news),
      kpiStatus: deriveKpiStatus({ ...next, paymentStatus: settlement.paymentStatus }),
      ...(order.isTest !== undefined && { isTest: order.isTest }),
      ...(order.currentTotal !== undefined && { value: worthOf(order.currentTotal) }),
      ...news.about,
    },
  });
  await addLeadEvents(tx, lead.id, [...events, ...statusChanges(lead, next)]);
}

/** The store asks for a call once each time that it says so, and no longer once it says that the order goes on. */
function nextCallReason(lead: LockedLead, { standing, before }: LeadNews): CallReason | null {
  return standing.callReason === before.callReason ? lead.callReason : standing.callReason;
}

/** The entries that tell of statuses that changed. */
export function statusChanges(before: Statuses, after: Statuses): NewLeadEvent[] {
  return (["logisticStatus", "codStatus"] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ type: "status_changed", details: { field, from: before[field], to: after[field] } }));
}

/** Writes entries of the system on a lead's timeline. */
export async function addLeadEvents(tx: Transaction, leadId: string, events: NewLeadEvent[]): Promise<void> {
  if (events.length > 0)
    await tx.leadEvent.createMany({ data: events.map((event) => ({ leadId, ...event })) });
}

/** What moves a lead of all that is known of its order. */
export function progressOf(
  order: Pick<OrderStanding, "status" | "shipment"> &
    Pick<Settlement, "paymentStatus" | "due"> & { payment: PaymentKind },
): StoreProgress {
  return {
    orderStatus: order.status,
    paymentStatus: order.paymentStatus,
    payment: order.payment,
    isOwed: Number(order.due) > 0,
    shipment: order.shipment,
  };
}
