import { assert, date, property, uuid } from "fast-check";
import { expect, test } from "vitest";
import { cursorSchema, encodeCursor } from "#lib/http/cursor.ts";

test("a cursor is read back as it was written, and fits into a URL", () => {
  assert(
    property(date({ noInvalidDate: true }), uuid({ version: 4 }), (at, id) => {
      const text = encodeCursor({ at, id });
      expect(cursorSchema.parse(text)).toEqual({ at, id });
      expect(encodeURIComponent(text)).toBe(text);
    }),
  );
});

test.each([
  "",
  ".",
  "m0x",
  "m0x.",
  ".0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10",
  "!.0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10",
  "zzzzzzzzzzzzz.0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10",
  "m0x.1' or '1'='1",
  "m".repeat(61),
  42,
  null,
])("%s is no cursor", (text) => {
  expect(cursorSchema.safeParse(text).success).toBe(false);
});
