import { assert, constantFrom, date, integer, oneof, property, string, tuple, uuid } from "fast-check";
import { expect, test } from "vitest";
import { cursorKey, encodeCursor, readCursor } from "#lib/base/list/cursor.ts";
import { tidy } from "#lib/base/text/schema.ts";

/** The milliseconds of a time, the thousandths of the largest amount that the database holds, and a name as it holds them. */
const keys = oneof(
  tuple(
    constantFrom("time" as const),
    date({ noInvalidDate: true }).map((at) => cursorKey(at)),
  ),
  tuple(
    constantFrom("number" as const),
    integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }).map((amount) => cursorKey(amount)),
  ),
  tuple(
    constantFrom("text" as const),
    string({ unit: "binary", maxLength: 100 }).map((name) => tidy(name)),
  ),
);

test("a cursor is read back as it was written, from a URL too", () => {
  assert(
    property(keys, integer({ min: 0, max: 1 }), uuid({ version: 4 }), ([type, key], part, id) => {
      const text = encodeCursor({ part, key, id });
      expect(readCursor(text, [type, type])).toEqual({ part, key, id });
      expect(new URLSearchParams(`after=${encodeURIComponent(text)}`).get("after")).toBe(text);
    }),
  );
});

const id = "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10";

test.each([
  "",
  "_",
  "0_1",
  "0_1_",
  `_${id}`,
  `0__${id}`,
  `0_!_${id}`,
  `0_1.5_${id}`,
  `0_9999999999999999_${id}`,
  `1_1_${id}`,
  `2_1_${id}`,
  `-1_1_${id}`,
  "0_1_1' or '1'='1",
  `0_${"1".repeat(61)}_${id}`,
])("%s is no cursor of a list by time", (text) => {
  expect(readCursor(text, ["time"])).toBeNull();
});

test("a part has keys of its own type", () => {
  expect(readCursor(`1_Lamp_of_oak_${id}`, ["time", "text"])).toEqual({ part: 1, key: "Lamp_of_oak", id });
  expect(readCursor(`0_Lamp_of_oak_${id}`, ["time", "text"])).toBeNull();
});
