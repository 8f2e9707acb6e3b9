import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { exchange } from "#lib/base/money/exchange.ts";

test.each([
  ["149.25", { from: "298.5", to: "60" }, "EUR", "30"],
  ["6750", { from: "6750", to: "45" }, "USD", "45"],
  ["1000", { from: "6750", to: "45" }, "USD", "6.67"],
  ["10", { from: "45", to: "6750" }, "JPY", "1500"],
  ["10.01", { from: "45", to: "6750" }, "JPY", "1502"],
  ["1", { from: "3", to: "1.234" }, "KWD", "0.411"],
  ["1", { from: "3", to: "1" }, "USDT", "0.33"],
  ["0", { from: "3", to: "1" }, "EUR", "0"],
  ["99999999999", { from: "0.001", to: "99999999999" }, "EUR", "99999999999.999"],
])("%s by %o in %s is %s", (amount, rate, currency, expected) => {
  expect(exchange(amount, rate, currency)).toBe(expected);
});

const cents = integer({ min: 1, max: 99_999_999 }).map((amount) => (amount / 100).toFixed(2));

test("what a rate is told by comes out to the cent, there and back", () => {
  assert(
    property(cents, cents, (from, to) => {
      expect(Number(exchange(from, { from, to }, "EUR"))).toBe(Number(to));
      expect(Number(exchange(to, { from: to, to: from }, "RON"))).toBe(Number(from));
    }),
  );
});
