import { describe, expect, test } from "vitest";
import { formatsWith, timeFormats } from "#lib/base/i18n/formats.ts";
import { locales } from "#lib/base/i18n/locales.ts";
import { dayLocale, readDay, readTime, writeDay } from "#lib/base/time/typed.ts";

const today = new Date("2026-11-30T00:00:00Z");

describe("a time that somebody typed", () => {
  test.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["1730", "17:30"],
    ["17:30", "17:30"],
    ["17.30", "17:30"],
    ["17h30", "17:30"],
    ["17 Uhr", "17:00"],
    ["5:30 pm", "17:30"],
    ["5:30 p. m.", "17:30"],
    ["5p", "17:00"],
    ["12 am", "00:00"],
    ["12:15 PM", "12:15"],
    ["下午5:30", "17:30"],
    ["１７：３０", "17:30"],
    ["9-30", "09:30"],
    ["9 Uhr 30", "09:30"],
    ["9点", "09:00"],
    ["21时", "21:00"],
    ["9点30分", "09:30"],
    ["下午9点", "21:00"],
    ["晚上9:30", "21:30"],
    ["早上 8 點", "08:00"],
    ["凌晨12点", "00:00"],
    ["中午12点", "12:00"],
    ["中午1点", "13:00"],
  ])("%s is %s", (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(["", "25", "9:75", "soon", "9 or 10", "9 in the morning", "晚上12点", "中午11点"])(
    "“%s” is none",
    (typed) => {
      expect(readTime(typed)).toBeNull();
    },
  );

  test.each(locales.flatMap((locale) => timeFormats.map((clock) => [locale, clock] as const)))(
    "is read as it is written in %s by the clock %s",
    (locale, clock) => {
      for (const time of ["00:05", "09:30", "12:00", "23:59"]) {
        const { time: form } = formatsWith(clock, locale).dateTime;
        const text = new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
        expect(readTime(text.format(new Date(`2026-11-30T${time}:00Z`)))).toBe(time);
      }
    },
  );
});

describe("a day that somebody typed", () => {
  test.each([
    ["en", "12/1/2026", "2026-12-01"],
    ["ro", "1.12.2026", "2026-12-01"],
    ["de", "1.12.26", "2026-12-01"],
    ["fr", "01/12", "2026-12-01"],
    ["zh", "2026/12/1", "2026-12-01"],
    ["en", "2026-12-01", "2026-12-01"],
  ])("in %s as %s is %s", (locale, typed, day) => {
    expect(readDay(typed, locale, today)).toBe(day);
  });

  test.each(["", "tomorrow", "31.2.2026", "1", "1.2.3.4", "32.1.2026", "1.1.20261"])(
    "“%s” is none",
    (typed) => {
      expect(readDay(typed, "ro", today)).toBeNull();
    },
  );

  test.each([
    ["5.1.", "2026-11-30", "2027-01-05"],
    ["5.12.", "2026-11-30", "2026-12-05"],
    ["30.11.", "2026-11-30", "2026-11-30"],
    ["5.1.26", "2026-11-30", "2026-01-05"],
    ["5.1.", undefined, "2026-01-05"],
    ["5.1.", "2027-01-02", "2027-01-05"],
  ])("%s without a year is the first one from %s on: %s", (typed, min, day) => {
    expect(readDay(typed, "ro", today, min)).toBe(day);
  });

  test.each(locales)("is read as it is written in %s", (locale) => {
    const text = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" });
    expect(readDay(text.format(new Date("2026-03-04T00:00:00Z")), locale, today)).toBe("2026-03-04");
  });

  test.each([...locales, "en-GB", "en-CA", "hu", "ar-EG", "fa-IR", "th-TH"])(
    "is read as its field writes it in %s",
    (locale) => {
      expect(readDay(writeDay("2026-03-04", locale), locale, today)).toBe("2026-03-04");
    },
  );

  test("is in English in the order of the browser", () => {
    const orders = ["en-US", "en-GB", "ro-RO"].map((browser) =>
      readDay("5/12", dayLocale("en", browser), today),
    );
    expect(orders).toEqual(["2026-05-12", "2026-12-05", "2026-12-05"]);
    expect(readDay("5/12", dayLocale("fr", "en-US"), today)).toBe("2026-12-05");
  });
});
