import { isPaid, type OrderStatus, type PaymentStatus } from "#lib/orders/model.ts";

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

export const leadSources = ["shopify", "woocommerce", "manual"] as const;
export type LeadSource = (typeof leadSources)[number];

/** Where a lead stands, as pages show it. */
export interface LeadStanding {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
  callAttempts: number;
  callBackAt: Date | null;
}

/** A lead of the database, whose statuses are what their CHECKs let in. */
export function withStanding<T extends Record<"codStatus" | "logisticStatus" | "kpiStatus", string>>(
  lead: T,
): T & Pick<LeadStanding, "codStatus" | "logisticStatus" | "kpiStatus"> {
  return {
    ...lead,
    codStatus: lead.codStatus as CodStatus,
    logisticStatus: lead.logisticStatus as LogisticStatus,
    kpiStatus: lead.kpiStatus as KpiStatus,
  };
}

const lostCodStatuses: readonly CodStatus[] = ["rejected", "fake", "duplicate", "refused"];
const lostLogisticStatuses: readonly LogisticStatus[] = ["returned", "cancelled"];
const leftStatuses: readonly LogisticStatus[] = ["shipped", "in_transit", "delivered"];

/** What the derived status of a lead depends on; `paymentStatus` is null for a lead without an order. */
export interface LeadState {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  paymentStatus: PaymentStatus | null;
}

/** The status that the figures count, derived here and nowhere else. */
export function deriveKpiStatus({ codStatus, logisticStatus, paymentStatus }: LeadState): KpiStatus {
  if (lostCodStatuses.includes(codStatus) || lostLogisticStatuses.includes(logisticStatus)) return "rejected";
  if (codStatus === "collected") return "paid";
  const isPrepaid = codStatus === "not_cod";
  if (isPrepaid && (logisticStatus === "delivered" || (paymentStatus !== null && isPaid(paymentStatus))))
    return "paid";
  return leftStatuses.includes(logisticStatus) ? "shipped" : "waiting";
}

/** How far a lead has come on its way to the buyer. Returned and cancelled are ends, not steps. */
const logisticSteps: Record<LogisticStatus, number> = {
  pending: 0,
  packed: 1,
  shipped: 2,
  in_transit: 3,
  delivered: 4,
  returned: 5,
  cancelled: 5,
};

/** What the store says of an order, as far as it can move a lead. */
export interface StoreProgress {
  orderStatus: OrderStatus;
  paymentStatus: PaymentStatus;
  isCod: boolean;
  /** The furthest step that a fulfilment reports. */
  shipment: "none" | "shipped" | "in_transit" | "delivered" | "returned";
}

/** The part of a lead that the store may move. */
export interface MovableLead {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  codSetByPerson: boolean;
  logisticSetByPerson: boolean;
}

/** The statuses of a lead that has just arrived. */
export function initialStatuses(progress: StoreProgress): Pick<MovableLead, "codStatus" | "logisticStatus"> {
  const start: MovableLead = {
    codStatus: progress.isCod ? "pending" : "not_cod",
    logisticStatus: "pending",
    codSetByPerson: false,
    logisticSetByPerson: false,
  };
  return followStore(start, progress);
}

/**
 * Where the store's news takes a lead: forward only, and never past what a person has already decided.
 * A cancelled order that has not left is cancelled; a refunded one that has left came back.
 */
export function followStore(
  lead: MovableLead,
  progress: StoreProgress,
): Pick<MovableLead, "codStatus" | "logisticStatus"> {
  return { codStatus: nextCodStatus(lead, progress), logisticStatus: nextLogisticStatus(lead, progress) };
}

function nextLogisticStatus(lead: MovableLead, progress: StoreProgress): LogisticStatus {
  const current = lead.logisticStatus;
  if (current === "returned" || (current === "cancelled" && lead.logisticSetByPerson)) return current;
  if (progress.shipment === "returned") return "returned";
  if (current === "cancelled") return revived(progress);
  const hasLeft = leftStatuses.includes(current);
  if (progress.orderStatus === "cancelled") {
    return hasLeft && (lead.logisticSetByPerson || current === "delivered") ? current : "cancelled";
  }
  if (progress.orderStatus === "refunded") {
    return hasLeft || progress.shipment !== "none" ? "returned" : "cancelled";
  }
  const target = shipmentStatus(progress);
  return logisticSteps[target] > logisticSteps[current] ? target : current;
}

/** An order that the store restored after deleting or cancelling it goes on from where its shipment is. */
function revived(progress: StoreProgress): LogisticStatus {
  const isOver = progress.orderStatus === "cancelled" || progress.orderStatus === "refunded";
  return isOver ? "cancelled" : shipmentStatus(progress);
}

function shipmentStatus({ shipment, orderStatus }: StoreProgress): LogisticStatus {
  if (shipment === "in_transit" || shipment === "delivered") return shipment;
  if (orderStatus === "delivered") return "delivered";
  return shipment === "shipped" || orderStatus === "shipped" ? "shipped" : "pending";
}

/** Cash on delivery that the store marked as paid is in hand, unless a person closed the lead otherwise. */
function nextCodStatus(lead: MovableLead, progress: StoreProgress): CodStatus {
  const current = lead.codStatus;
  const isClosed = lostCodStatuses.includes(current) || current === "not_cod";
  if (!progress.isCod || (lead.codSetByPerson && isClosed)) return current;
  if (isPaid(progress.paymentStatus)) return "collected";
  return current === "not_cod" ? "pending" : current;
}

const firstCallOutcomes: readonly CodStatus[] = [
  "no_answer",
  "postponed",
  "wrong_number",
  "confirmed",
  "rejected",
  "fake",
  "duplicate",
];

/** Which COD status may follow which. `no_answer` follows itself: every try counts. */
export const codTransitions: Record<CodStatus, readonly CodStatus[]> = {
  not_cod: [],
  pending: firstCallOutcomes,
  no_answer: ["pending", ...firstCallOutcomes],
  postponed: ["pending", ...firstCallOutcomes],
  wrong_number: ["pending", ...firstCallOutcomes.filter((status) => status !== "wrong_number")],
  confirmed: ["pending", "postponed", "rejected", "duplicate", "collected", "refused"],
  rejected: ["pending", "confirmed"],
  fake: ["pending"],
  duplicate: ["pending"],
  collected: [],
  refused: ["collected"],
};

/** Which logistic status may follow which. */
export const logisticTransitions: Record<LogisticStatus, readonly LogisticStatus[]> = {
  pending: ["packed", "shipped", "cancelled"],
  packed: ["pending", "shipped", "cancelled"],
  shipped: ["in_transit", "delivered", "returned"],
  in_transit: ["delivered", "returned"],
  delivered: ["returned"],
  returned: [],
  cancelled: ["pending"],
};

/** A change of one status of a lead. */
export type StatusChange =
  | { field: "codStatus"; to: CodStatus }
  | { field: "logisticStatus"; to: LogisticStatus };

/** Why a change is not allowed: the way there is closed, the buyer has to confirm first, or somebody else is calling the buyer. */
export type Refusal = "notAllowed" | "confirmFirst" | "beingCalled";

/** The part of a lead that decides where it may go. */
export interface ChangeableLead extends Pick<MovableLead, "codStatus" | "logisticStatus"> {
  /** Who else is calling the buyer now, and so will say what comes of it. */
  caller?: string | null;
}

const confirmedEnough: readonly CodStatus[] = ["not_cod", "confirmed", "collected"];

/** Whether a change may be made; null when it may. Cash on delivery is packed and shipped only once the buyer has confirmed. */
export function refusalOf(lead: ChangeableLead, change: StatusChange): Refusal | null {
  if (!isWayOpen(lead, change)) return "notAllowed";
  const isSent = change.to === "packed" || change.to === "shipped";
  if (isSent && !confirmedEnough.includes(lead.codStatus)) return "confirmFirst";
  return lead.caller ? "beingCalled" : null;
}

function isWayOpen(lead: ChangeableLead, change: StatusChange): boolean {
  if (change.field === "codStatus") return codTransitions[lead.codStatus].includes(change.to);
  return logisticTransitions[lead.logisticStatus].includes(change.to);
}

/** When a lead that gave no answer is called again. */
export interface CallRules {
  /** After so many tries in vain the lead is put aside; it is no longer proposed. */
  maxAttempts: number;
  /** Minutes to the next try, after the first, second, … one; the last counts for all that follow. */
  retryAfterMinutes: number[];
}

export const defaultCallRules: CallRules = { maxAttempts: 6, retryAfterMinutes: [120, 240, 1440] };

/** The next try after `attempts` tries in vain; null when the lead is put aside. */
export function nextCallAt(attempts: number, rules: CallRules, now: Date): Date | null {
  if (attempts >= rules.maxAttempts) return null;
  const minutes = rules.retryAfterMinutes[Math.min(attempts, rules.retryAfterMinutes.length) - 1] ?? 120;
  return new Date(now.getTime() + minutes * 60_000);
}
