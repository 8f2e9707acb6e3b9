import { createFormatter } from "use-intl/core";
import { expect, test } from "vitest";
import { formatsWith, type TimeFormat } from "#lib/base/i18n/formats.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";

const morning = new Date("2026-11-30T07:05:00Z");
const midnight = new Date("2026-11-29T22:00:00Z");

test.each<[Locale, TimeFormat, string, string]>([
  ["en", "24h", "09:05", "00:00"],
  ["en", "12h", "9:05 AM", "12:00 AM"],
  ["en", "language", "9:05 AM", "12:00 AM"],
  ["ro", "24h", "09:05", "00:00"],
  ["ro", "language", "09:05", "00:00"],
  ["de", "12h", "9:05 AM", "12:00 AM"],
  ["de", "language", "09:05", "00:00"],
  ["fr", "language", "09:05", "00:00"],
  ["es", "language", "9:05", "0:00"],
  ["zh", "12h", "上午9:05", "上午12:00"],
  ["zh", "language", "09:05", "00:00"],
])("a time in %s by a clock of %s is %s, and midnight %s", (locale, timeFormat, early, late) => {
  const format = createFormatter({
    locale,
    timeZone: "Europe/Bucharest",
    formats: formatsWith(timeFormat, locale),
  });
  const written = [morning, midnight].map((at) => format.dateTime(at, "time").replace(/\s/g, " "));
  expect(written).toEqual([early, late]);
});
