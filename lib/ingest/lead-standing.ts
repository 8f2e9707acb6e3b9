import type { Corrections } from "#lib/customers/model.ts";
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
import { isAbsurd } from "#lib/orders/amounts.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import { type CallReason, deriveKpiStatus, type PaymentKind, type Statuses } from "#lib/sales/statuses.ts";

// What a lead becomes by its store's news: pure.

/** Whom a lead is about, and what a person corrected of it. */
export type LeadAbout = {
  customerId?: string | null;
  corrections?: Corrections;
} & Partial<LeadContact>;

/** A lead as the store's news finds it. */
export interface LockedLead extends MovableLead {
  id: string;
  callReason: CallReason | null;
}

/** The news that can move a lead. */
export interface LeadNews {
  /** The whole order, when the news is of it; else only how it is paid. */
  order: Pick<StoreOrder, "payment"> & Partial<Pick<StoreOrder, "isTest" | "currentTotal">>;
  standing: Pick<OrderStanding, "status" | "shipment" | "callReason">;
  settlement: Pick<Settlement, "paymentStatus" | "due">;
  before: { callReason: CallReason | null };
}

/** The columns of a new order's lead. */
export function newLead(
  store: Pick<RecordingStore, "type">,
  { order, standing, settlement }: { order: StoreOrder; standing: OrderStanding; settlement: Settlement },
) {
  const statuses = initialStatuses(progressOf({ ...standing, ...settlement, payment: order.payment }));
  return {
    source: store.type,
    ...statuses,
    callReason: standing.callReason,
    kpiStatus: deriveKpiStatus({ ...statuses, paymentStatus: settlement.paymentStatus }),
    isTest: order.isTest,
    value: worthOf(order.currentTotal),
  };
}

/** The columns of a lead that moves along with its order, and the entries that tell of its statuses. */
export function movedLead(lead: LockedLead, news: LeadNews) {
  const { order, standing, settlement } = news;
  const next = followStore(lead, progressOf({ ...standing, ...settlement, payment: order.payment }));
  return {
    columns: {
      ...next,
      callReason: nextCallReason(lead, news),
      kpiStatus: deriveKpiStatus({ ...next, paymentStatus: settlement.paymentStatus }),
      ...(order.isTest !== undefined && { isTest: order.isTest }),
      ...(order.currentTotal !== undefined && { value: worthOf(order.currentTotal) }),
    },
    events: statusChanges(lead, next),
  };
}

/** What a lead is worth in the order in which leads are called; a sum that can't be true is called last. */
function worthOf(total: string): string | null {
  return isAbsurd(total) ? null : total;
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
