import { expect, test } from "vitest";
import { appGraph, reachableFrom } from "./graph.ts";

test("what the worker loads needs no Next: it is run by Node itself, which does not find it", () => {
  const graph = appGraph();
  const edges = new Map(
    [...graph].map(([file, imports]) => [
      file,
      imports.filter(({ isType }) => !isType).map(({ target }) => target),
    ]),
  );
  const loaded = reachableFrom(edges, "lib/worker/worker.ts");
  expect(loaded).toContain("lib/worker/tasks.ts");
  expect([...loaded].filter((target) => /^next(\/|$)/.test(target))).toEqual([]);
});
