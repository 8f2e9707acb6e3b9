import type { Tone } from "#components/ui/status-pill.tsx";
import {
  type CallReason,
  type CodStatus,
  hereStatuses,
  type KpiStatus,
  type LogisticStatus,
  leftStatuses,
  lostCodStatuses,
  lostLogisticStatuses,
} from "#lib/sales/statuses.ts";

/** The one status that a lead shows, as a key of the messages "statuses". */
export type LeadStatusKey =
  | `cod.${CodStatus}`
  | `logistic.${LogisticStatus}`
  | "prepaid.paid"
  | "prepaid.open"
  | `call.${CallReason}`;

export interface LeadStatuses {
  callReason: CallReason | null;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
}

/**
 * A lead has several statuses and room for one pill: the one that says most about where it stands.
 * 0. Somebody must be called again: the parcel could not be delivered, or the buyer asks to cancel.
 * 1. A lost sale says why: rejected, fake, duplicate, refused.
 * 2. Else one that came back or was cancelled says so.
 * 3. Else cash in hand: collected.
 * 4. Else a parcel that has left says how far it is.
 * 5. Else it is still to be confirmed, which is the COD status; an order without cash on delivery has nothing to confirm
 *    and says whether it is paid.
 */
export function leadStatusKey({
  codStatus,
  logisticStatus,
  kpiStatus,
  callReason,
}: LeadStatuses): LeadStatusKey {
  if (callReason) return `call.${callReason}`;
  if (lostCodStatuses.includes(codStatus)) return `cod.${codStatus}`;
  if (lostLogisticStatuses.includes(logisticStatus)) return `logistic.${logisticStatus}`;
  if (codStatus === "collected") return "cod.collected";
  if (leftStatuses.includes(logisticStatus)) return `logistic.${logisticStatus}`;
  if (codStatus === "not_cod") return kpiStatus === "paid" ? "prepaid.paid" : "prepaid.open";
  return `cod.${codStatus}`;
}

/** Whether somebody still decides about the lead: the buyer is to be called, or the parcel to be sent. */
export function isUndecided({
  codStatus,
  logisticStatus,
}: Pick<LeadStatuses, "codStatus" | "logisticStatus">): boolean {
  return (
    hereStatuses.includes(logisticStatus) && codStatus !== "collected" && !lostCodStatuses.includes(codStatus)
  );
}

export const leadStatusTones: Record<LeadStatusKey, Tone> = {
  "cod.not_cod": "gray",
  "cod.pending": "amber",
  "cod.no_answer": "gray",
  "cod.postponed": "violet",
  "cod.wrong_number": "amber",
  "cod.confirmed": "green",
  "cod.rejected": "red",
  "cod.fake": "red",
  "cod.duplicate": "red",
  "cod.collected": "green",
  "cod.refused": "red",
  "logistic.pending": "gray",
  "logistic.packed": "gray",
  "logistic.shipped": "blue",
  "logistic.in_transit": "blue",
  "logistic.delivered": "green",
  "logistic.returned": "red",
  "logistic.cancelled": "red",
  "prepaid.paid": "green",
  "prepaid.open": "amber",
  "call.delivery_failed": "red",
  "call.cancel_requested": "amber",
};
