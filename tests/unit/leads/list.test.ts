import { describe, expect, test } from "vitest";
import { daysOf, rangeOf } from "#components/data-table/day-ranges.ts";
import { moveColumn, orderColumns } from "#components/data-table/list-look.ts";
import { applyChange } from "#components/leads/list/apply-change.ts";
import { callBackPresets } from "#components/leads/list/call-back-presets.ts";
import { chipText, isNarrowed, noFilters, withoutFilter } from "#components/leads/list/filter-kinds.ts";
import { leadSorting } from "#components/leads/list/sorting.ts";
import { nextChoices, overrideChoices } from "#components/leads/list/status-choices.ts";
import { warningOf } from "#components/leads/list/warning-of.ts";
import { summarise } from "#components/leads/status-result.ts";
import { loadLeadListParams } from "#lib/leads/filters.ts";

describe("a chip", () => {
  test.each([
    [[], ""],
    [["Lumea.ro"], "Lumea.ro"],
    [["Lumea.ro", "Casa Vie"], "Lumea.ro, Casa Vie"],
    [["Lumea.ro", "Casa Vie", "Lumea.gr", "Lumea.hu"], "Lumea.ro, Casa Vie +2"],
  ])("of %j says %s", (labels, text) => expect(chipText(labels)).toBe(text));
});

describe("filters", () => {
  test("narrow the list, the tab and the order do not", async () => {
    expect(isNarrowed(loadLeadListParams("?view=to_call&sort=value&size=25&after=x"))).toBe(false);
    for (const query of ["?q=pop", "?cod=pending", "?from=2026-01-01", "?to=2026-01-01", "?sku=A-1"])
      expect(isNarrowed(loadLeadListParams(query))).toBe(true);
  });

  test("are taken off one by one or all at once", () => {
    expect(withoutFilter("arrived")).toEqual({ from: null, to: null });
    expect(withoutFilter("store")).toEqual({ store: null });
    expect(Object.keys(noFilters).sort()).toEqual(
      ["q", "cod", "kpi", "logistic", "store", "tag", "from", "to", "seller", "sku"].sort(),
    );
  });
});

describe("a range of days", () => {
  const today = new Date("2026-03-01T00:00:00Z");

  test("ends today, or is yesterday", () => {
    expect(daysOf("last7", today)).toEqual({ from: new Date("2026-02-23T00:00:00Z"), to: today });
    expect(daysOf("yesterday", today)).toEqual({
      from: new Date("2026-02-28T00:00:00Z"),
      to: new Date("2026-02-28T00:00:00Z"),
    });
  });

  test("is known again by its days", () => {
    expect(rangeOf(new Date("2026-01-31T00:00:00Z"), today, today)).toBe("last30");
    expect(rangeOf(today, today, today)).toBe("today");
    expect(rangeOf(today, null, today)).toBeNull();
  });
});

describe("what a change did", () => {
  const changed = [{}];
  test("is summed up by reason", () => {
    expect(
      summarise({
        changed,
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
    expect(summarise({ changed, refused: [] }).outcome).toBe("changed");
    expect(summarise({ changed: [], refused: [{ reason: "notFound" }] }).outcome).toBe("refused");
  });
});

describe("the status menu", () => {
  test("keeps a parcel back until the buyer has confirmed", () => {
    const { logistic } = nextChoices({ codStatus: "pending", logisticStatus: "pending" });
    expect(logistic).toContainEqual({
      change: { field: "logisticStatus", to: "shipped" },
      refusal: "confirmFirst",
    });
    expect(logistic).toContainEqual({ change: { field: "logisticStatus", to: "cancelled" }, refusal: null });
  });

  test("offers an admin what is not open, and never what is", () => {
    const lead = { codStatus: "confirmed", logisticStatus: "pending" } as const;
    const { cod } = overrideChoices(lead);
    expect(cod.map(({ change }) => change.to)).toEqual(["not_cod", "no_answer", "wrong_number", "fake"]);
  });
});

describe("the order of the headers", () => {
  test("turns round by time, and goes back to the newest from the value", () => {
    const at = (query: string) => leadSorting(loadLeadListParams(query));
    expect(at("").arrived).toEqual({ href: "/leads?sort=oldest", direction: "descending" });
    expect(at("?sort=oldest&after=x").arrived).toEqual({ href: "/leads", direction: "ascending" });
    expect(at("?view=to_call").total).toEqual({ href: "/leads?view=to_call&sort=value", direction: null });
    expect(at("?sort=value").total).toEqual({ href: "/leads", direction: "descending" });
  });
});

test("a warning is the gravest there is", () => {
  const lead = { duplicateOf: null, history: null, addressIssues: [], logisticStatus: "pending" } as const;
  const refusals = { ...lead, history: { orders: 4, delivered: 1, refused: 2 } };
  expect(warningOf({ ...lead, addressIssues: [] })).toBeNull();
  expect(warningOf({ ...lead, addressIssues: ["postcode"] })).toEqual({ kind: "address", issue: "postcode" });
  expect(warningOf({ ...lead, addressIssues: ["postcode"], logisticStatus: "delivered" })).toBeNull();
  expect(warningOf({ ...refusals, addressIssues: ["postcode"] })).toEqual({
    kind: "refusals",
    refused: 2,
    orders: 4,
  });
  expect(warningOf({ ...refusals, addressIssues: [], duplicateOf: { id: "1", orderNumber: "#7" } })).toEqual({
    kind: "duplicate",
    orderNumber: "#7",
  });
});

describe("times to call back", () => {
  test("are those of the person's zone", () => {
    expect(callBackPresets(new Date("2026-01-10T08:00:00Z"), "Europe/Bucharest")).toEqual([
      { name: "inTwoHours", at: new Date("2026-01-10T10:00:00Z") },
      { name: "thisEvening", at: new Date("2026-01-10T16:00:00Z") },
      { name: "tomorrow", at: new Date("2026-01-11T08:00:00Z") },
    ]);
  });

  test("have no evening once it has begun, and know when the clocks change", () => {
    const presets = callBackPresets(new Date("2026-03-28T17:00:00Z"), "Europe/Bucharest");
    expect(presets.map(({ name }) => name)).toEqual(["inTwoHours", "tomorrow"]);
    expect(presets[1]?.at).toEqual(new Date("2026-03-29T07:00:00Z"));
  });
});

describe("columns", () => {
  test("stand as the person put them, new ones at the end and old ones forgotten", () => {
    expect(orderColumns(["a", "b", "c"], ["c", "gone", "a"])).toEqual(["c", "a", "b"]);
  });

  test("move a place at a time, and not past the edge", () => {
    expect(moveColumn(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moveColumn(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });
});

test("a change is shown at once for the leads that may go there", () => {
  const base = {
    codStatus: "pending",
    logisticStatus: "pending",
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
