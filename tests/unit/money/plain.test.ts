import { expect, test } from "vitest";
import { plainAmount } from "#lib/money/plain.ts";

test.each([
  ["1249.000", "RON", "1249.00"],
  ["1249", "RON", "1249.00"],
  ["-12.500", "EUR", "-12.50"],
  ["12.345", "EUR", "12.345"],
  ["1500.000", "JPY", "1500"],
  ["1.500", "KWD", "1.500"],
  ["0.000", "EUR", "0.00"],
])("%s %s is written as %s", (amount, currency, text) => {
  expect(plainAmount(amount, currency)).toBe(text);
});
