import { type Import, importsOf, ownFiles, read } from "./sources.ts";

/** What imports what, among the files of the app. */
export type Graph = Map<string, Import[]>;

/** The imports of every file of the app. */
export function appGraph(): Graph {
  const files = ownFiles(".ts", ".tsx").filter((file) => /^(app|components|lib)\//.test(file));
  return new Map(files.map((file) => [file, importsOf(file, read(file))]));
}

/** Who imports whom, by the folders that they are in. A folder and what is within it are one room. */
export function betweenFolders(graph: Graph): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const [file, imports] of graph) {
    const from = folderOf(file);
    const others = imports
      .filter(({ target }) => graph.has(target))
      .map(({ target }) => folderOf(target))
      .filter((to) => !`${to}/`.startsWith(`${from}/`) && !`${from}/`.startsWith(`${to}/`));
    folders.set(from, [...(folders.get(from) ?? []), ...others]);
  }
  return folders;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}

/** Everything that can be reached from itself: one circle for each such group. */
export function circlesOf(edges: Map<string, string[]>): string[][] {
  const reached = new Map([...edges.keys()].map((node) => [node, reachableFrom(edges, node)]));
  const inCircle = [...edges.keys()].filter((node) => reached.get(node)?.has(node));
  const circles = inCircle.map((node) =>
    inCircle.filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node)).sort(),
  );
  return [...new Map(circles.map((circle) => [circle.join(" "), circle])).values()].sort();
}

/** What a file draws in, step by step; an import that `passes` refuses is not followed. */
export function reachableFrom(
  edges: Map<string, string[]>,
  start: string,
  passes: (target: string) => boolean = () => true,
): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(edges.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next) || !passes(next)) continue;
    seen.add(next);
    waiting.push(...(edges.get(next) ?? []));
  }
  return seen;
}
