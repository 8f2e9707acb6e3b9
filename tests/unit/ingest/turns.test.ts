import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inTurn, isCrowded, isFlooded } from "#lib/ingest/turns.ts";

const milliseconds = 20;

// Time goes on when all that was to be done has been, so that a busy machine takes no longer than another.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const workIn = () => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Has stores' deliveries worked in, all asked for at once; answers how long each store's took, in lengths of one. */
async function lengthsOf(deliveries: Record<string, number>): Promise<Record<string, number>> {
  const startedAt = performance.now();
  const lengths: Record<string, number> = {};
  const all = Object.entries(deliveries).map(async ([storeId, count]) => {
    await Promise.all(Array.from({ length: count }, () => inTurn(storeId, workIn)));
    lengths[storeId] = (performance.now() - startedAt) / milliseconds;
  });
  await vi.runAllTimersAsync();
  await Promise.all(all);
  return lengths;
}

describe("the deliveries of one store", () => {
  test("follow each other at once, two at a time", async () => {
    expect(await lengthsOf({ usual: 10 })).toEqual({ usual: 5 });
  });

  test("that come in a flood leave three quarters of the time to others", async () => {
    // Of 30, those until ten are left (two at work, eight waiting) come with a rest: 10 × (1 + 7), then 5 more lengths.
    expect(await lengthsOf({ flood: 30 })).toEqual({ flood: 85 });
  });

  test("are a flood from the ninth that waits, and a crowd from the thirty-second", async () => {
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    const counts: [number, boolean, boolean][] = [];
    const all = Array.from({ length: 34 }, (_, index) => {
      const work = inTurn("crowd", () => freed);
      counts.push([index - 1, isFlooded("crowd"), isCrowded("crowd")]);
      return work;
    });
    expect(counts.filter(([, isFlood]) => isFlood)[0]?.[0]).toBe(9);
    expect(counts.filter(([, , isCrowd]) => isCrowd)[0]?.[0]).toBe(32);
    expect(isFlooded("other")).toBe(false);
    free();
    await vi.runAllTimersAsync();
    await Promise.all(all);
  });

  test("keep no other store waiting", async () => {
    expect(await lengthsOf({ flood: 20, other: 2 })).toMatchObject({ other: 1 });
  });
});
