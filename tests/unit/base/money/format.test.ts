import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimumDecimals } from "#lib/base/money/currencies.ts";
import { formatMoney } from "#lib/base/money/format.ts";

/** Blanks between currency and amount don't break. */
const plain = (text: string) => text.replaceAll(/\s/gu, " ");

test.each([
  ["23600", "JPY", "en", "JPY 23,600"],
  ["23600.000", "JPY", "en", "JPY 23,600"],
  ["1.5", "KWD", "en", "KWD 1.500"],
  ["2.005", "KWD", "en", "KWD 2.005"],
  ["1234.5", "RON", "en", "RON 1,234.50"],
  ["1234.5", "RON", "ro", "1.234,50 RON"],
  ["1234.5", "EUR", "de", "1.234,50 EUR"],
  ["0", "EUR", "en", "EUR 0.00"],
  ["-20.5", "USD", "en", "-USD 20.50"],
  ["0.1", "USD", "en", "USD 0.10"],
  ["99999999999.999", "KWD", "en", "KWD 99,999,999,999.999"],
])("%s %s in %s is %s", (amount, currency, locale, expected) => {
  expect(plain(formatMoney(amount, currency, locale))).toBe(expected);
});

test.each([
  ["12.345", "EUR", "EUR 12.345"],
  ["0.5", "JPY", "JPY 0.5"],
  ["1990.5", "HUF", "HUF 1,990.50"],
  ["1990", "HUF", "HUF 1,990.00"],
  ["12500.25", "COP", "COP 12,500.25"],
  ["499.99", "PKR", "PKR 499.99"],
  ["150000.75", "IDR", "IDR 150,000.75"],
  ["1250.125", "IQD", "IQD 1,250.125"],
  ["0.000125", "EUR", "EUR 0.000125"],
])("%s %s keeps its decimals: %s", (amount, currency, expected) => {
  expect(plain(formatMoney(amount, currency, "en"))).toBe(expected);
});

test.each([
  ["150000.000", "IRT", "en", "IRT 150,000"],
  ["1500000", "IRHT", "en", "IRHT 1,500,000"],
  ["12.5", "USDT", "en", "USDT 12.5"],
  ["12.5", "USDT", "ro", "12,5 USDT"],
  ["-12.5", "Toman (old)", "en", "-Toman (old) 12.5"],
  ["1234.5", "", "en", "1,234.5"],
  ["-1234.5", "", "ro", "-1.234,5"],
])("%s in %j, which is no currency of the world, is shown in %s as %s", (amount, code, locale, expected) => {
  expect(plain(formatMoney(amount, code, locale))).toBe(expected);
});

describe("whatever the amount, the currency and the language", () => {
  test("it is shown whole, with at least the decimals of its currency", () => {
    fc.assert(
      fc.property(amounts, currencies, locales, (amount, currency, locale) => {
        const shown = formatMoney(amount, currency, locale);
        expect(shown).toContain(currency);
        const { value, decimals } = read(shown.replace(currency, ""), locale);
        expect(value).toEqual(new Decimal(amount));
        expect(decimals).toBe(Math.max(minimumDecimals(currency), new Decimal(amount).decimalPlaces()));
      }),
    );
  });

  test("parts as they are shown add up to their total as it is shown", () => {
    fc.assert(
      fc.property(fc.array(amounts), currencies, locales, (parts, currency, locale) => {
        const shown = (amount: string) =>
          read(formatMoney(amount, currency, locale).replace(currency, ""), locale).value;
        const add = (all: Decimal[]) => all.reduce((sum, one) => sum.plus(one), new Decimal(0));
        const total = add(parts.map((part) => new Decimal(part)));
        expect(add(parts.map(shown))).toEqual(shown(total.toFixed()));
      }),
    );
  });
});

const amounts = fc
  .tuple(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => `${whole}.${String(millionths).padStart(6, "0")}`);
const currencies = fc.oneof(
  fc.constantFrom("RON", "EUR", "JPY", "CLP", "HUF", "COP", "PKR", "IDR", "IQD", "KWD", "CLF"),
  fc.constantFrom("IRT", "IRHT", "USDT", ""),
);
const locales = fc.constantFrom("en", "ro", "de", "hu", "fr", "bg", "el", "pl", "en-IN");

/** Reads an amount as a person of that language does. */
function read(shown: string, locale: string): { value: Decimal; decimals: number } {
  const point = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
  const [whole = "", fraction = ""] = shown.split(point?.value ?? ".");
  const sign = /[-−]/.test(shown) ? "-" : "";
  const digits = (text: string) => text.replaceAll(/\D/g, "");
  return {
    value: new Decimal(`${sign}${digits(whole)}.${digits(fraction)}`),
    decimals: digits(fraction).length,
  };
}
