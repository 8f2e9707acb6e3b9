import { describe, expect, test } from "vitest";
import { hearableBy, summaryRange, usualPreferences } from "#lib/telegram/model.ts";
import { preferencesSchema } from "#lib/telegram/schema.ts";
import { wantsLead } from "#lib/telegram/wants-lead.ts";

const storeId = "0195a1f0-0000-7000-8000-000000000001";
const lead = { storeId, value: "20.000", currency: "EUR" };
const above = (leastValue: string) => ({ ...usualPreferences, newLeads: "above" as const, leastValue });

describe("whether somebody is told of a new lead", () => {
  test.each([
    ["all", usualPreferences, lead, true],
    ["none", { ...usualPreferences, newLeads: "none" as const }, lead, false],
    ["a store that is muted", { ...usualPreferences, mutedStores: [storeId] }, lead, false],
    [
      "one by hand is of no store",
      { ...usualPreferences, mutedStores: [storeId] },
      { ...lead, storeId: null },
      true,
    ],
    ["of the value itself", above("20"), lead, true],
    ["of less", above("20.001"), lead, false],
    ["of another currency", above("1000"), { ...lead, currency: "RON" }, true],
    ["of a value that nobody knows", above("1000"), { ...lead, value: null }, true],
    [
      "of more digits than a float holds",
      above("99999999999.999"),
      { ...lead, value: "99999999999.998" },
      false,
    ],
  ])("%s", (_case, preferences, one, isWanted) => {
    expect(wantsLead(preferences, one, "EUR")).toBe(isWanted);
  });
});

test.each([
  ["admin", ["leads", "everyonesLeads", "stock", "failedDeliveries"]],
  ["manager", ["leads", "everyonesLeads", "stock"]],
  ["seller", ["leads", "stock", "failedDeliveries"]],
  ["viewer", []],
] as const)("%s is offered what can come, and nothing else", (role, offered) => {
  const hearable = Object.entries(hearableBy(role)).filter(([, isHearable]) => isHearable);
  expect(hearable.map(([name]) => name)).toEqual(offered);
});

describe("preferences as a form holds them", () => {
  const typed = {
    newLeads: "above",
    everyonesLeads: false,
    leastValue: "1.250,50",
    mutedStores: [],
    isQuiet: true,
    quietFrom: "22:00",
    quietUntil: "08:30",
    callBacks: true,
    stock: false,
    failedDeliveries: true,
    summaryHour: "8",
  };

  test("are read", () => {
    expect(preferencesSchema.parse(typed)).toMatchObject({
      leastValue: "1250.50",
      quietFrom: 1_320,
      quietUntil: 510,
      summaryHour: "8",
    });
  });

  test.each([
    [{ leastValue: "" }, "leastValue", "amountInvalid"],
    [{ leastValue: "much" }, "leastValue", "amountInvalid"],
    [{ quietFrom: "24:00" }, "quietFrom", "timeInvalid"],
    [{ quietUntil: "22:00" }, "quietUntil", "quietWithoutLength"],
    [{ summaryHour: "24" }, "summaryHour", "hourInvalid"],
  ])("are refused: %o", (change, field, message) => {
    const { error } = preferencesSchema.safeParse({ ...typed, ...change });
    expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([[field, message]]);
  });
});

test("a summary before noon tells of the day before", () => {
  expect([0, 8, 11, 12, 20].map(summaryRange)).toEqual([
    "yesterday",
    "yesterday",
    "yesterday",
    "today",
    "today",
  ]);
});
