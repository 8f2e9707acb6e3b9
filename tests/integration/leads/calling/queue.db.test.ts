import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { setCallRules } from "#lib/leads/call-rules.ts";
import { takeNext } from "#lib/leads/calling.ts";
import { leadList } from "#lib/leads/list.ts";
import { countViews, listLeads } from "#lib/leads/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { addLead, clear, createOffice, minutesFromNow, type Office } from "./calls.ts";
import { createTag, tagLead } from "./tags.ts";

let office: Office;

beforeAll(async () => {
  office = await createOffice();
});
beforeEach(() => clear(office));

/** Opens one lead after the other, skipping each, until none is left. */
async function callAll(session: Session, query = ""): Promise<string[]> {
  const called: string[] = [];
  for (;;) {
    const { lead } = await takeNext(session, { query, skipped: called });
    if (!lead) return called;
    called.push(lead.id);
  }
}

describe("the order", () => {
  test("is that of the list: due call-backs, then who waits longest, or as the list is sorted", async () => {
    const small = await addLead(office, { value: "10", arrived_at: minutesFromNow(-1) });
    const none = await addLead(office, { value: null, arrived_at: minutesFromNow(-900) });
    const young = await addLead(office, { value: "90", arrived_at: minutesFromNow(-5) });
    const old = await addLead(office, { value: "80", arrived_at: minutesFromNow(-500) });
    const due = await addLead(office, {
      value: "1",
      cod_status: "postponed",
      call_back_at: minutesFromNow(-5),
    });
    const overdue = await addLead(office, {
      value: "1",
      cod_status: "no_answer",
      call_attempts: 1,
      call_back_at: minutesFromNow(-50),
    });
    const { admin } = office.sessions;
    expect(await callAll(admin)).toEqual([overdue, due, none, old, young, small]);
    for (const sort of ["due", "newest", "oldest", "value"]) {
      const listed = await listLeads(admin, leadList.load(`?view=to_call&sort=${sort}`));
      expect(await callAll(admin, `view=to_call&sort=${sort}`)).toEqual(listed.rows.map(({ id }) => id));
    }
  });

  test("of late news is that in which they came", async () => {
    const days = (count: number) => minutesFromNow(-count * 24 * 60);
    const long = await addLead(office, { arrived_at: days(90), created_at: days(3) });
    const last = await addLead(office, { arrived_at: days(120), created_at: days(1) });
    const middle = await addLead(office, { arrived_at: days(30), created_at: days(2) });
    const listed = await listLeads(office.sessions.admin, leadList.load("?view=to_call&late=true"));
    expect(listed.rows.map(({ id }) => id)).toEqual([last, middle, long]);
    expect(await callAll(office.sessions.admin, "view=to_call&late=true")).toEqual([last, middle, long]);
  });

  test("shows what comes after the open lead", async () => {
    const [first, second, third] = [
      await addLead(office, { value: "30", name: "First" }),
      await addLead(office, { value: "20", name: "Second" }),
      await addLead(office, { value: "10", name: null, phone: "+40722123456" }),
    ];
    const calling = await takeNext(office.sessions.admin, { query: "", skipped: [] });
    expect(calling.lead?.id).toBe(first);
    expect(calling.ahead?.id).toBe(second);
    expect(calling.waiting).toEqual([
      { id: second, name: "Second", value: "20.000", currency: null },
      { id: third, name: "+40 722 123 456", value: "10.000", currency: null },
    ]);
    expect(calling.left).toBe(3);
  });
});

describe("who is called", () => {
  test.each([
    ["pending", {}],
    ["no answer, due", { cod_status: "no_answer", call_attempts: 2, call_back_at: minutesFromNow(-1) }],
    ["postponed, due", { cod_status: "postponed", call_back_at: minutesFromNow(-1) }],
    [
      "postponed after many tries",
      { cod_status: "postponed", call_attempts: 9, call_back_at: minutesFromNow(-1) },
    ],
  ])("%s", async (_, values) => {
    const lead = await addLead(office, values);
    expect(await callAll(office.sessions.admin)).toEqual([lead]);
  });

  test.each([
    ["a call-back of tomorrow", { cod_status: "postponed", call_back_at: minutesFromNow(1440) }],
    ["a next try of later", { cod_status: "no_answer", call_attempts: 1, call_back_at: minutesFromNow(60) }],
    ["who never answers", { cod_status: "no_answer", call_attempts: 6 }],
    ["who has confirmed", { cod_status: "confirmed" }],
    ["who said no", { cod_status: "rejected" }],
    ["who has paid", { cod_status: "not_cod" }],
    ["a wrong number", { cod_status: "wrong_number" }],
    ["whose parcel has left", { logistic_status: "shipped" }],
    ["whose order is cancelled", { logistic_status: "cancelled" }],
  ])("but not %s", async (_, values) => {
    await addLead(office, values);
    const calling = await takeNext(office.sessions.admin, { query: "", skipped: [] });
    expect(calling).toMatchObject({ lead: null, ahead: null, waiting: [], left: 0 });
  });

  test("those who never answer are put aside after as many tries as the workspace says", async () => {
    const twice = await addLead(office, { cod_status: "no_answer", call_attempts: 2 });
    await addLead(office, { cod_status: "no_answer", call_attempts: 3 });
    await setCallRules(office.sessions.admin, { maxAttempts: 3, retryAfterMinutes: [10] });
    expect(await callAll(office.sessions.admin)).toEqual([twice]);
    const { to_call, no_answer } = await countViews(office.sessions.admin);
    expect([to_call.count, no_answer.count]).toEqual([1, 2]);
  });

  test("with nothing left, the next call-back is announced", async () => {
    const later = minutesFromNow(90);
    await addLead(office, { cod_status: "postponed", call_back_at: minutesFromNow(300) });
    await addLead(office, { cod_status: "no_answer", call_attempts: 1, call_back_at: later });
    for (const query of ["", "view=to_call", "view=no_answer"]) {
      const calling = await takeNext(office.sessions.admin, { query, skipped: [] });
      expect(calling.nextDueAt).toEqual(later);
    }
    expect(
      (await takeNext(office.sessions.admin, { query: "view=shipped", skipped: [] })).nextDueAt,
    ).toBeNull();
  });
});

describe("the list's filters", () => {
  test("hold: view, status, tag, seller, dates; junk is no filter", async () => {
    const { sessions } = office;
    const fresh = await addLead(office, { value: "9" });
    const tried = await addLead(office, { value: "8", cod_status: "no_answer", call_attempts: 1 });
    const others = await addLead(office, {
      value: "7",
      user_id: sessions.otherSeller.userId,
      arrived_at: "2026-01-05T10:00:00Z",
    });
    const tag = await createTag(office, "vip");
    await tagLead(tried, tag);
    expect(await callAll(sessions.admin)).toEqual([others, fresh, tried]);
    expect(await callAll(sessions.admin, "view=no_answer")).toEqual([tried]);
    expect(await callAll(sessions.admin, "cod=pending")).toEqual([others, fresh]);
    expect(await callAll(sessions.admin, `tag=${tag}`)).toEqual([tried]);
    expect(await callAll(sessions.admin, `seller=${sessions.otherSeller.userId}`)).toEqual([others]);
    expect(await callAll(sessions.admin, "from=2026-01-05&to=2026-01-05")).toEqual([others]);
    expect(await callAll(sessions.admin, "view=to_ship")).toEqual([]);
    expect(await callAll(sessions.admin, "view=%00&cod=x&tag='&seller=1&from=never")).toEqual([
      others,
      fresh,
      tried,
    ]);
  });
});

describe("whose leads", () => {
  test("a seller calls the own leads and those of the own stores, never another seller's", async () => {
    const own = await addLead(office, { value: "3" });
    const handedOver = await addLead(office, { value: "2", user_id: office.sessions.otherSeller.userId });
    const foreign = await addLead(office, {
      value: "1",
      user_id: office.sessions.otherSeller.userId,
      integration_id: null,
    });
    expect(await callAll(office.sessions.owner)).toEqual([own, handedOver]);
    expect(await callAll(office.sessions.otherSeller)).toEqual([handedOver, foreign]);
    expect(await callAll(office.sessions.agent)).toEqual([own, handedOver, foreign]);
  });

  test("a viewer calls nobody", async () => {
    const lead = await addLead(office);
    expect(await callAll(office.sessions.viewer)).toEqual([]);
    expect((await asOwner("select called_by from crm_leads where id = $1", [lead]))[0]).toEqual({
      called_by: null,
    });
  });

  test("nobody calls the leads of another workspace", async () => {
    await addLead(office);
    const { sessions } = await createOffice();
    expect(await callAll(sessions.admin)).toEqual([]);
  });
});
