import { describe, expect, test } from "vitest";
import { keyOf, withFirst } from "#components/keys/pressed.ts";

describe("a key", () => {
  const cases: [what: string, event: Parameters<typeof keyOf>[0], key: string][] = [
    ["a letter", { key: "j", code: "KeyJ", shiftKey: false }, "j"],
    ["a letter with Caps Lock", { key: "J", code: "KeyJ", shiftKey: false }, "j"],
    ["a letter with Shift", { key: "J", code: "KeyJ", shiftKey: true }, "shift+j"],
    ["an arrow with Shift", { key: "ArrowUp", code: "ArrowUp", shiftKey: true }, "shift+arrowup"],
    ["a question mark, which is written with Shift", { key: "?", code: "Slash", shiftKey: true }, "?"],
    ["a slash on a German keyboard", { key: "/", code: "Digit7", shiftKey: true }, "/"],
    ["a letter of a German keyboard by what it writes", { key: "z", code: "KeyY", shiftKey: false }, "z"],
    ["a letter of a Greek keyboard by its place", { key: "ξ", code: "KeyJ", shiftKey: false }, "j"],
    ["a digit of an Arabic keyboard by its place", { key: "٣", code: "Digit3", shiftKey: false }, "3"],
  ];
  test.for(cases)("is named: %s", ([, event, key]) => {
    expect(keyOf(event)).toBe(key);
  });
});

describe("the second of two keys", () => {
  test("goes with the first", () => {
    expect(withFirst({ key: "g", at: 1000 }, { key: "l", at: 1900 })).toBe("g l");
  });

  test("is a key of its own when it comes late, or none came before", () => {
    expect(withFirst({ key: "g", at: 1000 }, { key: "l", at: 4000 })).toBe("l");
    expect(withFirst(null, { key: "l", at: 1900 })).toBe("l");
  });
});
