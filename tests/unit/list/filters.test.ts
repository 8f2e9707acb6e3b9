import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type FilterOption, useChosenText } from "#components/list/filters/options.ts";
import { daysAsked, daysOf } from "#lib/base/time/day-ranges.ts";
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

  const [first, last] = [new Date("2026-01-05T00:00:00Z"), new Date("2026-01-09T00:00:00Z")];

  test("moves with today when it is asked for by its name", () => {
    const tomorrow = new Date("2026-03-02T00:00:00Z");
    expect(daysAsked("last7", { from: first, to: last }, today)).toEqual(daysOf("last7", today));
    expect(daysAsked("last7", { from: null, to: null }, tomorrow).to).toEqual(tomorrow);
  });

  test.each([
    ["in order", { from: first, to: last }, { from: first, to: last }],
    ["the wrong way round", { from: last, to: first }, { from: first, to: last }],
    ["open at one end", { from: null, to: first }, { from: null, to: first }],
  ])("whose days are named %s has them in order", (_, named, asked) =>
    expect(daysAsked(null, named, today)).toEqual(asked),
  );
});
