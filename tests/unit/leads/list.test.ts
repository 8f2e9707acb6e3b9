import { describe, expect, test } from "vitest";
import { applyChange } from "#components/leads/list/apply-change.ts";
import { callBackPresets, proposedCallBack } from "#components/leads/list/call-back-presets.ts";
import { nextChoices, otherChoices, overrideChoices } from "#components/leads/list/status-choices.ts";
import { warningOf } from "#components/leads/list/warning-of.ts";
import { summarise } from "#components/leads/status-result.ts";
import { columnSorts } from "#components/list/table/sorting.ts";
import { leadList } from "#lib/leads/list.ts";

test("filters narrow the list, the tab and the order do not", () => {
  expect(leadList.isNarrowed(leadList.load("?view=to_call&sort=value&size=25&after=x"))).toBe(false);
  const id = crypto.randomUUID();
  const filters = `q=pop cod=pending kpi=paid logistic=packed store=${id} tag=${id} seller=${id} sku=A-1`;
  for (const filter of [...filters.split(" "), "from=2026-01-01", "to=2026-01-01"])
    expect(leadList.isNarrowed(leadList.load(`?${filter}`)), filter).toBe(true);
  for (const junk of ["cod=maybe", "store=1", "tag=1,x", "seller=1", "from=yesterday"])
    expect(leadList.isNarrowed(leadList.load(`?${junk}`)), junk).toBe(false);
});

describe("what a change did", () => {
  const changed = [{}];
  const unchanged: string[] = [];
  test("is summed up by reason", () => {
    expect(
      summarise({
        changed,
        unchanged,
        refused: [{ reason: "notAllowed" }, { reason: "confirmFirst" }, { reason: "confirmFirst" }],
      }),
    ).toEqual({
      outcome: "partly",
      changed: 1,
      total: 4,
      reasons: [
        { reason: "confirmFirst", count: 2 },
        { reason: "notAllowed", count: 1 },
      ],
    });
  });

  test("is all or nothing", () => {
    expect(summarise({ changed, unchanged, refused: [] }).outcome).toBe("changed");
    expect(summarise({ changed: [], unchanged, refused: [{ reason: "notFound" }] }).outcome).toBe("refused");
  });
});

test("leads that are there already count as done", () => {
  expect(summarise({ changed: [], unchanged: ["1", "2"], refused: [] })).toMatchObject({
    outcome: "changed",
    changed: 2,
    total: 2,
  });
});

describe("the status menu", () => {
  test("says once what an act does already", () => {
    const lead = { codStatus: "pending", logisticStatus: "pending", callReason: null } as const;
    const { cod } = otherChoices(lead, ["confirm", "noAnswer", "callBack", "reject"]);
    expect(cod.map(({ change }) => change.to)).toEqual(["wrong_number", "fake", "duplicate"]);
  });

  test("keeps a parcel back until the buyer has confirmed", () => {
    const { logistic } = nextChoices({ codStatus: "pending", logisticStatus: "pending", callReason: null });
    expect(logistic).toContainEqual({
      change: { field: "logisticStatus", to: "shipped" },
      refusal: "confirmFirst",
    });
    expect(logistic).toContainEqual({ change: { field: "logisticStatus", to: "cancelled" }, refusal: null });
  });

  test("offers an admin what is not open, and never what is", () => {
    const lead = { codStatus: "confirmed", logisticStatus: "pending", callReason: null } as const;
    const { cod } = overrideChoices(lead);
    expect(cod.map(({ change }) => change.to)).toEqual(["not_cod", "no_answer", "wrong_number", "fake"]);
  });
});

describe("a lead that a colleague is calling", () => {
  const lead = {
    codStatus: "pending",
    logisticStatus: "pending",
    callReason: null,
    caller: "Mihai",
  } as const;

  test("waits, unless an admin overrides", () => {
    expect(nextChoices(lead).cod).toContainEqual({
      change: { field: "codStatus", to: "confirmed" },
      refusal: "beingCalled",
    });
    expect(overrideChoices(lead).cod.map(({ change }) => change.to)).toContain("confirmed");
  });

  test("is not shown as changed before the server has said so", () => {
    const row = {
      ...lead,
      id: "1",
      kpiStatus: "waiting" as const,
      paymentStatus: null,
      callAttempts: 0,
      callBackAt: null,
    };
    const request = { change: { field: "codStatus", to: "confirmed" } } as const;
    expect(applyChange([row], { ...request, ids: ["1"] })).toEqual([row]);
    expect(applyChange([row], { ...request, ids: ["1"], isOverride: true })).toMatchObject([
      { codStatus: "confirmed" },
    ]);
  });
});

describe("the order of the headers", () => {
  test("turns round by time, and goes back to the newest from the value", () => {
    const columns = [
      { id: "arrived", sorts: ["newest", "oldest"] },
      { id: "total", sorts: ["value"] },
    ] as const;
    const at = (query: string) => columnSorts(leadList, leadList.load(query), columns);
    expect(at("").arrived).toEqual({ href: "/leads?sort=oldest", direction: "descending" });
    expect(at("?sort=oldest&after=x").arrived).toEqual({ href: "/leads", direction: "ascending" });
    expect(at("?view=to_call").arrived).toEqual({ href: "/leads?view=to_call&sort=newest", direction: null });
    expect(at("?view=to_call&sort=newest").arrived?.direction).toBe("descending");
    expect(at("?view=to_call").total).toEqual({ href: "/leads?view=to_call&sort=value", direction: null });
    expect(at("?sort=value").total).toEqual({ href: "/leads", direction: "descending" });
  });
});

test("the order to call in is named where leads are called, and nowhere else", () => {
  const named = (query: string) => leadList.sortsIn(leadList.load(query)).map(({ name }) => name);
  expect(named("?view=to_call")).toEqual(["due", "newest", "oldest", "value"]);
  expect(named("?view=to_ship")).toEqual(["newest", "oldest", "value"]);
});

describe("a warning", () => {
  const lead = {
    duplicateOf: null,
    history: null,
    addressIssues: [],
    codStatus: "pending",
    logisticStatus: "pending",
  } as const;
  const refusals = { ...lead, history: { orders: 4, delivered: 1, refused: 2 } };
  const duplicate = { ...refusals, addressIssues: [], duplicateOf: { id: "1", orderNumber: "#7" } };

  test("is the gravest there is", () => {
    expect(warningOf({ ...lead, addressIssues: [] })).toBeNull();
    expect(warningOf({ ...lead, addressIssues: ["postcode"] })).toEqual({
      kind: "address",
      issue: "postcode",
    });
    expect(warningOf({ ...lead, addressIssues: ["postcode"], logisticStatus: "delivered" })).toBeNull();
    expect(warningOf({ ...refusals, addressIssues: ["postcode"] })).toEqual({
      kind: "refusals",
      refused: 2,
      orders: 4,
    });
    expect(warningOf(duplicate)).toEqual({ kind: "duplicate", orderNumber: "#7" });
  });

  test("is given only while the lead is to be called or sent", () => {
    for (const codStatus of [
      "pending",
      "no_answer",
      "postponed",
      "wrong_number",
      "confirmed",
      "not_cod",
    ] as const)
      expect(warningOf({ ...duplicate, codStatus }), codStatus).not.toBeNull();
    for (const codStatus of ["rejected", "fake", "duplicate", "collected", "refused"] as const)
      expect(warningOf({ ...duplicate, codStatus }), codStatus).toBeNull();
    for (const logisticStatus of ["shipped", "in_transit", "delivered", "returned", "cancelled"] as const)
      expect(warningOf({ ...duplicate, codStatus: "confirmed", logisticStatus }), logisticStatus).toBeNull();
  });
});

describe("times to call back", () => {
  const anyTime = { hours: {}, timezone: "UTC" };

  test("lie in working hours: not on the evening of a day that ends before, nor on a free morning", () => {
    const day = { from: "09:00", to: "17:00" };
    const workTime = { hours: { 1: day, 5: day }, timezone: "Europe/Bucharest" };
    // A Friday, two hours before work ends.
    const friday = new Date("2026-01-09T13:30:00Z");
    const monday = new Date("2026-01-12T07:00:00Z");
    expect(callBackPresets(friday, "Europe/Bucharest", workTime)).toEqual([
      { name: "nextWorkingDay", at: monday },
    ]);
    expect(proposedCallBack(friday, "Europe/Bucharest", workTime)).toEqual(monday);
    const early = { hours: { 1: day, 2: { from: "11:00", to: "19:00" } }, timezone: "Europe/Bucharest" };
    expect(callBackPresets(new Date("2026-01-12T07:30:00Z"), "Europe/Bucharest", early)).toEqual([
      { name: "inTwoHours", at: new Date("2026-01-12T09:30:00Z") },
      { name: "tomorrow", at: new Date("2026-01-13T09:00:00Z") },
    ]);
  });

  test("are those of the person's zone", () => {
    expect(callBackPresets(new Date("2026-01-10T08:00:00Z"), "Europe/Bucharest", anyTime)).toEqual([
      { name: "inTwoHours", at: new Date("2026-01-10T10:00:00Z") },
      { name: "thisEvening", at: new Date("2026-01-10T16:00:00Z") },
      { name: "tomorrow", at: new Date("2026-01-11T08:00:00Z") },
    ]);
  });

  test("have no evening once it has begun, and know when the clocks change", () => {
    const presets = callBackPresets(new Date("2026-03-28T17:00:00Z"), "Europe/Bucharest", anyTime);
    expect(presets.map(({ name }) => name)).toEqual(["inTwoHours", "tomorrow"]);
    expect(presets[1]?.at).toEqual(new Date("2026-03-29T07:00:00Z"));
  });

  test("are proposed only while they are ahead", () => {
    const proposedAt = (now: string) => proposedCallBack(new Date(now), "Europe/Bucharest", anyTime);
    expect(proposedAt("2026-01-10T15:59:00Z")).toEqual(new Date("2026-01-10T16:00:00Z"));
    expect(proposedAt("2026-01-10T16:00:00Z")).toEqual(new Date("2026-01-11T08:00:00Z"));
    expect(proposedAt("2026-01-10T22:30:00Z")).toEqual(new Date("2026-01-11T16:00:00Z"));
  });
});

test("a change is shown at once for the leads that may go there", () => {
  const base = {
    codStatus: "pending",
    logisticStatus: "pending",
    kpiStatus: "waiting",
    paymentStatus: null,
    callReason: null,
    callAttempts: 0,
    callBackAt: null,
  } as const;
  const leads = [
    { id: "1", ...base },
    { id: "2", ...base, codStatus: "confirmed" as const },
    { id: "3", ...base },
  ];
  const shown = applyChange(leads, { ids: ["1", "2"], change: { field: "codStatus", to: "no_answer" } });
  expect(shown.map(({ codStatus, callAttempts }) => [codStatus, callAttempts])).toEqual([
    ["no_answer", 1],
    ["confirmed", 0],
    ["pending", 0],
  ]);
});
