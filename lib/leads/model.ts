import { type WorkTime, workingMomentFrom } from "#lib/base/time/working-hours.ts";
import {
  type CallReason,
  type CodStatus,
  confirmedStatuses,
  type KpiStatus,
  type LogisticStatus,
  leftStatuses,
  type Statuses,
} from "#lib/sales/statuses.ts";

export const leadSources = ["shopify", "woocommerce", "manual"] as const;
export type LeadSource = (typeof leadSources)[number];

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
const codTransitions: Record<CodStatus, readonly CodStatus[]> = {
  not_cod: ["collected"],
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

/** The ways back for a person who erred. They need a reason; what was said before stays on the timeline. */
const codWaysBack: Partial<Record<CodStatus, readonly CodStatus[]>> = {
  collected: ["confirmed", "pending", "refused"],
  refused: ["confirmed", "pending"],
};
export const logisticWaysBack: Partial<Record<LogisticStatus, readonly LogisticStatus[]>> = {
  shipped: ["packed", "pending"],
  in_transit: ["shipped", "packed"],
  delivered: ["in_transit", "shipped"],
  returned: ["delivered", "in_transit", "shipped"],
};

/**
 * Why a change is not allowed: the way there is closed, it leads back and says no reason, the buyer has to confirm first, or somebody
 * else is calling the buyer.
 */
export type Refusal = "notAllowed" | "reasonMissing" | "confirmFirst" | "beingCalled";

/** The part of a lead that decides where it may go. */
export interface ChangeableLead extends Statuses {
  callReason: CallReason | null;
  /** What its figures count; money that came already is not collected again. */
  kpiStatus?: KpiStatus;
  /** Who else is calling the buyer now, and so will say what comes of it. */
  caller?: string | null;
}

/**
 * Whether a change may be made; null when it may. Cash on delivery is packed and shipped only once the buyer has confirmed.
 *
 * @param reason what the person says for it; going back needs one
 */
export function refusalOf(lead: ChangeableLead, change: StatusChange, reason?: string): Refusal | null {
  if (!isWayOpen(lead, change)) {
    if (!isWayBack(lead, change)) return "notAllowed";
    if (!reason) return "reasonMissing";
  }
  const isSent = change.to === "packed" || change.to === "shipped";
  if (isSent && !confirmedStatuses.includes(lead.codStatus)) return "confirmFirst";
  return lead.caller ? "beingCalled" : null;
}

/** Whether a change leads back from where the lead already was. */
export function isWayBack(lead: Statuses, change: StatusChange): boolean {
  if (change.field === "codStatus") return codWaysBack[lead.codStatus]?.includes(change.to) ?? false;
  return logisticWaysBack[lead.logisticStatus]?.includes(change.to) ?? false;
}

function isWayOpen(lead: ChangeableLead, change: StatusChange): boolean {
  if (change.field === "logisticStatus") return logisticTransitions[lead.logisticStatus].includes(change.to);
  if (lead.codStatus === "not_cod" && change.to === "collected") return lead.kpiStatus !== "paid";
  // A buyer who is called once more can say anything once more.
  if (lead.callReason && firstCallOutcomes.includes(change.to)) return true;
  // What has left is paid or turned away at the door, whether or not anybody was called before.
  if (endsAtTheDoor.includes(change.to) && isUnanswered(lead) && leftStatuses.includes(lead.logisticStatus))
    return true;
  return codTransitions[lead.codStatus].includes(change.to);
}

const endsAtTheDoor: readonly CodStatus[] = ["collected", "refused"];
const unansweredStatuses: readonly CodStatus[] = ["pending", "no_answer", "postponed", "wrong_number"];

/** Whether nobody has said yet what the buyer wants. */
export function isUnanswered({ codStatus }: Pick<Statuses, "codStatus">): boolean {
  return unansweredStatuses.includes(codStatus);
}

const callGoesOn: readonly CodStatus[] = ["no_answer", "postponed", "wrong_number"];

/** Whether a buyer who was to be called once more still is, after a person's change. */
export function callReasonAfter(lead: ChangeableLead, change: StatusChange): CallReason | null {
  return change.field === "codStatus" && callGoesOn.includes(change.to) ? lead.callReason : null;
}

/** When a lead that gave no answer is called again. */
export interface CallRules {
  /** After so many tries in vain the lead is put aside; it is no longer proposed. */
  maxAttempts: number;
  /** Minutes to the next try, after the first, second, … one; the last counts for all that follow. */
  retryAfterMinutes: number[];
  /** The next try falls into it; left out, it is at any time. */
  workTime?: WorkTime;
}

export const defaultCallRules: CallRules = { maxAttempts: 6, retryAfterMinutes: [120, 240, 1440] };

/** The next try after `attempts` tries in vain; null when the lead is put aside. */
export function nextCallAt(attempts: number, rules: CallRules, now: Date): Date | null {
  if (attempts >= rules.maxAttempts) return null;
  const minutes = rules.retryAfterMinutes[Math.min(attempts, rules.retryAfterMinutes.length) - 1] ?? 120;
  const next = new Date(now.getTime() + minutes * 60_000);
  return rules.workTime ? workingMomentFrom(next, rules.workTime) : next;
}

/** What a call can come to, in the order of its keys: 1 to 7. */
export const callOutcomes = [
  "confirmed",
  "no_answer",
  "postponed",
  "rejected",
  "wrong_number",
  "fake",
  "duplicate",
] as const satisfies readonly CodStatus[];
export type CallOutcome = (typeof callOutcomes)[number];

/** The colours that a tag may have. */
export const tagColors = ["gray", "green", "amber", "blue", "violet", "red"] as const;
export type TagColor = (typeof tagColors)[number];

/** How many leads one request may change. */
export const leadsLimit = 500;

/** How many changes of status go together at most. */
export const changesTogether = 20;

/** How many numbers of orders or parcels can be pasted at once, and how long one may be. */
export const pastedAtMost = 2_000;
export const longestNumber = 100;

/** How many leads a pasted number may stand for, to choose from. */
export const leadsOfNumberAtMost = 50;
/** How many are found of one, of which a store may have few enough, and of all numbers together (as astra.leads_of_numbers counts). */
export const foundOfNumberAtMost = 200;
export const pastedLeadsAtMost = 10_000;

/** How many tags one request may change. */
export const tagChangesLimit = 20;
