import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "#scripts/stack/ports.ts";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";

/** An Astra of the bench's own, with its database, app and worker, as `npm start` runs it. */
export interface RunningAstra {
  url: string;
  /** The most memory that the app and the worker have had so far. Megabytes; null where the system doesn't say. */
  peaks(): Promise<{ app: number | null; worker: number | null }>;
  stop(): Promise<void>;
}

const readyWithin = 300_000;

/** Starts it from nothing in a folder of its own, and makes its addresses and keys known to this process. */
export async function startAstra(log: (line: string) => void): Promise<RunningAstra> {
  const dataDir = await mkdtemp(join(tmpdir(), "astra-hostile-"));
  const port = await findFreePort(41_000, () => undefined);
  const output = openSync(join(dataDir, "astra.log"), "a");
  const env = childEnvironment({
    ASTRA_DATA_DIR: dataDir,
    ASTRA_DEMO: "0",
    PORT: String(port),
    LOG_LEVEL: "error",
  });
  // Of the bench's own process the addresses of no other Astra.
  for (const name of ["DATABASE_URL", "DIRECT_URL", "SUPABASE_URL", "APP_URL"]) delete env[name];
  const args = ["--disable-warning=ExperimentalWarning", "scripts/start.ts"];
  const launcher = spawn(process.execPath, args, {
    cwd: projectDirectory,
    env,
    stdio: ["ignore", output, output],
  });
  const url = `http://127.0.0.1:${port}`;
  log(`Starting Astra at ${url} (${dataDir})…`);
  const stop = async () => {
    await end(launcher);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(url, launcher);
  } catch (error) {
    console.error((await readFile(join(dataDir, "astra.log"), "utf8")).slice(-2_000));
    await stop();
    throw error;
  }
  process.loadEnvFile(join(dataDir, "stack.env"));
  return { url, peaks: () => peaksBelow(launcher.pid ?? 0), stop };
}

async function untilReady(url: string, launcher: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && launcher.exitCode === null) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await sleep(500);
  }
  throw new Error("Astra did not become ready.");
}

async function end(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => launcher.once("exit", () => resolve()));
  launcher.kill("SIGTERM");
  await ended;
}

async function peaksBelow(launcher: number): Promise<{ app: number | null; worker: number | null }> {
  const children = await childrenOf(launcher);
  const peakOf = (name: RegExp) => children.find(({ command }) => name.test(command))?.peak ?? null;
  return { app: peakOf(/next.*start|next-server/), worker: peakOf(/worker\.ts/) };
}

/** The launcher's children, by what Linux says of processes. */
async function childrenOf(parent: number): Promise<{ command: string; peak: number }[]> {
  const ids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      const command = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
      const numberOf = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
      return numberOf("PPid") === parent
        ? [{ command: command.replaceAll("\0", " "), peak: Math.round(numberOf("VmHWM") / 1024) }]
        : [];
    }),
  );
  return found.flat();
}
