import { afterEach, expect, test, vi } from "vitest";
import { areLettersKeys } from "#components/keys/key-choice.ts";

afterEach(() => vi.unstubAllGlobals());

test("letters are keys until somebody turns them off", () => {
  vi.stubGlobal("localStorage", { getItem: () => null });
  expect(areLettersKeys()).toBe(true);
  vi.stubGlobal("localStorage", { getItem: () => "off" });
  expect(areLettersKeys()).toBe(false);
});

test("letters are keys in a browser that keeps nothing for pages", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  expect(areLettersKeys()).toBe(true);
});
