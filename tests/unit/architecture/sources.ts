import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");
const foreign = /^(node_modules|\.[^/]+|lib\/base\/db\/generated|tests\/fixtures|next-env\.d\.ts)(\/|$)/;

/** The project's files with one of the extensions, as paths from its root. */
export function ownFiles(...extensions: string[]): string[] {
  return filesIn("").filter((file) => extensions.includes(posix.extname(file)));
}

export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function filesIn(directory: string): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(directory, entry.name);
    if (foreign.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** One import of a file. `target` is a path from the project's root, or the name of a package. */
export interface Import {
  target: string;
  isType: boolean;
}

const staticImport = /^(?:import|export)\s+(?<type>type\s)?(?:[^"';]*?\sfrom\s+)?["'](?<target>[^"']+)["']/gm;
const dynamicImport = /\bimport\(\s*["'](?<target>[^"']+)["']/g;

/** What a file imports; formatted code starts every import at the beginning of a line. */
export function importsOf(file: string, text: string): Import[] {
  return [...importsAtOnceOf(file, text), ...found(file, text.matchAll(dynamicImport))];
}

/** What a file imports when it is loaded, and not only when it runs. */
export function importsAtOnceOf(file: string, text: string): Import[] {
  return found(file, text.matchAll(staticImport));
}

function found(file: string, matches: Iterable<RegExpMatchArray>): Import[] {
  return [...matches].map(({ groups = {} }) => ({
    target: resolveTarget(file, groups.target ?? ""),
    isType: groups.type !== undefined,
  }));
}

function resolveTarget(file: string, target: string): string {
  if (target.startsWith("#")) return target.slice(1);
  return target.startsWith(".") ? posix.join(posix.dirname(file), target) : target;
}
