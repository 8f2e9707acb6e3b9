import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findFreePort } from "#scripts/stack/ports.ts";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";

/** A server under test. */
export interface Server {
  name: string;
  /** What is asked of it. */
  url: string;
  method: "GET" | "POST";
  pid: number;
  stop(): Promise<void>;
}

interface Program {
  args: string[];
  cwd?: string;
  env: Record<string, string>;
  logFile: string;
}

/** Starts a program that listens on a port of its own, and waits until it answers there. */
export async function startServer(
  program: Program,
  path: string,
  serves: Pick<Server, "name" | "method">,
): Promise<Server> {
  const port = await findFreePort(42_000, () => undefined);
  const url = `http://127.0.0.1:${port}`;
  const output = openSync(program.logFile, "a");
  const child = spawn(
    process.execPath,
    [...program.args, ...(program.args[0]?.includes("next") ? ["-p", String(port)] : [])],
    {
      cwd: program.cwd ?? projectDirectory,
      env: childEnvironment({ ...program.env, APP_URL: url, PORT: String(port) }),
      stdio: ["ignore", output, output],
    },
  );
  await untilAnswers(url, child, program.logFile);
  return { ...serves, url: `${url}${path}`, pid: child.pid ?? 0, stop: () => end(child) };
}

/** The built Astra of a checkout. */
export function startAstra(
  serves: { name: string; directory: string; path?: string; method?: "GET" | "POST" },
  env: Record<string, string>,
  logFile: string,
): Promise<Server> {
  const { name, directory, path = "/api/webhooks/shopify", method = "POST" } = serves;
  const args = [join(directory, "node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1"];
  return startServer({ args, cwd: directory, env, logFile }, path, { name, method });
}

/** What a process holds in memory. Megabytes; null where the system doesn't say. */
export async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
}

/** Runs `work` with a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own in the same cluster. */
export async function createDatabase(superuserUrl: string, name: string): Promise<string> {
  await withClient(superuserUrl, (client) =>
    client.query(`create database ${client.escapeIdentifier(name)}`),
  );
  return withDatabase(superuserUrl, name);
}

export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function untilAnswers(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await fetch(`${url}/api/health`).catch(() => null)) return;
    await sleep(100);
  }
  throw new Error(`It does not answer:\n${(await readFile(logFile, "utf8")).slice(-2_000)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  await ended;
}
