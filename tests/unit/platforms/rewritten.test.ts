import { describe, expect, test } from "vitest";
import { rewritten } from "#lib/platforms/rewritten.ts";
import { computingTime } from "#tests/support/computing-time.ts";

const plainly = (text: string) => rewritten(Buffer.from(text), JSON.stringify);

describe("a JSON text written anew", () => {
  test("has its strings written, no blanks between its values, and all else as it stands", () => {
    expect(plainly('{ "a" : [ 1.50, "b\\/\\u00e9 \\"c\\"" ],\n "d": "" }')).toBe(
      '{"a":[1.50,"b/é \\"c\\""],"d":""}',
    );
  });

  test.each(['"', '"\\', '"a\\"', '["a", "b]', '"\\"\\"\\"'])(
    "is none when a string has no end: %s",
    (text) => {
      expect(plainly(text)).toBeNull();
    },
  );

  test("takes as much longer as it is longer, also when every quote could begin a string", () => {
    const endless = (quotes: number) => `"${'\\"'.repeat(quotes)}`;
    const [short, long] = [endless(20_000), endless(320_000)];
    plainly(short);
    const timeOf = (text: string) => Math.min(...[1, 2, 3].map(() => computingTime(() => plainly(text))));
    // Looked through from each quote, it would take 256 times as long.
    expect(timeOf(long)).toBeLessThan(timeOf(short) * 100 + 20);
  });
});
