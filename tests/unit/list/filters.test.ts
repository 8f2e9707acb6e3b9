import { describe, expect, test } from "vitest";
import { daysOf, rangeOf } from "#components/list/filters/day-ranges.ts";
import { chosenText } from "#components/list/filters/options-filter.tsx";

describe("a chip", () => {
  const options = ["Lumea.ro", "Casa Vie", "Lumea.gr"].map((label, index) => ({ value: `${index}`, label }));

  test.each([
    [[], null],
    [["0"], "Lumea.ro"],
    [["1", "0"], "Casa Vie, Lumea.ro"],
    [["0", "1", "2", "gone"], "Lumea.ro, Casa Vie +2"],
    [["gone"], "Unknown"],
  ])("of %j says %s", (chosen, text) => expect(chosenText(options, chosen, "Unknown")).toBe(text));
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
