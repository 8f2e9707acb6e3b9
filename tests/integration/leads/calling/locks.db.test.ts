import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { callerOf, keepLead, previewNext, recordOutcome, stopCalling, takeNext } from "#lib/leads/calling.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { leadList } from "#lib/leads/list.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { addLead, clear, createOffice, minutesFromNow, type Office, seenOf, storedLead } from "./calls.ts";

let office: Office;
const all = { query: "", skipped: [] };

beforeAll(async () => {
  office = await createOffice();
});
beforeEach(() => clear(office));

/** Makes the lock of a lead run out. */
async function expire(leadId: string): Promise<void> {
  await asOwner("update crm_leads set called_until = now() - interval '1 second' where id = $1", [leadId]);
}

describe("two who call at once", () => {
  test("never get the same lead", async () => {
    const { admin, agent, owner } = office.sessions;
    const leads = await Promise.all(Array.from({ length: 9 }, (_, value) => addLead(office, { value })));
    for (let round = 0; round < 3; round++) {
      const opened = await Promise.all([admin, agent, owner].map((session) => takeNext(session, all)));
      const ids = opened.map(({ lead }) => lead?.id);
      expect(new Set(ids).size).toBe(3);
      expect(leads).toEqual(expect.arrayContaining(ids));
      await asOwner("update crm_leads set cod_status = 'confirmed', called_by = null where id = any ($1)", [
        ids,
      ]);
    }
  });

  test("share one lead: the second gets none, and hears who calls it", async () => {
    const lead = await addLead(office);
    expect((await takeNext(office.sessions.agent, all)).lead?.id).toBe(lead);
    expect(await takeNext(office.sessions.owner, all)).toMatchObject({ lead: null, left: 0 });
    expect(await callerOf(office.sessions.owner, lead)).toBe("Max Manager");
    expect(await callerOf(office.sessions.agent, lead)).toBeNull();
  });

  test("the second neither keeps it open nor records an outcome", async () => {
    const lead = await addLead(office);
    await takeNext(office.sessions.agent, all);
    const seen = await seenOf(lead);
    const record = recordOutcome(office.sessions.owner, { ...all, leadId: lead, seen, outcome: "fake" });
    await expect(record).rejects.toMatchObject({ key: "leadCalledBy", values: { name: "Max Manager" } });
    await expect(keepLead(office.sessions.owner, lead)).rejects.toMatchObject({ key: "leadCalledBy" });
    expect((await storedLead(lead)).cod_status).toBe("pending");
  });
});

describe("a lead that somebody else is calling", () => {
  const confirm = { field: "codStatus", to: "confirmed" } as const;
  const change = (session: Session, ids: string[], isOverride = false) =>
    changeStatus(session, { ids, change: confirm, isOverride });
  const callerIn = async (session: Session) =>
    (await listLeads(session, leadList.load(""))).rows.map(({ id, caller }) => [id, caller]);

  test("says so in the list of the others, while it is called", async () => {
    const lead = await addLead(office);
    const { agent, owner, viewer } = office.sessions;
    expect(await callerIn(owner)).toEqual([[lead, null]]);
    await takeNext(agent, all);
    expect(await callerIn(agent)).toEqual([[lead, null]]);
    for (const session of [owner, viewer]) expect(await callerIn(session)).toEqual([[lead, "Max Manager"]]);
    await expire(lead);
    expect(await callerIn(owner)).toEqual([[lead, null]]);
  });

  test("is left by a change of many, which names the reason, until the call is over", async () => {
    const called = await addLead(office, { value: "2" });
    const free = await addLead(office, { value: "1" });
    await takeNext(office.sessions.agent, all);
    expect(await change(office.sessions.owner, [called, free])).toMatchObject({
      changed: [{ id: free }],
      refused: [{ id: called, reason: "beingCalled" }],
    });
    expect(await storedLead(called)).toMatchObject({
      cod_status: "pending",
      called_by: office.sessions.agent.userId,
    });
    await expire(called);
    expect(await change(office.sessions.owner, [called])).toMatchObject({ refused: [] });
  });

  test("is open to who calls it, and to an admin who overrides", async () => {
    const lead = await addLead(office);
    const { admin, agent } = office.sessions;
    await takeNext(agent, all);
    expect(await change(admin, [lead])).toMatchObject({ refused: [{ reason: "beingCalled" }] });
    expect(await change(admin, [lead], true)).toMatchObject({ changed: [{ id: lead }] });
    const other = await addLead(office);
    await takeNext(agent, all);
    expect(await change(agent, [other])).toMatchObject({ changed: [{ id: other }] });
  });
});

describe("a lock", () => {
  test("is for three minutes, then others get the lead", async () => {
    const lead = await addLead(office);
    await takeNext(office.sessions.agent, all);
    const { called_until } = await storedLead(lead);
    expect(called_until?.getTime()).toBeGreaterThan(minutesFromNow(2.8).getTime());
    expect(called_until?.getTime()).toBeLessThan(minutesFromNow(3.2).getTime());
    await expire(lead);
    expect(await callerOf(office.sessions.owner, lead)).toBeNull();
    expect((await takeNext(office.sessions.owner, all)).lead?.id).toBe(lead);
    await expect(keepLead(office.sessions.agent, lead)).rejects.toMatchObject({
      key: "leadCalledBy",
      values: { name: "Olga Owner" },
    });
  });

  test("is renewed while its page is open, even when it ran out and nobody came", async () => {
    const lead = await addLead(office);
    await takeNext(office.sessions.agent, all);
    await expire(lead);
    await keepLead(office.sessions.agent, lead);
    expect((await takeNext(office.sessions.owner, all)).lead).toBeNull();
  });

  test("is not taken by whoever only looks at what comes next", async () => {
    const lead = await addLead(office);
    expect((await previewNext(office.sessions.agent, "")).lead?.id).toBe(lead);
    expect((await storedLead(lead)).called_by).toBeNull();
    expect((await takeNext(office.sessions.owner, all)).lead?.id).toBe(lead);
    expect((await previewNext(office.sessions.agent, "")).lead).toBeNull();
  });

  test("is one of a person at a time, also when an older window keeps its lead", async () => {
    const first = await addLead(office, { value: "2" });
    const second = await addLead(office, { value: "1" });
    const { agent } = office.sessions;
    await takeNext(agent, all);
    await takeNext(agent, { query: "", skipped: [first] });
    await expect(keepLead(agent, first)).rejects.toMatchObject({ key: "otherLeadOpen" });
    await keepLead(agent, second);
    expect([(await storedLead(first)).called_by, (await storedLead(second)).called_by]).toEqual([
      null,
      agent.userId,
    ]);
    await stopCalling(agent);
    await keepLead(agent, first);
    expect((await storedLead(first)).called_by).toBe(agent.userId);
  });

  test("is one of a person at a time, however many windows open leads at once", async () => {
    for (const value of ["3", "2", "1"]) await addLead(office, { value });
    const { agent } = office.sessions;
    await Promise.all(Array.from({ length: 6 }, () => takeNext(agent, all)));
    const open = await asOwner("select from crm_leads where called_by = $1", [agent.userId]);
    expect(open).toHaveLength(1);
  });

  test("is mine again when I come back", async () => {
    const lead = await addLead(office);
    await takeNext(office.sessions.agent, all);
    expect((await takeNext(office.sessions.agent, all)).lead?.id).toBe(lead);
  });

  test("goes when I skip the lead, and when I stop", async () => {
    const first = await addLead(office, { value: "2" });
    const second = await addLead(office, { value: "1" });
    await takeNext(office.sessions.agent, all);
    await takeNext(office.sessions.agent, { query: "", skipped: [first] });
    expect((await storedLead(first)).called_by).toBeNull();
    expect((await storedLead(second)).called_by).toBe(office.sessions.agent.userId);
    await stopCalling(office.sessions.agent);
    expect((await storedLead(second)).called_by).toBeNull();
  });

  test("leaves the lead unchanged for those who edit it", async () => {
    const lead = await addLead(office);
    const before = await storedLead(lead);
    await takeNext(office.sessions.agent, all);
    expect((await storedLead(lead)).updated_at).toEqual(before.updated_at);
  });

  test("is not for a viewer, a seller of other leads or a stranger", async () => {
    const lead = await addLead(office);
    const stranger = (await createOffice()).sessions.admin;
    for (const session of [office.sessions.viewer, office.sessions.otherSeller, stranger]) {
      await expect(keepLead(session, lead)).rejects.toMatchObject({ key: "notFoundLead" });
    }
    expect((await storedLead(lead)).called_by).toBeNull();
  });
});
