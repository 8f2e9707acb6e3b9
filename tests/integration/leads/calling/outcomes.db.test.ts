import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getCallRules, setCallRules } from "#lib/leads/call-rules.ts";
import { recordOutcome, reopenLead, takeNext, undoOutcome } from "#lib/leads/calling.ts";
import { type CallOutcome, callOutcomes } from "#lib/leads/model.ts";
import type { SeenCalls } from "#lib/leads/schema.ts";
import { asOwner } from "#tests/support/database.ts";
import { addLead, clear, createOffice, minutesFromNow, type Office, seenOf, storedLead } from "./calls.ts";

let office: Office;
const all = { query: "", skipped: [] };

beforeAll(async () => {
  office = await createOffice();
});
beforeEach(() => clear(office));

function eventsOf(leadId: string) {
  return asOwner<{ type: string; details: Record<string, string> }>(
    "select type, details from crm_lead_events where lead_id = $1 order by occurred_at, type desc",
    [leadId],
  );
}

describe("an outcome", () => {
  test.each(callOutcomes)("%s is kept, and the next lead is open", async (outcome) => {
    const lead = await addLead(office, { value: "2" });
    const next = await addLead(office, { value: "1" });
    await takeNext(office.sessions.owner, all);
    const callBackAt = outcome === "postponed" ? minutesFromNow(30) : undefined;
    const recorded = await recordOutcome(office.sessions.owner, {
      ...all,
      leadId: lead,
      seen: await seenOf(lead),
      outcome,
      callBackAt,
    });
    expect(recorded.next).toMatchObject({ lead: { id: next }, left: 1, done: { [outcome]: 1 } });
    expect(await storedLead(lead)).toMatchObject({ cod_status: outcome, called_by: null });
    expect((await storedLead(next)).called_by).toBe(office.sessions.owner.userId);
  });

  test("takes its note along", async () => {
    const lead = await addLead(office);
    await recordOutcome(office.sessions.owner, {
      ...all,
      leadId: lead,
      seen: await seenOf(lead),
      outcome: "confirmed",
      note: "After 16:00",
    });
    expect(await eventsOf(lead)).toEqual([
      {
        type: "status_changed",
        details: { field: "codStatus", from: "pending", to: "confirmed", callAttemptsBefore: "0" },
      },
      { type: "note", details: { text: "After 16:00" } },
    ]);
  });

  test("of no answer counts the try and sets the next one by the workspace's rule", async () => {
    await setCallRules(office.sessions.admin, { maxAttempts: 3, retryAfterMinutes: [10, 60] });
    const lead = await addLead(office);
    const fail = async () =>
      recordOutcome(office.sessions.owner, {
        ...all,
        leadId: lead,
        seen: await seenOf(lead),
        outcome: "no_answer",
      });
    for (const minutes of [10, 60]) {
      const { callBackAt } = await fail();
      expect(callBackAt?.getTime()).toBeGreaterThan(minutesFromNow(minutes - 0.2).getTime());
      expect(callBackAt?.getTime()).toBeLessThanOrEqual(minutesFromNow(minutes).getTime());
    }
    expect((await fail()).callBackAt).toBeNull();
    expect(await storedLead(lead)).toMatchObject({ call_attempts: 3, call_back_at: null });
    expect((await takeNext(office.sessions.owner, all)).lead).toBeNull();
  });

  test("that can't follow, because the lead was decided meanwhile, is refused", async () => {
    const lead = await addLead(office);
    await takeNext(office.sessions.owner, all);
    const seen = await seenOf(lead);
    await asOwner("update crm_leads set cod_status = 'collected' where id = $1", [lead]);
    const record = recordOutcome(office.sessions.owner, { ...all, leadId: lead, seen, outcome: "rejected" });
    await expect(record).rejects.toMatchObject({ key: "callOutcomeRefused" });
  });

  test("is refused with who decided it meanwhile", async () => {
    const lead = await addLead(office);
    const seen = await seenOf(lead);
    await recordOutcome(office.sessions.owner, { ...all, leadId: lead, seen, outcome: "fake" });
    const record = recordOutcome(office.sessions.admin, { ...all, leadId: lead, seen, outcome: "confirmed" });
    await expect(record).rejects.toMatchObject({
      key: "callDecidedBy",
      values: { status: "fake", name: "Olga Owner", minutes: 0 },
    });
  });

  test("of a lead that is no longer as the person saw it is refused, with what it is now", async () => {
    const lead = await addLead(office);
    const record = (seen: SeenCalls, outcome: CallOutcome, callBackAt?: Date) =>
      recordOutcome(office.sessions.owner, { ...all, leadId: lead, seen, outcome, callBackAt });
    const first = await seenOf(lead);
    await record(first, "no_answer");
    const once = await storedLead(lead);
    await expect(record(first, "no_answer")).rejects.toMatchObject({
      key: "callRecorded",
      values: { status: "no_answer" },
    });
    expect(await storedLead(lead)).toMatchObject({ call_attempts: 1, call_back_at: once.call_back_at });

    const second = await seenOf(lead);
    await record(second, "postponed", minutesFromNow(30));
    const third = await seenOf(lead);
    await record(third, "postponed", minutesFromNow(60));
    for (const seen of [second, third])
      await expect(record(seen, "confirmed")).rejects.toMatchObject({ key: "callRecorded" });
    expect((await storedLead(lead)).cod_status).toBe("postponed");
  });

  test("that two windows record at once counts once", async () => {
    const lead = await addLead(office);
    const request = { ...all, leadId: lead, seen: await seenOf(lead), outcome: "no_answer" } as const;
    const records = [1, 2].map(() => recordOutcome(office.sessions.owner, request));
    const results = await Promise.allSettled(records);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await storedLead(lead)).call_attempts).toBe(1);
  });

  test("that was refused leaves the lead to be opened again as it is now", async () => {
    const lead = await addLead(office, { value: "1" });
    const other = await addLead(office, { value: "2" });
    await takeNext(office.sessions.owner, all);
    await asOwner("update crm_leads set cod_status = 'collected' where id = $1", [lead]);
    const calling = await reopenLead(office.sessions.owner, { ...all, leadId: lead });
    expect(calling).toMatchObject({ lead: { id: lead, codStatus: "collected" }, ahead: { id: other } });
    expect((await storedLead(other)).called_by).toBeNull();
    await takeNext(office.sessions.agent, all);
    const reopen = reopenLead(office.sessions.owner, { ...all, leadId: other });
    await expect(reopen).rejects.toMatchObject({ key: "leadCalledBy", values: { name: "Max Manager" } });
  });

  test("is not for a viewer, nor for a seller of other leads", async () => {
    const lead = await addLead(office);
    const seen = await seenOf(lead);
    for (const session of [office.sessions.viewer, office.sessions.otherSeller]) {
      const record = recordOutcome(session, { ...all, leadId: lead, seen, outcome: "confirmed" });
      await expect(record).rejects.toMatchObject({ key: "notFoundLead" });
    }
    expect((await storedLead(lead)).cod_status).toBe("pending");
  });
});

describe("an undo", () => {
  test("brings the lead back, open and as it was", async () => {
    const lead = await addLead(office, { value: "2", cod_status: "no_answer", call_attempts: 1 });
    const next = await addLead(office, { value: "1" });
    const { undo } = await recordOutcome(office.sessions.owner, {
      ...all,
      leadId: lead,
      seen: await seenOf(lead),
      outcome: "no_answer",
    });
    const calling = await undoOutcome(office.sessions.owner, { ...all, undo });
    expect(calling).toMatchObject({ lead: { id: lead }, ahead: { id: next }, left: 2, done: {} });
    expect(await storedLead(lead)).toMatchObject({
      cod_status: "no_answer",
      call_attempts: 1,
      call_back_at: null,
      called_by: office.sessions.owner.userId,
    });
    expect((await storedLead(next)).called_by).toBeNull();
  });

  test("comes too late once the lead has gone on", async () => {
    const lead = await addLead(office);
    const { undo } = await recordOutcome(office.sessions.owner, {
      ...all,
      leadId: lead,
      seen: await seenOf(lead),
      outcome: "confirmed",
    });
    await asOwner("update crm_leads set logistic_status = 'packed' where id = $1", [lead]);
    await expect(undoOutcome(office.sessions.owner, { ...all, undo })).rejects.toMatchObject({
      key: "undoTooLate",
    });
  });

  test("leaves a lead alone that somebody else has opened", async () => {
    const lead = await addLead(office);
    const { undo } = await recordOutcome(office.sessions.owner, {
      ...all,
      leadId: lead,
      seen: await seenOf(lead),
      outcome: "confirmed",
    });
    await asOwner(
      "update crm_leads set called_by = $2, called_until = now() + interval '1 minute' where id = $1",
      [lead, office.sessions.agent.userId],
    );
    await expect(undoOutcome(office.sessions.owner, { ...all, undo })).rejects.toMatchObject({
      key: "leadCalledBy",
    });
    expect((await storedLead(lead)).cod_status).toBe("confirmed");
  });
});

describe("the workspace's rule", () => {
  const rules = { maxAttempts: 2, retryAfterMinutes: [15] };

  test("is set by an admin and read by all", async () => {
    await setCallRules(office.sessions.admin, rules);
    for (const session of Object.values(office.sessions))
      expect(await getCallRules(session)).toEqual({ ...rules, workTime: { hours: {}, timezone: "UTC" } });
  });

  test.each(["agent", "owner", "viewer"] as const)("is not set by anyone else: %s", async (name) => {
    await expect(setCallRules(office.sessions[name], rules)).rejects.toMatchObject({ key: "forbidden" });
  });

  test("falls to the default when what is stored makes no sense", async () => {
    await asOwner('update workspaces set call_rules = \'{"maxAttempts": "x"}\' where id = $1', [
      office.workspace.id,
    ]);
    expect((await getCallRules(office.sessions.admin)).maxAttempts).toBe(6);
  });
});
