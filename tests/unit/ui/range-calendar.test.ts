import { NextIntlClientProvider } from "next-intl";
import { createElement, type ElementType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RangeCalendar } from "#components/ui/range-calendar.tsx";
import { WeekProvider } from "#components/ui/week.tsx";
import messages from "#messages/en/index.ts";

test.each([
  [1, "Monday"],
  [6, "Saturday"],
  [7, "Sunday"],
])("where weeks begin on day %s, those of a calendar begin with %s", (firstDay, name) => {
  const intl: ElementType = NextIntlClientProvider;
  const week: ElementType = WeekProvider;
  const calendar = createElement(RangeCalendar, {
    from: null,
    to: null,
    today: new Date("2026-11-30"),
    onChange: () => undefined,
  });
  const markup = renderToStaticMarkup(
    createElement(
      intl,
      { locale: "en", messages, timeZone: "UTC" },
      createElement(week, { firstDay }, calendar),
    ),
  );
  expect(/aria-label="(\w+day)"/.exec(markup)?.[1]).toBe(name);
});
