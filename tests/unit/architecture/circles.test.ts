import { describe, expect, test } from "vitest";
import { appGraph, betweenFolders, circlesOf, reachableFrom } from "./graph.ts";

const graph = appGraph();
const withTypes = new Map([...graph].map(([file, imports]) => [file, imports.map(({ target }) => target)]));

describe("nothing goes in circles", () => {
  /** The write path of ingest, which is being taken apart. */
  const known = /^lib\/ingest\//;

  test("not even by a type: no file leads back to itself", () => {
    const circles = circlesOf(withTypes).filter((circle) => !circle.every((file) => known.test(file)));
    expect(circles).toEqual([]);
  });

  test("and no folder, but for platforms and their stores", () => {
    const circles = circlesOf(betweenFolders(graph));
    expect(circles).toEqual([["lib/platforms", "lib/stores"]]);
  });

  test("which would be noticed", () => {
    const edges = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b", "d"]],
      ["d", []],
    ]);
    expect(circlesOf(edges)).toEqual([["b", "c"]]);
  });
});

test("what a browser loads draws in nothing of the server", () => {
  const loaded = new Map(
    [...graph].map(([file, imports]) => [
      file,
      imports.filter(({ isType }) => !isType).map(({ target }) => target),
    ]),
  );
  // An action is only called: what it needs stays where it runs.
  const passes = (target: string) => !target.endsWith("/actions.ts");
  const components = [...graph.keys()].filter((file) => file.startsWith("components/"));
  const problems = components.flatMap((file) => {
    const drawn = reachableFrom(loaded, file, passes);
    return drawn.has("server-only") ? [file] : [];
  });
  expect(problems).toEqual([]);
});
