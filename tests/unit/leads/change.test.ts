import { describe, expect, test } from "vitest";
import { type ChangingLead, changeLead, entryOfChange, undoChange } from "#lib/leads/change.ts";
import { type CodStatus, codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";
import { detailsOf } from "#lib/sales/timeline/details.ts";

const now = new Date("2026-12-01T10:00:00Z");
const later = new Date("2026-12-02T09:00:00Z");
const rules = { maxAttempts: 2, retryAfterMinutes: [60] };

const fresh = {
  codStatus: "pending",
  logisticStatus: "pending",
  kpiStatus: "waiting",
  codDecision: null,
  logisticDecision: null,
  callReason: null,
  callAttempts: 0,
  callBackAt: null,
  paymentStatus: "pending",
} satisfies ChangingLead & { codDecision: CodStatus | null; logisticDecision: null };

function changed(lead: ChangingLead, request: Parameters<typeof changeLead>[1], isCall = false) {
  return changeLead(lead, request, { rules, now, isCall });
}

const cod = (to: CodStatus) => ({ change: { field: "codStatus", to } as const });

describe("a change", () => {
  test("is a person's last word, and moves the figures and the queue", () => {
    expect(changed(fresh, cod("confirmed"))).toMatchObject({
      refusal: null,
      isOverride: false,
      after: { codStatus: "confirmed", codDecision: "confirmed", kpiStatus: "waiting", toCall: false },
    });
    const shipped = { change: { field: "logisticStatus", to: "shipped" } as const };
    expect(changed({ ...fresh, codStatus: "confirmed" }, shipped)).toMatchObject({
      after: { logisticDecision: "shipped", kpiStatus: "shipped" },
    });
  });

  test("to no answer counts a try and sets the next one, until the lead is put aside", () => {
    const once = { callAttempts: 1, callBackAt: new Date("2026-12-01T11:00:00Z"), toCall: true };
    expect(changed(fresh, cod("no_answer"))).toMatchObject({ after: once });
    const twice = { ...fresh, codStatus: "no_answer", callAttempts: 1 } as const;
    expect(changed(twice, cod("no_answer"))).toMatchObject({ after: { callAttempts: 2, callBackAt: null } });
  });

  test("to no answer shows no time where the rule is not known", () => {
    expect(changeLead(fresh, cod("no_answer"), { rules: null, now })).toMatchObject({
      after: { callAttempts: 1, callBackAt: null },
    });
  });

  test("to a call-back keeps its time, and any other answer ends the waiting", () => {
    expect(changed(fresh, { ...cod("postponed"), callBackAt: later })).toMatchObject({
      after: { callBackAt: later },
    });
    const waiting = { ...fresh, codStatus: "postponed", callBackAt: later } as const;
    expect(changed(waiting, cod("confirmed"))).toMatchObject({ after: { callBackAt: null } });
  });

  test("back needs a reason, and what is noted on a call is none", () => {
    const collected = { ...fresh, codStatus: "collected", kpiStatus: "paid" } as const;
    const back = { ...cod("confirmed"), note: "A mistake" };
    expect(changed(collected, cod("confirmed"))).toEqual({ refusal: "reasonMissing" });
    expect(changed(collected, back)).toMatchObject({ after: { codStatus: "confirmed" } });
    expect(changed(collected, back, true)).toEqual({ refusal: "reasonMissing" });
  });

  test("that is not open is made only by an override, and never to where the lead is", () => {
    expect(changed(fresh, { ...cod("collected"), isOverride: true })).toMatchObject({ isOverride: true });
    expect(changed(fresh, { ...cod("pending"), isOverride: true })).toEqual({ refusal: null, after: null });
  });

  test("to where the lead is already is nothing, except that each try counts", () => {
    const confirmed = { ...fresh, codStatus: "confirmed" } as const;
    expect(changed(confirmed, cod("confirmed"))).toEqual({ refusal: null, after: null });
    expect(changed({ ...fresh, codStatus: "no_answer" }, cod("no_answer"))).toMatchObject({
      after: { callAttempts: 1 },
    });
  });
});

test("an undo leads back to all that was, whatever the change", () => {
  const lead = { ...fresh, callReason: "delivery_failed", callAttempts: 1, callBackAt: later } as const;
  for (const to of codStatuses) {
    const outcome = changed(lead, { ...cod(to), isOverride: true, callBackAt: later });
    if (outcome.refusal !== null) continue;
    const { callReason, callAttempts, callBackAt } = lead;
    const before = { callReason, callAttempts, callBackAt };
    const made = { field: "codStatus", from: lead.codStatus, decisionBefore: null, before } as const;
    expect(undoChange({ ...lead, ...outcome.after }, made), to).toEqual({ ...lead, toCall: true });
  }
  for (const to of logisticStatuses) {
    const change = { field: "logisticStatus", to } as const;
    const outcome = changed(lead, { change, isOverride: true });
    if (outcome.refusal !== null) continue;
    const before = { ...lead };
    const made = { field: "logisticStatus", from: "pending", decisionBefore: null, before } as const;
    expect(undoChange({ ...lead, ...outcome.after }, made), to).toEqual({ ...lead, toCall: true });
  }
});

test("the timeline's entry of a change holds what its kind does", () => {
  const lead = { ...fresh, codDecision: "no_answer", callBackAt: later } as const;
  const entry = entryOfChange(lead, { ...lead, codStatus: "confirmed" }, "codStatus", { isUndo: true });
  expect(detailsOf.status_changed.parse(entry)).toEqual({
    field: "codStatus",
    from: "pending",
    to: "confirmed",
    decisionBefore: "no_answer",
    callAttemptsBefore: "0",
    callBackBefore: later.toISOString(),
    callBackAt: later.toISOString(),
    isUndo: "true",
  });
});
