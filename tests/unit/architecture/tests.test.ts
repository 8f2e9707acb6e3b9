import { expect, test } from "vitest";
import { slowest } from "#tests/support/file-order.ts";
import { ownFiles } from "./sources.ts";

/** What the tests of a folder may need, as their suffix says it. */
const suffixes: Record<string, RegExp> = {
  unit: /^[^.]+\.test\.ts$/,
  integration: /^[^.]+\.(db|http)\.test\.ts$/,
  e2e: /^[^.]+\.e2e\.test\.ts$/,
};

test("a test says by its suffix what it needs: .test, .db.test, .http.test or .e2e.test", () => {
  const unclear = ownFiles(".ts", ".tsx").filter((path) => {
    const [, folder = ""] = path.split("/");
    const name = path.split("/").at(-1) ?? "";
    return name.includes(".test.") && !(path.startsWith("tests/") && suffixes[folder]?.test(name));
  });
  expect(unclear).toEqual([]);
});

test("the slowest files, which are begun first, are all there", () => {
  const files = ownFiles(".ts");
  expect(slowest.filter((path) => !files.includes(path))).toEqual([]);
});
