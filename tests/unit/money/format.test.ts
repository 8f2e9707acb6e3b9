import { expect, test } from "vitest";
import { formatMoney } from "#lib/money/format.ts";

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
  ["12.345", "EUR", "en", "EUR 12.35"],
])("%s %s in %s is %s", (amount, currency, locale, expected) => {
  expect(plain(formatMoney(amount, currency, locale))).toBe(expected);
});
