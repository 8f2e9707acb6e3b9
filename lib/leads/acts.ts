import { type ChangeableLead, isUnanswered, refusalOf, type StatusChange } from "#lib/leads/model.ts";
import { hereStatuses, leftStatuses, lostCodStatuses } from "#lib/sales/statuses.ts";

/** What a person does with a lead, and the change of status that it is. */
export const changeOfAct = {
  confirm: { field: "codStatus", to: "confirmed" },
  noAnswer: { field: "codStatus", to: "no_answer" },
  callBack: { field: "codStatus", to: "postponed" },
  reject: { field: "codStatus", to: "rejected" },
  pack: { field: "logisticStatus", to: "packed" },
  ship: { field: "logisticStatus", to: "shipped" },
  deliver: { field: "logisticStatus", to: "delivered" },
  collect: { field: "codStatus", to: "collected" },
  return: { field: "logisticStatus", to: "returned" },
  refuse: { field: "codStatus", to: "refused" },
} as const satisfies Record<string, StatusChange>;
export type LeadActName = keyof typeof changeOfAct;

/** All acts, in the order in which a lead comes to them. */
export const leadActNames = Object.keys(changeOfAct) as LeadActName[];

/** Where a lead is, as far as it says what is done with it next. */
export type LeadPlace = "toCall" | "toShip" | "shipped" | "comingBack" | "closed";

/** What is done with a lead where it is. */
export const actsAt: Record<LeadPlace, readonly LeadActName[]> = {
  toCall: ["confirm", "noAnswer", "callBack", "reject"],
  toShip: ["pack", "ship"],
  shipped: ["deliver", "collect", "return", "refuse"],
  comingBack: ["return"],
  closed: [],
};

/** What most probably comes next, the first that is open. A parcel that is lost or comes back is never proposed. */
const likelyActs: readonly LeadActName[] = ["confirm", "ship", "deliver", "collect"];

/** Where a lead is. */
export function leadPlaceOf(lead: ChangeableLead): LeadPlace {
  const { codStatus, logisticStatus, callReason } = lead;
  if (callReason !== null) return "toCall";
  const hasLeft = leftStatuses.includes(logisticStatus);
  if (lostCodStatuses.includes(codStatus)) return hasLeft ? "comingBack" : "closed";
  if (hasLeft) return "shipped";
  if (!hereStatuses.includes(logisticStatus)) return "closed";
  return isUnanswered(lead) ? "toCall" : "toShip";
}

/** What is done with a lead from where it is, as far as the way is open: the one rule for bar, menu, page, keys, card and calls. */
export function actsOf(lead: ChangeableLead): LeadActName[] {
  return actsAt[leadPlaceOf(lead)].filter((act) => isOpen(lead, act));
}

/** What most probably comes next for a lead; null when nothing does. */
export function likelyActOf(lead: ChangeableLead): LeadActName | null {
  const acts = actsOf(lead);
  return (
    likelyActs.find((act) => acts.includes(act)) ??
    (leadPlaceOf(lead) === "comingBack" ? acts[0] : null) ??
    null
  );
}

/** What is done with several leads: all that is done with any of them, and what comes next for most. */
export function actsOfAll(leads: ChangeableLead[]): { acts: LeadActName[]; likely: LeadActName | null } {
  const open = new Set<LeadActName>();
  const votes = new Map<LeadActName, number>();
  for (const lead of leads) {
    for (const act of actsOf(lead)) open.add(act);
    const likely = likelyActOf(lead);
    if (likely) votes.set(likely, (votes.get(likely) ?? 0) + 1);
  }
  const [first] = [...votes].sort(([, one], [, other]) => other - one);
  return { acts: leadActNames.filter((act) => open.has(act)), likely: first?.[0] ?? null };
}

/** Who pays ahead is not collected from, though money may still be to come. */
function isOpen(lead: ChangeableLead, act: LeadActName): boolean {
  if (act === "collect" && lead.codStatus === "not_cod") return false;
  return refusalOf(lead, changeOfAct[act]) === null;
}

/** The act that makes a change of status, when it is one. */
export function actOfChange({ field, to }: StatusChange): LeadActName | undefined {
  return leadActNames.find((act) => changeOfAct[act].field === field && changeOfAct[act].to === to);
}
