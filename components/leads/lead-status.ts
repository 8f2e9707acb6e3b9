import type { Tone } from "#components/ui/status-pill.tsx";
import { type LeadStatuses, shownStatuses, shownStatusOf } from "#lib/leads/shown-status.ts";
import {
  type CallReason,
  type CodStatus,
  hereStatuses,
  type LogisticStatus,
  lostCodStatuses,
} from "#lib/sales/statuses.ts";

/** The one status that a lead shows, as a key of the messages "statuses". */
export type LeadStatusKey =
  | `cod.${CodStatus}`
  | `logistic.${LogisticStatus}`
  | "prepaid.paid"
  | "prepaid.open"
  | `call.${CallReason}`;

/** The key of what a lead shows. */
export function leadStatusKey(lead: LeadStatuses): LeadStatusKey {
  return shownStatuses[shownStatusOf(lead)];
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
