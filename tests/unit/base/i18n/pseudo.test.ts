import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { expect, test } from "vitest";
import { longerMessages } from "#lib/base/i18n/pseudo.ts";

function said(message: string, values: Parameters<typeof format>[2]): unknown {
  const { one } = longerMessages({ one: compile(message) });
  const formatters = {
    getNumberFormat: (locale: string, options: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, options),
    getDateTimeFormat: (locale: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, options),
    getPluralRules: (locale: string, options: Intl.PluralRulesOptions) =>
      new Intl.PluralRules(locale, options),
  };
  return format(one, "en", values, { formatters } as never);
}

test("makes words longer by two fifths, and leaves signs, arguments and what decides between branches", () => {
  expect(said("Settings", {})).toBe("SettingsSett");
  expect(said("Hi {name}: 5 %", { name: "Ana" })).toBe("HiH Ana: 5 %");
  expect(said("{count, plural, one {# store} other {# stores}} of {who}", { count: 2, who: "Ana" })).toBe(
    "2 storessto ofo Ana",
  );
  expect(said("{count, number} {kind, select, new {fresh} other {old}}", { count: 1_000, kind: "new" })).toBe(
    "1,000 freshfr",
  );
});

test("reaches into tags", () => {
  const link = (words: unknown) => `[${[words].flat().join("")}]`;
  expect(String([said("Read <link>this</link> now", { link })].flat().join(""))).toBe(
    "ReadRe [thisth] nowno",
  );
});

test("goes through all messages", () => {
  expect(longerMessages({ a: { b: "Save" }, c: "Go" })).toEqual({ a: { b: "SaveSa" }, c: "GoG" });
});
