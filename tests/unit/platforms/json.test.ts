import { array, assert, constantFrom, jsonValue, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError } from "#lib/platforms/platform.ts";

const bytes = (text: string) => Buffer.from(text, "utf8");

/** What a value should be read as: numbers as their text, strings as Postgres can hold them. */
function asRead(value: unknown): unknown {
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asRead(child)]));
}

describe("JSON", () => {
  test("is read as it is, with numbers as their text", () => {
    assert(
      property(jsonValue(), (value) => {
        expect(parseExactly(bytes(JSON.stringify(value)))).toEqual(asRead(value));
      }),
    );
  });

  test("keeps every number as it was written", () => {
    const number = constantFrom(
      "0",
      "-0",
      "1.0",
      "10.799999999999999",
      "820982911946154508",
      "18446744073709551617",
      "1e400",
      "-1E-7",
      "0.10",
      "199.0",
    );
    assert(
      property(array(number), (numbers) => {
        expect(parseExactly(bytes(`{"all":[${numbers.join(" , ")}]}`))).toEqual({ all: numbers });
      }),
    );
  });

  test("keeps text that looks like a number as it is", () => {
    expect(parseExactly(bytes('{"price":"10.50","id":"007"}'))).toEqual({ price: "10.50", id: "007" });
  });

  test("loses only what Postgres can't hold", () => {
    expect(parseExactly(bytes('["a\\u0000b", "\\ud800", "\\ud83d\\ude00"]'))).toEqual(["ab", "\ufffd", "😀"]);
  });

  test.each([
    ["cut off", bytes('{"id":')],
    ["empty", bytes("")],
    ["not UTF-8", Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ["too deep", bytes("[".repeat(200_000) + "]".repeat(200_000))],
    ["followed by something", bytes("{} {}")],
  ])("that is %s is refused with a reason", (_, body) => {
    expect(() => parseExactly(body)).toThrow(DeliveryError);
  });
});
