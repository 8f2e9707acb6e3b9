import { expect, test } from "vitest";
import { plainAmount } from "#lib/base/money/plain.ts";

test.each([
  ["1249.000", "RON", "1249.00"],
  ["1249", "RON", "1249.00"],
  ["-12.500", "EUR", "-12.50"],
  ["12.345", "EUR", "12.345"],
  ["1500.000", "JPY", "1500"],
  ["1.500", "KWD", "1.500"],
  ["0.000", "EUR", "0.00"],
  ["1990.5", "HUF", "1990.50"],
  ["1250.25", "IQD", "1250.250"],
  ["150000.000", "IRT", "150000"],
  ["12.5", "USDT", "12.5"],
  ["12.345", "", "12.345"],
])("%s %j is written as %s", (amount, currency, text) => {
  expect(plainAmount(amount, currency)).toBe(text);
});
