import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { StackPaths } from "#scripts/stack/paths.ts";
import { type PostgresBinaries, postgresBinaries } from "#scripts/stack/postgres-binaries.ts";
import { type PostgresUser, postgresUser } from "#scripts/stack/postgres-user.ts";
import { postgresProcesses, waitForEnd } from "#scripts/stack/processes.ts";

const run = promisify(execFile);

/** The bootstrap superuser, named as on Supabase. */
export const superuser = "supabase_admin";

/** The programs and the user that a database cluster is run with. */
export interface Cluster {
  binaries: PostgresBinaries;
  user: PostgresUser;
}

/** Finds out how PostgreSQL runs on this machine, and makes the database cluster when there is none. */
export async function prepareCluster(
  paths: StackPaths,
  password: string,
  log: (line: string) => void,
): Promise<Cluster> {
  const user = postgresUser();
  const cluster = { user, binaries: await postgresBinaries(user, log) };
  if (existsSync(paths.database)) await clearLeftovers(paths, log);
  else await makeCluster(paths, cluster, password);
  return cluster;
}

/**
 * Made under another name and renamed when complete, so that what a crash leaves half done is never taken for a
 * database, and a complete one is never wiped.
 */
async function makeCluster(paths: StackPaths, { binaries, user }: Cluster, password: string): Promise<void> {
  await rm(paths.unfinishedDatabase, { recursive: true, force: true });
  await mkdir(paths.unfinishedDatabase, { mode: 0o700 });
  const passwordFile = join(paths.dataDir, "initdb-password");
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    await giveTo(user, paths.unfinishedDatabase, passwordFile);
    await run(
      binaries.initdb,
      [
        `--pgdata=${directoryArgument(user, paths.unfinishedDatabase)}`,
        `--username=${superuser}`,
        `--pwfile=${join("..", basename(passwordFile))}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
      ],
      { ...user, cwd: paths.unfinishedDatabase, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(paths.unfinishedDatabase, paths.database);
}

/**
 * How PostgreSQL is told its data directory when it works in it already. Started by root it runs as another user,
 * who may not be allowed through the directories above (/root): this name leads to where it works without them.
 */
export function directoryArgument(user: PostgresUser, directory: string): string {
  return user.uid === undefined ? directory : "/proc/self/cwd";
}

/** Stops a server that an earlier launcher left running on this cluster, and removes what a dead one left. */
export async function clearLeftovers(paths: StackPaths, log: (line: string) => void): Promise<void> {
  const pidFile = join(paths.database, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const server = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  if (postgresProcesses(paths.database, server).includes(server)) {
    log(`Stopping the database that an earlier start left running (process ${server}).`);
    await stopServer(server);
  }
  // Without their server, the processes that serve one connection each can be lost in a long query.
  for (const orphan of postgresProcesses(paths.database, server)) {
    process.kill(orphan, "SIGQUIT");
    await waitForEnd(orphan, 10_000);
  }
  await rm(pidFile, { force: true });
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  if (await waitForEnd(pid, 30_000)) return;
  process.kill(pid, "SIGQUIT");
  if (!(await waitForEnd(pid, 10_000))) throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

async function giveTo(user: PostgresUser, ...files: string[]): Promise<void> {
  if (user.uid === undefined || user.gid === undefined) return;
  for (const file of files) await chown(file, user.uid, user.gid);
}
