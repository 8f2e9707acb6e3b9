import { describe, expect, test } from "vitest";
import { z } from "zod";
import { flag, id, list, readLeniently } from "#lib/platforms/fields.ts";

describe("a payload that is half understood", () => {
  const shape = z.object({ id, parts: list(z.object({ kind: z.string(), status: z.string() })) });

  test("loses an element that misses several fields, and none of its neighbours", () => {
    const whole = { kind: "a", status: "b" };
    const { value, notUnderstood } = readLeniently(shape, {
      id: "1",
      parts: [whole, {}, { note: "x" }, whole],
    });
    expect(value.parts).toEqual([whole, whole]);
    expect(notUnderstood).toEqual(["parts.2"]);
  });
});

test.each([
  [true, true],
  ["yes", true],
  ["0", false],
  [false, false],
  ["", null],
  [undefined, null],
  [[], null],
  [{}, null],
])("a flag of %o is %o", (value, so) => {
  expect(flag.parse(value)).toBe(so);
});
