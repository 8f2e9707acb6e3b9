import { describe, expect, test } from "vitest";
import { daysOfCover, standingOf } from "#lib/inventory/model.ts";

describe("how a product stands", () => {
  test.each([
    [6, "enough"],
    [5, "low"],
    [1, "low"],
    [0, "out"],
    [-1, "oversold"],
  ])("with %i available and a level of 5 it is %s", (available, standing) => {
    expect(standingOf(available, 5)).toBe(standing);
  });

  test("a level of nothing is never low", () => {
    expect(standingOf(1, 0)).toBe("enough");
  });
});

test("cover is how long what is available lasts at the pace of 30 days", () => {
  expect(daysOfCover(10, 30)).toBe(10);
  expect(daysOfCover(10, 7)).toBe(42);
  expect(daysOfCover(-3, 30)).toBe(0);
  expect(daysOfCover(10, 0)).toBeNull();
});
