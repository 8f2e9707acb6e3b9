import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPicture } from "#lib/base/files/picture.ts";
import { jpeg, png, webp } from "#tests/fixtures/pictures.ts";

describe("a picture is what its bytes say", () => {
  test.each([
    ["a PNG", png(3, 2), { kind: "png", width: 3, height: 2 }],
    ["a JPEG", jpeg(640, 480), { kind: "jpg", width: 640, height: 480 }],
    ["a lossy WebP", webp("VP8 ", 320, 200), { kind: "webp", width: 320, height: 200 }],
    ["a lossless WebP", webp("VP8L", 16_000, 9_000), { kind: "webp", width: 16_000, height: 9_000 }],
    ["an extended WebP", webp("VP8X", 70_000, 1), { kind: "webp", width: 70_000, height: 1 }],
  ])("%s", (_name, bytes, expected) => {
    expect(readPicture(bytes)).toEqual(expected);
  });

  test("one that would fill the memory says so in its first bytes, though it is small", () => {
    const bomb = png(60_000, 60_000, deflateSync(Buffer.alloc(1_000)));
    expect(bomb.byteLength).toBeLessThan(200);
    expect(readPicture(bomb)).toEqual({ kind: "png", width: 60_000, height: 60_000 });
  });
});

describe("what is no picture is none", () => {
  const html = Buffer.from("<html><script>alert(1)</script></html>".padEnd(60));
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["HTML", html],
    ["an SVG", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${" ".repeat(60)}</svg>`)],
    ["a GIF", Buffer.from("GIF89a".padEnd(60, "\0"))],
    ["the signature of a PNG alone", png(1, 1).subarray(0, 8)],
    ["a PNG that goes on as HTML", Buffer.concat([png(1, 1), html])],
    ["a PNG of no width", png(0, 5)],
    ["a JPEG that breaks off before its frame", jpeg(5, 5).subarray(0, 12)],
    ["a JPEG whose segments have no length", Buffer.from("ffd8ffe00000ffd9ffd9ffd9", "hex")],
    ["a WebP of another length than it says", Buffer.concat([webp("VP8X", 5, 5), html])],
    ["a RIFF of sound", Buffer.from("524946462600000057415645666d7420".padEnd(92, "0"), "hex")],
  ])("%s", (_name, bytes) => {
    expect(readPicture(bytes)).toBeNull();
  });

  test("no cut of a picture makes the reader fail", () => {
    for (const whole of [png(3, 2), jpeg(640, 480), webp("VP8L", 5, 5)])
      for (let length = 0; length < whole.byteLength; length++)
        expect(() => readPicture(whole.subarray(0, length))).not.toThrow();
  });
});
