import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read } from "./sources.ts";

const promises = read("docs/security.md").split(/^- /m).slice(1);
const testsNamed = (promise: string) =>
  [...promise.matchAll(/`(tests\/[^`]+)`/g)].map(([, name = ""]) => `${name}.test.ts`);

describe("each promise of docs/security.md", () => {
  test.each(promises.map((promise) => [promise.split(/[.*,:]/).find((part) => part.trim() !== ""), promise]))(
    "has a test that is there: %s",
    (_title, promise = "") => {
      expect(testsNamed(promise)).not.toEqual([]);
      expect(testsNamed(promise).filter((file) => !existsSync(file))).toEqual([]);
    },
  );

  test("names tests in one way only", () => {
    expect(read("docs/security.md").match(/`[^`]*\.test\.ts[^`]*`/g)).toBeNull();
  });
});
