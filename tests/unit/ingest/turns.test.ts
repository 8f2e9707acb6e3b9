import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { inTurn, isCrowded, isFlooded } from "#lib/ingest/turns.ts";

const milliseconds = 20;

/** Has a store's deliveries worked in, all asked for at once; answers how long that took, in lengths of one. */
async function lengthsOf(storeId: string, count: number): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: count }, () => inTurn(storeId, () => sleep(milliseconds))));
  return (performance.now() - startedAt) / milliseconds;
}

describe("the deliveries of one store", () => {
  test("follow each other at once, two at a time", async () => {
    const lengths = await lengthsOf("usual", 10);
    expect(lengths).toBeGreaterThan(4.5);
    expect(lengths).toBeLessThan(9);
  });

  test("that come in a flood leave three quarters of the time to others", async () => {
    // Of 30, those until ten are left (two at work, eight waiting) come with a rest: 10 × (1 + 7), then 5 more lengths.
    expect(await lengthsOf("flood", 30)).toBeGreaterThan(80);
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
    await Promise.all(all);
  });

  test("keep no other store waiting", async () => {
    const flood = lengthsOf("flood", 20);
    expect(await lengthsOf("other", 2)).toBeLessThan(4);
    await flood;
  });
});
