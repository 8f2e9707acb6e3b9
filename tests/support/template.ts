import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, chown, cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { applyMigrations } from "#scripts/migrate.ts";
import { stackPaths } from "#scripts/stack/paths.ts";
import { postgresUser } from "#scripts/stack/postgres-user.ts";
import { projectDirectory } from "#scripts/stack/project.ts";
import { startStack } from "#scripts/stack/stack.ts";
import { writeStackPorts } from "#tests/support/stack-ports.ts";

const templates = join(projectDirectory, "node_modules", ".cache", "astra", "test-stacks");

/** All that a migrated stack without data is made from. */
const sources = ["prisma/migrations", "scripts/stack", "scripts/migrate.ts", "scripts/schema-engine.ts"];
const otherSources = ["package-lock.json", "tests/support/template.ts"];

/** Milliseconds. */
const keptFor = 24 * 60 * 60 * 1_000;

/** Tests end programs, never the machine: what the system was given to write survives that. */
const fasterThanSafe = "\nfsync = off\nfull_page_writes = off\n";

let template: Promise<string> | undefined;

/** Fills a data directory with the cluster and the keys of a stack that was migrated and holds nothing yet. */
export async function copyTemplate(dataDir: string): Promise<void> {
  template ??= templateDirectory();
  const [from, to] = [stackPaths(await template), stackPaths(dataDir)];
  await cp(from.keys, to.keys);
  await cp(from.database, to.database, { recursive: true });
  await giveToPostgres(to.database);
}

/** Made once for each version of what it is made from; another run may be making the same one. */
async function templateDirectory(): Promise<string> {
  const directory = join(templates, await fingerprint());
  if (!existsSync(directory)) {
    await makeTemplate(directory);
    await forgetOldTemplates();
  }
  return directory;
}

/** Those of versions that nobody has tested for a while. */
async function forgetOldTemplates(): Promise<void> {
  for (const name of await readdir(templates)) {
    const path = join(templates, name);
    if (Date.now() - (await stat(path)).mtimeMs > keptFor) await rm(path, { recursive: true, force: true });
  }
}

async function makeTemplate(directory: string): Promise<void> {
  const unfinished = `${directory}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const lines: string[] = [];
  try {
    await writeStackPorts(unfinished);
    const stack = await startStack({
      dataDir: unfinished,
      appUrl: "http://127.0.0.1",
      log: (line) => lines.push(line),
    });
    try {
      await applyMigrations(stack.env.DIRECT_URL);
      await stack.enableAppLogin();
    } finally {
      await stack.stop();
    }
    await appendFile(join(stack.paths.database, "postgresql.conf"), fasterThanSafe);
    await rename(unfinished, directory).catch((error) => {
      if (!existsSync(directory)) throw error;
    });
  } catch (error) {
    console.error(lines.join("\n"));
    throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const files = [...(await Promise.all(sources.map(filesIn))).flat(), ...otherSources];
  for (const file of files) hash.update(file).update(await readFile(join(projectDirectory, file)));
  return hash.digest("hex").slice(0, 20);
}

async function filesIn(path: string): Promise<string[]> {
  if (path.includes(".")) return [path];
  const entries = await readdir(join(projectDirectory, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectDirectory, join(entry.parentPath, entry.name)))
    .sort();
}

/** A copy that root makes is root's. */
async function giveToPostgres(directory: string): Promise<void> {
  const { uid, gid } = postgresUser();
  if (uid === undefined || gid === undefined) return;
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  await Promise.all([directory, ...paths].map((path) => chown(path, uid, gid)));
}
