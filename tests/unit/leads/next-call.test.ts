import { describe, expect, test } from "vitest";
import { type CallRules, nextCallAt } from "#lib/leads/model.ts";

const now = new Date("2026-11-21T10:00:00Z");
const rules: CallRules = { maxAttempts: 4, retryAfterMinutes: [60, 1440] };

describe("the next try", () => {
  test.each([
    [1, "2026-11-21T11:00:00.000Z"],
    [2, "2026-11-22T10:00:00.000Z"],
    [3, "2026-11-22T10:00:00.000Z"],
  ])(
    "after %i in vain is when the rule says; the last pause counts for all that follow",
    (attempts, expected) => {
      expect(nextCallAt(attempts, rules, now)?.toISOString()).toBe(expected);
    },
  );

  test("falls into working hours, where the workspace has some", () => {
    const workTime = { hours: { 1: { from: "09:00", to: "17:00" } }, timezone: "UTC" };
    // The 21st is a Saturday.
    expect(nextCallAt(1, { ...rules, workTime }, now)?.toISOString()).toBe("2026-11-23T09:00:00.000Z");
  });

  test.each([4, 5, 100])("after %i is none: the lead is put aside", (attempts) => {
    expect(nextCallAt(attempts, rules, now)).toBeNull();
  });
});
