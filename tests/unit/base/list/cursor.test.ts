import { assert, date, integer, oneof, property, uuid } from "fast-check";
import { expect, test } from "vitest";
import { cursorSchema, encodeCursor } from "#lib/base/list/cursor.ts";

/** The milliseconds of a time, or the thousandths of the largest amount that the database holds. */
const keys = oneof(
  date({ noInvalidDate: true }).map((at) => at.getTime()),
  integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }),
);

test("a cursor is read back as it was written, and fits into a URL", () => {
  assert(
    property(keys, uuid({ version: 4 }), (key, id) => {
      const text = encodeCursor({ key, id });
      expect(cursorSchema.parse(text)).toEqual({ key, id });
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
