import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "#scripts/stack/children.ts";
import { nextProgram, projectDirectory } from "#scripts/stack/project.ts";

const sourceDirectories = ["app", "components", "lib", "messages", "public", "scripts/build"];
const otherSources =
  /^((next|postcss|tailwind|prisma)\.config\.\w+|(proxy|instrumentation.*)\.ts|package(-lock)?\.json)$/;
const generatedClient = join("lib", "base", "db", "generated");
const schema = join(projectDirectory, "prisma", "schema");

/** Next.js writes this file last; an interrupted build lacks it. */
const endOfBuild = join(".next", "export-marker.json");

/** Generates the Prisma client when the schema is newer than it. */
export async function generateClientIfNeeded(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const generated = join(projectDirectory, generatedClient);
  if (existsSync(generated) && (await newestIn(generated)) >= (await newestIn(schema))) return;
  log("Generating the database client…");
  await runToEnd(["scripts/generate.ts"], env);
}

/** Builds the app when there is no build, or any source file is newer than it. */
export async function buildIfNeeded(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  if (await isBuildCurrent()) return;
  log("Building the app, once for each version of it (about a minute)…");
  await runToEnd([nextProgram(), "build"], env);
}

async function isBuildCurrent(): Promise<boolean> {
  if (!existsSync(join(projectDirectory, ".next", "BUILD_ID"))) return false;
  if (!existsSync(join(projectDirectory, endOfBuild))) return false;
  return (await changedAt(endOfBuild)) > (await newestSource());
}

async function newestSource(): Promise<number> {
  const names = await readdir(projectDirectory);
  const files = names.filter((name) => otherSources.test(name));
  const times = await Promise.all([
    ...files.map(changedAt),
    ...sourceDirectories.map((directory) => newestIn(join(projectDirectory, directory))),
    newestIn(schema),
  ]);
  return Math.max(...times);
}

/** The newest change of a file in the directory, or of a directory itself, which is when a file in it was removed. */
async function newestIn(directory: string): Promise<number> {
  if (!existsSync(directory)) return 0;
  const entries = await readdir(directory, { withFileTypes: true });
  const times = await Promise.all(
    entries
      .map((entry) => ({ entry, path: join(directory, entry.name) }))
      .filter(({ path }) => path !== join(projectDirectory, generatedClient))
      .map(async ({ entry, path }) => (entry.isDirectory() ? newestIn(path) : (await stat(path)).mtimeMs)),
  );
  return Math.max((await stat(directory)).mtimeMs, ...times);
}

async function changedAt(file: string): Promise<number> {
  return (await stat(join(projectDirectory, file))).mtimeMs;
}
