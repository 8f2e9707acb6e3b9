import { expect, test } from "vitest";
import { isKnownCurrency, minimumDecimals } from "#lib/base/money/currencies.ts";

test.each([
  ["JPY", 0],
  ["CLP", 0],
  ["UGX", 0],
  ["EUR", 2],
  ["HUF", 2],
  ["COP", 2],
  ["PKR", 2],
  ["IDR", 2],
  ["ALL", 2],
  ["XCG", 2],
  ["IQD", 3],
  ["KWD", 3],
  ["CLF", 4],
])("%s has at least %i decimals", (currency, decimals) => {
  expect(isKnownCurrency(currency)).toBe(true);
  expect(minimumDecimals(currency)).toBe(decimals);
});

test.each(["IRT", "IRHT", "IRHR", "USDT", "XXX", "XAU", "eur", "EUR ", "", "toString"])(
  "%j is no currency of the world, so it has none that it must have",
  (currency) => {
    expect(isKnownCurrency(currency)).toBe(false);
    expect(minimumDecimals(currency)).toBe(0);
  },
);

test("every currency of today that the runtime can name is known", () => {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const unknown = Intl.supportedValuesOf("currency")
    // Withdrawn ones are named with their years.
    .filter((code) => !/\d{4}/.test(names.of(code) ?? ""))
    .filter((code) => !code.startsWith("X"))
    .filter((code) => !isKnownCurrency(code));
  expect(unknown).toEqual([]);
});
