import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { daysOf, rangeOf } from "#components/list/filters/day-ranges.ts";
import { type FilterOption, useChosenText } from "#components/list/filters/options-filter.tsx";
import messages from "#messages/en/index.ts";

function Chip({ options, chosen }: { options: FilterOption[]; chosen: string[] }) {
  return useChosenText()(options, chosen);
}

describe("a chip", () => {
  const options = ["Lumea.ro", "Casa Vie", "Lumea.gr"].map((label, index) => ({ value: `${index}`, label }));

  test.each([
    [[], ""],
    [["0"], "Lumea.ro"],
    [["1", "0"], "Casa Vie, Lumea.ro"],
    [["0", "1", "2", "gone"], "Lumea.ro, Casa Vie, 2 more"],
    [["gone"], "Unknown"],
  ])("of %j says %s", (chosen, text) => {
    const children = createElement(Chip, { options, chosen });
    const provided = { locale: "en", messages, timeZone: "UTC", children } as const;
    expect(renderToStaticMarkup(createElement(NextIntlClientProvider, provided))).toBe(text);
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
