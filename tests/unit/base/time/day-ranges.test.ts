import { expect, test } from "vitest";
import { instantsAsked } from "#lib/base/time/day-ranges.ts";

const noDays = { from: null, to: null };

test("a range is of the person's days, as they stand when it is asked for", () => {
  const lateInBucharest = new Date("2026-03-01T22:30:00Z");
  expect(instantsAsked("today", noDays, "Europe/Bucharest", lateInBucharest)).toEqual({
    from: new Date("2026-03-01T22:00:00Z"),
    before: new Date("2026-03-02T22:00:00Z"),
  });
  expect(instantsAsked("last7", noDays, "UTC", lateInBucharest)).toEqual({
    from: new Date("2026-02-23T00:00:00Z"),
    before: new Date("2026-03-02T00:00:00Z"),
  });
});

test("days the wrong way round are turned", () => {
  const days = { from: new Date("2026-03-09T00:00:00Z"), to: new Date("2026-03-05T00:00:00Z") };
  expect(instantsAsked(null, days, "UTC")).toEqual({
    from: new Date("2026-03-05T00:00:00Z"),
    before: new Date("2026-03-10T00:00:00Z"),
  });
});
