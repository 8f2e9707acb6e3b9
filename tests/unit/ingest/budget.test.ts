import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Budget } from "#lib/ingest/budget.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a budget", () => {
  const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000);

  test("is each one's own, and spent when all of it was used", () => {
    const budget = new Budget({ most: 10, perSecond: 1 });
    budget.spend("one", 9);
    expect(budget.isSpent("one")).toBe(false);
    budget.spend("one", 1);
    expect(budget.isSpent("one")).toBe(true);
    expect(budget.isSpent("other")).toBe(false);
  });

  test("comes back with time, the later the more it was overdrawn", () => {
    const budget = new Budget({ most: 10, perSecond: 1 });
    budget.spend("one", 15);
    seconds(5);
    expect(budget.isSpent("one")).toBe(true);
    seconds(1);
    expect(budget.isSpent("one")).toBe(false);
  });

  test("never grows beyond the whole", () => {
    const budget = new Budget({ most: 10, perSecond: 1 });
    budget.spend("one", 1);
    seconds(3_600);
    budget.spend("other", 1);
    budget.spend("one", 10);
    expect(budget.isSpent("one")).toBe(true);
  });
});
