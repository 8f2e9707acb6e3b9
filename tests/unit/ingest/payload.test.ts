import { brotliCompressSync } from "node:zlib";
import { assert, asyncProperty, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { isLarge, largestBody, packPayload, unpackPayload } from "#lib/ingest/payload.ts";

test("a payload comes out of its keep as it went in", () =>
  assert(
    asyncProperty(uint8Array({ maxLength: 5_000 }), async (body) => {
      expect(Buffer.from(await unpackPayload(await packPayload(body)))).toEqual(Buffer.from(body));
    }),
  ));

test("a payload of the time before it was compressed is what it was, and a dropped one is empty", async () => {
  const body = Buffer.from("{}");
  expect(await unpackPayload({ payload: body, payloadEncoding: "identity" })).toEqual(body);
  expect(await unpackPayload({ payload: Buffer.alloc(0), payloadEncoding: "br" })).toHaveLength(0);
});

test("a payload that would unpack to more than a body may have is not unpacked", async () => {
  const payload = brotliCompressSync(Buffer.alloc(largestBody + 1));
  await expect(unpackPayload({ payload, payloadEncoding: "br" })).rejects.toThrow(RangeError);
});

test("a body is large by its bytes, or by its values", () => {
  expect(isLarge(Buffer.alloc(512 * 1024, " "))).toBe(false);
  expect(isLarge(Buffer.alloc(512 * 1024 + 1, " "))).toBe(true);
  expect(isLarge(Buffer.from("1,".repeat(10_000)))).toBe(false);
  expect(isLarge(Buffer.from("1,".repeat(10_001)))).toBe(true);
});
