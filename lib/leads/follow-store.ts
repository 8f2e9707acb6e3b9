import {
  type CodStatus,
  hasBeenPaid,
  type LogisticStatus,
  leftStatuses,
  lostCodStatuses,
  lostLogisticStatuses,
  type OrderStatus,
  type PaymentKind,
  type PaymentStatus,
  type Shipment,
  type Statuses,
} from "#lib/sales/statuses.ts";

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
  payment: PaymentKind;
  /** Whether anything is still to be paid. */
  isOwed: boolean;
  /** How far its parcels are. */
  shipment: Shipment;
}

/** The part of a lead that the store may move. */
export interface MovableLead extends Statuses {
  /** A person's last word of each; null: nobody has decided. */
  codDecision: CodStatus | null;
  logisticDecision: LogisticStatus | null;
}

/** The statuses of a lead that has just arrived. */
export function initialStatuses(progress: StoreProgress): Statuses {
  const start = { codStatus: "pending", logisticStatus: "pending" } as const;
  return followStore({ ...start, codDecision: null, logisticDecision: null }, progress);
}

/**
 * Where the store's word takes a lead: both ways as long as no person has decided, else forward from there and never past it. A cancelled
 * order that has not left is cancelled; a refunded one that has left came back.
 */
export function followStore(lead: MovableLead, progress: StoreProgress): Statuses {
  return {
    codStatus: nextCodStatus(lead.codDecision, progress),
    logisticStatus: nextLogisticStatus(lead, progress),
  };
}

function nextLogisticStatus(lead: MovableLead, progress: StoreProgress): LogisticStatus {
  const { logisticStatus: current, logisticDecision: decision } = lead;
  if (decision && lostLogisticStatuses.includes(decision)) return decision;
  if (progress.shipment === "returned") return "returned";
  if (progress.orderStatus === "cancelled") return cancelled(current, decision);
  if (progress.orderStatus === "refunded") {
    const hasLeft = leftStatuses.includes(current) || current === "returned" || progress.shipment !== "none";
    return hasLeft ? "returned" : "cancelled";
  }
  const said = shipmentStatus(progress);
  return decision && logisticSteps[decision] > logisticSteps[said] ? decision : said;
}

/** What arrived or came back stays so when its order is cancelled, and so does what a person sent. */
function cancelled(current: LogisticStatus, decision: LogisticStatus | null): LogisticStatus {
  if (current === "delivered" || current === "returned") return current;
  return decision && leftStatuses.includes(decision) ? current : "cancelled";
}

function shipmentStatus({ shipment, orderStatus }: StoreProgress): LogisticStatus {
  if (shipment === "in_transit" || shipment === "delivered") return shipment;
  if (orderStatus === "delivered") return "delivered";
  return shipment === "shipped" || orderStatus === "shipped" ? "shipped" : "pending";
}

/**
 * Money that the store has is in hand, unless a person closed the lead otherwise. Whoever has not paid and is not known to pay ahead is
 * called.
 */
function nextCodStatus(decision: CodStatus | null, progress: StoreProgress): CodStatus {
  const { payment, paymentStatus, isOwed } = progress;
  if (decision && lostCodStatuses.includes(decision)) return decision;
  const isCod = payment === "cash_on_delivery";
  if (hasBeenPaid(paymentStatus)) return isCod || isAtTheDoor(decision) ? "collected" : "not_cod";
  if (decision) return decision;
  return isCod || (payment !== "prepaid" && isOwed) ? "pending" : "not_cod";
}

/** Whether a person has taken the lead on as one to be paid at the door. */
function isAtTheDoor(decision: CodStatus | null): boolean {
  return decision === "confirmed" || decision === "collected";
}
