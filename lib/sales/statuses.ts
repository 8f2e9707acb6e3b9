export const orderStatuses = [
  "pending",
  "processing",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const paymentStatuses = [
  "pending",
  "authorized",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
  "voided",
  "failed",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const paymentKinds = ["cash_on_delivery", "prepaid", "pay_later", "unknown"] as const;
/** How an order is to be paid; pay later is by transfer, cheque or on terms. */
export type PaymentKind = (typeof paymentKinds)[number];

/** Why a buyer is to be called although the order was placed and maybe sent: the courier could not deliver, or the buyer asks to cancel. */
export const callReasons = ["delivery_failed", "cancel_requested"] as const;
export type CallReason = (typeof callReasons)[number];

/** How far the parcels of an order are. */
export const shipments = ["none", "shipped", "in_transit", "delivered", "returned"] as const;
export type Shipment = (typeof shipments)[number];

/** What a status of a store can mean. */
export const statusMeanings = [
  "pending",
  "processing",
  "shipped",
  "in_transit",
  "delivered",
  "returned",
  "cancelled",
  "refunded",
  "delivery_failed",
  "cancel_requested",
] as const satisfies readonly (OrderStatus | Shipment | CallReason)[];
export type StatusMeaning = (typeof statusMeanings)[number];

export const fulfillmentStatuses = ["unfulfilled", "partial", "fulfilled"] as const;
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number];

/** Whether the buyer's money is with the seller, be it partly given back since. */
export function isPaid(status: PaymentStatus): boolean {
  return status === "paid" || status === "partially_refunded";
}

/** Whether the buyer's money ever came, be it given back since. */
export function hasBeenPaid(status: PaymentStatus): boolean {
  return isPaid(status) || status === "refunded";
}

export const logisticStatuses = [
  "pending",
  "packed",
  "shipped",
  "in_transit",
  "delivered",
  "returned",
  "cancelled",
] as const;
export type LogisticStatus = (typeof logisticStatuses)[number];

export const codStatuses = [
  "not_cod",
  "pending",
  "no_answer",
  "postponed",
  "wrong_number",
  "confirmed",
  "rejected",
  "fake",
  "duplicate",
  "collected",
  "refused",
] as const;
export type CodStatus = (typeof codStatuses)[number];

export const kpiStatuses = ["waiting", "shipped", "paid", "rejected"] as const;
export type KpiStatus = (typeof kpiStatuses)[number];

/** Of leads that still may become a sale, or nothing: what somebody has to go on working. */
export const openKpiStatuses: readonly KpiStatus[] = ["waiting", "shipped"];

/** The two statuses of a lead that people and stores change. */
export type Statuses = { codStatus: CodStatus; logisticStatus: LogisticStatus };

/** Where a lead stands, as pages show it. */
export interface LeadStanding {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
  callReason: CallReason | null;
  callAttempts: number;
  callBackAt: Date | null;
}

/** A lead of the database, whose statuses are what their CHECKs let in. */
export function withStanding<
  T extends Record<"codStatus" | "logisticStatus" | "kpiStatus", string> & { callReason: string | null },
>(lead: T): T & Pick<LeadStanding, "codStatus" | "logisticStatus" | "kpiStatus" | "callReason"> {
  return {
    ...lead,
    callReason: lead.callReason as CallReason | null,
    codStatus: lead.codStatus as CodStatus,
    logisticStatus: lead.logisticStatus as LogisticStatus,
    kpiStatus: lead.kpiStatus as KpiStatus,
  };
}

/** A sale that came to nothing, by the buyer's word. */
export const lostCodStatuses: readonly CodStatus[] = ["rejected", "fake", "duplicate", "refused"];
/** A sale that came to nothing, by the parcel's way. */
export const lostLogisticStatuses: readonly LogisticStatus[] = ["returned", "cancelled"];
/** What is still in the house. */
export const hereStatuses: readonly LogisticStatus[] = ["pending", "packed"];
/** What is on its way to the buyer. */
export const underwayStatuses: readonly LogisticStatus[] = ["shipped", "in_transit"];
/** What has left the house and did not come back. */
export const leftStatuses: readonly LogisticStatus[] = [...underwayStatuses, "delivered"];
/** A buyer who has yet to be reached. */
const toReachStatuses: readonly CodStatus[] = ["pending", "no_answer", "postponed"];
/** Nothing has to be asked before such a lead is sent. */
export const confirmedStatuses: readonly CodStatus[] = ["confirmed", "collected", "not_cod"];

/** What the derived status of a lead depends on; `paymentStatus` is null for a lead without an order. */
export interface LeadState {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  paymentStatus: PaymentStatus | null;
}

/** The status that the figures count, derived here and nowhere else. "Paid" needs money that came. */
export function deriveKpiStatus({ codStatus, logisticStatus, paymentStatus }: LeadState): KpiStatus {
  if (lostCodStatuses.includes(codStatus) || lostLogisticStatuses.includes(logisticStatus)) return "rejected";
  const isPaidToStore = codStatus === "not_cod" && paymentStatus !== null && isPaid(paymentStatus);
  if (codStatus === "collected" || isPaidToStore) return "paid";
  return leftStatuses.includes(logisticStatus) ? "shipped" : "waiting";
}

/** Whether a lead waits for a call, as the database generates it (crm_leads.to_call). When it is called is another question. */
export function isToCall({
  codStatus,
  logisticStatus,
  callReason,
}: Statuses & { callReason: CallReason | null }): boolean {
  return callReason !== null || (logisticStatus === "pending" && toReachStatuses.includes(codStatus));
}
