import {
  type CallReason,
  type CodStatus,
  confirmedStatuses,
  type KpiStatus,
  type LogisticStatus,
  leftStatuses,
  lostCodStatuses,
  lostLogisticStatuses,
} from "#lib/sales/statuses.ts";

/** The statuses that a lead can show, as a query string has them, each with its key of the messages "statuses". */
export const shownStatuses = {
  delivery_failed: "call.delivery_failed",
  cancel_requested: "call.cancel_requested",
  pending: "cod.pending",
  no_answer: "cod.no_answer",
  postponed: "cod.postponed",
  wrong_number: "cod.wrong_number",
  confirmed: "cod.confirmed",
  paid: "prepaid.paid",
  unpaid: "prepaid.open",
  packed: "logistic.packed",
  shipped: "logistic.shipped",
  in_transit: "logistic.in_transit",
  delivered: "logistic.delivered",
  collected: "cod.collected",
  refused: "cod.refused",
  returned: "logistic.returned",
  rejected: "cod.rejected",
  fake: "cod.fake",
  duplicate: "cod.duplicate",
  cancelled: "logistic.cancelled",
} as const satisfies Record<
  string,
  `cod.${CodStatus}` | `logistic.${LogisticStatus}` | `call.${CallReason}` | "prepaid.paid" | "prepaid.open"
>;
export type ShownStatus = keyof typeof shownStatuses;
export const shownStatusNames = Object.keys(shownStatuses) as ShownStatus[];

export interface LeadStatuses {
  callReason: CallReason | null;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
}

/**
 * A lead has several statuses and shows one: the one that says most about where it stands. The list filters by the same words
 * (`isShownAs`).
 * 0. Somebody must be called again: the parcel could not be delivered, or the buyer asks to cancel.
 * 1. A lost sale says why: rejected, fake, duplicate, refused.
 * 2. Else one that came back or was cancelled says so.
 * 3. Else cash in hand: collected.
 * 4. Else a parcel that has left says how far it is, and one that is packed and may leave says that.
 * 5. Else it is still to be confirmed, which is the COD status; an order without cash on delivery has nothing to confirm
 *    and says whether it is paid.
 */
export function shownStatusOf({
  codStatus,
  logisticStatus,
  kpiStatus,
  callReason,
}: LeadStatuses): ShownStatus {
  if (callReason) return callReason;
  if (lostCodStatuses.includes(codStatus)) return codStatus as ShownStatus;
  if (lostLogisticStatuses.includes(logisticStatus)) return logisticStatus as ShownStatus;
  if (codStatus === "collected") return "collected";
  if (leftStatuses.includes(logisticStatus)) return logisticStatus as ShownStatus;
  if (logisticStatus === "packed" && confirmedStatuses.includes(codStatus)) return "packed";
  if (codStatus === "not_cod") return kpiStatus === "paid" ? "paid" : "unpaid";
  return codStatus;
}
