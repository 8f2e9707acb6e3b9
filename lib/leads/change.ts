import {
  type CallRules,
  callReasonAfter,
  nextCallAt,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import {
  type CodStatus,
  deriveKpiStatus,
  isToCall,
  type LeadStanding,
  type LeadState,
  type LogisticStatus,
} from "#lib/sales/statuses.ts";
import type { DetailsOf } from "#lib/sales/timeline/details.ts";

// What a lead is after a change, told once: by the server that writes it, and by the pages that show it before the server has answered.

/** From where a person changes a lead, unless in Astra itself. */
export type ChangeWay = NonNullable<DetailsOf<"status_changed">["via"]>;

/** The part of a lead that a change looks at. */
export interface ChangingLead extends LeadStanding, Pick<LeadState, "paymentStatus"> {
  /** Who else is calling the buyer now. */
  caller?: string | null;
}

/** What a person asks for. */
export interface ChangeRequest {
  change: StatusChange;
  /** When to call again; with `postponed`. */
  callBackAt?: Date | undefined;
  /** What the person says for it; going back needs it. */
  note?: string | undefined;
  /** Whether the person goes where the way is closed. */
  isOverride?: boolean | undefined;
}

interface Circumstances {
  /** When a lead that gave no answer is called again; null where that is not known, and told by the server. */
  rules: CallRules | null;
  now: Date;
  /** Whether it is the outcome of a call: what is noted on one is no reason for going back. */
  isCall?: boolean;
}

/** A lead after a change. */
export type Changed<Lead> = Lead & { toCall: boolean };

/** Why a lead stays as it is, or what it becomes, and whether only because somebody insisted; `after` is null where it is there already. */
export type ChangeOutcome<Lead> =
  | { refusal: Refusal }
  | { refusal: null; after: null }
  | { refusal: null; after: Changed<Lead>; isOverride: boolean };

/** What a person's change makes of a lead. */
export function changeLead<Lead extends ChangingLead>(
  lead: Lead,
  request: ChangeRequest,
  circumstances: Circumstances,
): ChangeOutcome<Lead> {
  const { change } = request;
  const refusal = refusalOf(lead, change, circumstances.isCall ? undefined : request.note);
  if (refusal && lead[change.field] === change.to) return { refusal: null, after: null };
  if (refusal && !request.isOverride) return { refusal };
  const after = {
    ...lead,
    ...decided(change),
    callReason: callReasonAfter(lead, change),
    ...(change.field === "codStatus" && callsAfter(lead, request, circumstances)),
  };
  return { refusal: null, after: derived(after), isOverride: refusal !== null };
}

function decided(change: StatusChange) {
  return change.field === "codStatus"
    ? { codStatus: change.to, codDecision: change.to }
    : { logisticStatus: change.to, logisticDecision: change.to };
}

/** An answer ends the waiting; no answer counts a try and sets the next one. */
function callsAfter(
  lead: ChangingLead,
  { change, callBackAt }: ChangeRequest,
  { rules, now }: Circumstances,
): Partial<LeadStanding> {
  if (change.to === "no_answer") {
    const callAttempts = lead.callAttempts + 1;
    return { callAttempts, callBackAt: callBackAt ?? (rules && nextCallAt(callAttempts, rules, now)) };
  }
  return { callBackAt: change.to === "postponed" ? (callBackAt ?? null) : null };
}

/** What a change that is taken back had found, as its entry on the timeline says. */
export type ChangeMade = (
  | { field: "codStatus"; from: CodStatus; decisionBefore: CodStatus | null }
  | { field: "logisticStatus"; from: LogisticStatus; decisionBefore: LogisticStatus | null }
) &
  Record<"before", Pick<LeadStanding, "callReason" | "callAttempts" | "callBackAt">>;

/** What a lead is once a change is taken back. */
export function undoChange<Lead extends ChangingLead>(lead: Lead, made: ChangeMade): Changed<Lead> {
  const { callReason, ...calls } = made.before;
  if (made.field === "logisticStatus") {
    const { from, decisionBefore } = made;
    return derived({ ...lead, callReason, logisticStatus: from, logisticDecision: decisionBefore });
  }
  return derived({ ...lead, callReason, ...calls, codStatus: made.from, codDecision: made.decisionBefore });
}

/** What follows from the statuses: what the figures count, and whether somebody is to call. */
function derived<Lead extends ChangingLead>(lead: Lead): Changed<Lead> {
  return { ...lead, kpiStatus: deriveKpiStatus(lead), toCall: isToCall(lead) };
}

/** What the timeline says of a person's change, with all that taking it back needs. */
export function entryOfChange(
  lead: ChangingLead & { codDecision: CodStatus | null; logisticDecision: LogisticStatus | null },
  after: LeadStanding,
  field: StatusChange["field"],
  how: { isOverride?: boolean; isUndo?: boolean; via?: ChangeWay | undefined },
): DetailsOf<"status_changed"> {
  const decision = field === "codStatus" ? lead.codDecision : lead.logisticDecision;
  return {
    field,
    from: lead[field],
    to: after[field],
    ...(decision && { decisionBefore: decision }),
    ...(lead.callReason && { callReasonBefore: lead.callReason }),
    callAttemptsBefore: String(lead.callAttempts),
    ...(lead.callBackAt && { callBackBefore: lead.callBackAt.toISOString() }),
    ...(after.callBackAt && { callBackAt: after.callBackAt.toISOString() }),
    ...(how.isOverride && { isOverride: "true" as const }),
    ...(how.isUndo && { isUndo: "true" as const }),
    ...(how.via && { via: how.via }),
  };
}
