import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, statSync, truncateSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { StackPaths } from "#scripts/stack/paths.ts";
import {
  type Cluster,
  clearLeftovers,
  directoryArgument,
  stopServer,
  superuser,
} from "#scripts/stack/postgres-data.ts";

/** The database server of the stack. `start` and `stop` may be called again and again. */
export interface PostgresServer {
  superuserUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  pid(): number | undefined;
}

export interface PostgresOptions {
  cluster: Cluster;
  paths: StackPaths;
  port: number;
  superuserPassword: string;
  log: (line: string) => void;
  onUnexpectedEnd: (reason: string) => void;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
};

const largestLog = 10 * 1024 * 1024;

export function createPostgres(options: PostgresOptions): PostgresServer {
  const { paths, port } = options;
  const { binaries, user } = options.cluster;
  const superuserUrl = databaseUrl(superuser, options.superuserPassword, port);
  let child: ChildProcess | undefined;
  let endIsExpected = false;

  // However the launcher ends, short of being killed: at least ask the database to shut down cleanly.
  process.once("exit", () => child?.kill("SIGINT"));

  function launch(): ChildProcess {
    const log = openLog(paths.databaseLog);
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    // Its own process group: Ctrl-C in the terminal must reach the launcher alone, the database stops last.
    const launched = spawn(
      binaries.postgres,
      ["-D", directoryArgument(user, paths.database), "-p", String(port), ...flags],
      {
        ...user,
        cwd: paths.database,
        env: { ...process.env, LC_ALL: "C" },
        stdio: ["ignore", log, log],
        detached: true,
      },
    );
    closeSync(log);
    launched.once("error", (error) => options.log(`PostgreSQL could not be started: ${error.message}`));
    launched.once("exit", (code, signal) => {
      if (child === launched) child = undefined;
      if (!endIsExpected) options.onUnexpectedEnd(`PostgreSQL ended (${signal ?? `code ${code}`}).`);
    });
    return launched;
  }

  async function start(): Promise<void> {
    if (child) return;
    await clearLeftovers(paths, options.log);
    endIsExpected = true;
    child = launch();
    await waitUntilReady(superuserUrl, child, paths.databaseLog);
    endIsExpected = false;
  }

  async function stop(): Promise<void> {
    endIsExpected = true;
    const pid = child?.pid;
    if (pid !== undefined) await stopServer(pid);
    child = undefined;
  }

  return { superuserUrl, start, stop, pid: () => child?.pid };
}

export function databaseUrl(user: string, password: string, port: number): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function openLog(path: string): number {
  const log = openSync(path, "a", 0o600);
  if (statSync(path).size > largestLog) truncateSync(path);
  return log;
}

async function waitUntilReady(url: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(`PostgreSQL did not start. The end of ${log}:\n${await lastLines(log)}`);
    }
    if (await answers(url)) return;
    await sleep(100);
  }
  throw new Error(`PostgreSQL was not ready after two minutes. The end of ${log}:\n${await lastLines(log)}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A server still starting up drops the connection; the next attempt decides.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") {
      throw new Error(
        "The database does not accept the password in keys.json: the file belongs to another database.",
      );
    }
    return false;
  }
}

async function lastLines(path: string): Promise<string> {
  return (await readFile(path, "utf8")).trimEnd().split("\n").slice(-8).join("\n");
}
