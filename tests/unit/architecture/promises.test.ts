import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read } from "./sources.ts";

const promises = read("docs/security.md").split(/^- /m).slice(1);
const testsNamed = (promise: string) =>
  [...promise.matchAll(/`(tests\/[^`]+)`/g)].map(([, name = ""]) => name);
/** A name leaves out what a test needs, which its suffix says. */
const isThere = (name: string) =>
  ["", ".db", ".http", ".e2e"].some((suffix) => existsSync(`${name}${suffix}.test.ts`));

describe("each promise of docs/security.md", () => {
  test.each(promises.map((promise) => [promise.split(/[.*,:]/).find((part) => part.trim() !== ""), promise]))(
    "has a test that is there: %s",
    (_title, promise = "") => {
      expect(testsNamed(promise)).not.toEqual([]);
      expect(testsNamed(promise).filter((name) => !isThere(name))).toEqual([]);
    },
  );

  test("names tests in one way only", () => {
    expect(read("docs/security.md").match(/`[^`]*\.test\.ts[^`]*`/g)).toBeNull();
  });
});
