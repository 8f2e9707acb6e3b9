import {
  type ChangeableLead,
  logisticTransitions,
  logisticWaysBack,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import { codStatuses, type LogisticStatus, logisticStatuses } from "#lib/sales/statuses.ts";

export interface StatusChoice {
  change: StatusChange;
  /** Why it can't be chosen; null when it can. */
  refusal: Refusal | null;
}

/** Where a lead may go from where it is: the steps that are open, those that wait for the buyer's word, and the ways back. */
export function nextChoices(lead: ChangeableLead): { cod: StatusChoice[]; logistic: StatusChoice[] } {
  const cod = codStatuses.map((to) => choice(lead, { field: "codStatus", to }));
  const logistic = logisticTransitions[lead.logisticStatus].map((to) =>
    choice(lead, { field: "logisticStatus", to }),
  );
  const back = (logisticWaysBack[lead.logisticStatus] ?? []).map((to) =>
    choice(lead, { field: "logisticStatus", to }),
  );
  return { cod: cod.filter(({ refusal }) => refusal !== "notAllowed"), logistic: [...logistic, ...back] };
}

const confirmed: StatusChange = { field: "codStatus", to: "confirmed" };
const noAnswer: StatusChange = { field: "codStatus", to: "no_answer" };
const collected: StatusChange = { field: "codStatus", to: "collected" };
const shipped: StatusChange = { field: "logisticStatus", to: "shipped" };
const delivered: StatusChange = { field: "logisticStatus", to: "delivered" };
const returned: StatusChange = { field: "logisticStatus", to: "returned" };

/** What usually comes next, by how far the parcel is. */
const usualSteps: Record<LogisticStatus, readonly StatusChange[]> = {
  pending: [noAnswer, confirmed, shipped],
  packed: [noAnswer, confirmed, shipped],
  shipped: [delivered, returned],
  in_transit: [delivered, returned],
  delivered: [collected],
  returned: [],
  cancelled: [],
};

/** What usually comes next for a lead, as far as it is open. A buyer who said no may still say yes, but that is not usual. */
export function usualChanges(lead: ChangeableLead): StatusChange[] {
  if (lead.codStatus === "rejected") return [];
  const isAhead = lead.codStatus === "not_cod";
  return usualSteps[lead.logisticStatus].filter(
    (change) => refusalOf(lead, change) === null && !(isAhead && change === collected),
  );
}

/** Where only an admin may take a lead. */
export function overrideChoices(lead: ChangeableLead): { cod: StatusChoice[]; logistic: StatusChoice[] } {
  const cod = codStatuses.map((to) => choice(lead, { field: "codStatus", to }));
  const logistic = logisticStatuses.map((to) => choice(lead, { field: "logisticStatus", to }));
  return {
    cod: cod.filter(({ change, refusal }) => isClosed(refusal) && change.to !== lead.codStatus),
    logistic: logistic.filter(
      ({ change, refusal }) => isClosed(refusal) && change.to !== lead.logisticStatus,
    ),
  };
}

/** A way back is open to everybody who says why. */
function isClosed(refusal: Refusal | null): boolean {
  return refusal !== null && refusal !== "reasonMissing";
}

function choice(lead: ChangeableLead, change: StatusChange): StatusChoice {
  return { change, refusal: refusalOf(lead, change) };
}
