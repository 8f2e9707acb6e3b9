import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAmbiguous, readAmount, readTypedAmount, typedAmount } from "#lib/base/money/amount.ts";

test.each([
  ["1.249,90", "comma", "1249.90"],
  ["1 249,9", "comma", "1249.9"],
  ["1,249.90", "point", "1249.90"],
  ["1249.9", "point", "1249.9"],
  ["12,49", "point", undefined],
  ["1.24", "comma", undefined],
  ["1e5", "point", undefined],
  ["-3", "point", undefined],
  ["1.23456", "point", undefined],
] as const)("%s with a decimal %s is %s", (text, decimal, amount) => {
  expect(readAmount(text, decimal)).toBe(amount);
});

describe("an amount that a person typed", () => {
  test.each([
    ["20", "20"],
    ["19,90", "19.90"],
    ["19.99", "19.99"],
    [" 1 249,9 ", "1249.9"],
    ["1.249,90", "1249.90"],
    ["1,249.90", "1249.90"],
    ["1.249.000", "1249000"],
    ["1,249,000.5", "1249000.5"],
    ["0,125", "0.125"],
    ["1’249.50", "1249.50"],
  ])("%s is %s", (text, amount) => expect(readTypedAmount(text)).toBe(amount));

  test.each(["", ",", "1,2,3", "1.2,3.4", "1,23.4", "-1", "1e3", "1.23456", "12345678901", "€ 5"])(
    "%s is none",
    (text) => expect(readTypedAmount(text)).toBeUndefined(),
  );

  test.each([
    ["1.250", "RON", true],
    ["1,250", "EUR", true],
    ["1.250", "KWD", false],
    ["1250", "RON", false],
    ["1.25", "RON", false],
    ["0.125", "RON", false],
    ["1.2500", "RON", false],
    ["1250,125", "RON", false],
  ])("%s %s could be a thousand times as much: %s", (text, currency, expected) => {
    expect(isAmbiguous(readTypedAmount(text) ?? "", currency)).toBe(expected);
  });

  test("that a field begins with is read as the same again, in whatever language", () => {
    const anyAmount = fc.integer({ min: 0, max: 999_999_999_999 }).map((parts) => (parts / 1000).toFixed(3));
    const anyCurrency = fc.constantFrom("RON", "JPY", "KWD", "CLF", "XYZ");
    fc.assert(
      fc.property(
        anyAmount,
        anyCurrency,
        fc.constantFrom("en", "ro", "fr", "zh"),
        (amount, currency, locale) => {
          const read = readTypedAmount(typedAmount(amount, currency, locale)) ?? "";
          expect(Number(read)).toBe(Number(amount));
          expect(isAmbiguous(read, currency)).toBe(false);
        },
      ),
    );
  });

  test("begins as the language writes it", () => {
    expect(typedAmount("19.990", "RON", "ro")).toBe("19,99");
    expect(typedAmount("19.990", "RON", "en")).toBe("19.99");
    expect(typedAmount("1.255", "EUR", "de")).toBe("1,2550");
  });
});
