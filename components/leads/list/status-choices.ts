import {
  type ChangeableLead,
  codStatuses,
  codTransitions,
  logisticStatuses,
  logisticTransitions,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";

export interface StatusChoice {
  change: StatusChange;
  /** Why it can't be chosen; null when it can. */
  refusal: Refusal | null;
}

/** Where a lead may go from where it is: the steps that are open, and those that wait for the buyer's word. */
export function nextChoices(lead: ChangeableLead): { cod: StatusChoice[]; logistic: StatusChoice[] } {
  return {
    cod: codTransitions[lead.codStatus].map((to) => choice(lead, { field: "codStatus", to })),
    logistic: logisticTransitions[lead.logisticStatus].map((to) =>
      choice(lead, { field: "logisticStatus", to }),
    ),
  };
}

/** Where only an admin may take a lead. */
export function overrideChoices(lead: ChangeableLead): { cod: StatusChoice[]; logistic: StatusChoice[] } {
  const cod = codStatuses.map((to) => choice(lead, { field: "codStatus", to }));
  const logistic = logisticStatuses.map((to) => choice(lead, { field: "logisticStatus", to }));
  return {
    cod: cod.filter(({ change, refusal }) => refusal && change.to !== lead.codStatus),
    logistic: logistic.filter(({ change, refusal }) => refusal && change.to !== lead.logisticStatus),
  };
}

function choice(lead: ChangeableLead, change: StatusChange): StatusChoice {
  return { change, refusal: refusalOf(lead, change) };
}
