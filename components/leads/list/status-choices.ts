import { actOfChange, type LeadActName } from "#lib/leads/acts.ts";
import {
  type ChangeableLead,
  logisticTransitions,
  logisticWaysBack,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

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

/** The same without what the acts do already. */
export function otherChoices(
  lead: ChangeableLead,
  acts: readonly LeadActName[],
): ReturnType<typeof nextChoices> {
  const { cod, logistic } = nextChoices(lead);
  const isOther = ({ change }: StatusChoice) => {
    const act = actOfChange(change);
    return !act || !acts.includes(act);
  };
  return { cod: cod.filter(isOther), logistic: logistic.filter(isOther) };
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
