import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";

const exitWithParent = pathToFileURL(join(projectDirectory, "scripts/stack/exit-with-parent.ts")).href;

/** A Node process that a test started; its output is in the log file. */
export interface TestProcess {
  pid: number;
  hasEnded(): boolean;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it and its children at once, as a crash would. */
  kill(): Promise<void>;
}

export interface TestProcessOptions {
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
}

export function startProcess({ args, env, logFile }: TestProcessOptions): TestProcess {
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--import", exitWithParent, ...args], {
    cwd: projectDirectory,
    env,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`"${args.join(" ")}" could not be started.`);
  return {
    pid,
    hasEnded: () => hasEnded(child),
    stop: () => end(child, () => child.kill("SIGTERM")),
    kill: () => end(child, () => process.kill(-pid, "SIGKILL")),
  };
}

/** Starts a worker that runs the queued jobs of a stack; `settings` are the provided `env`. */
export function startTestWorker(settings: Record<string, string>, logFile: string): TestProcess {
  const args = ["--conditions=react-server", "scripts/worker.ts"];
  return startProcess({ args, env: appEnvironment(settings), logFile });
}

/** The environment of a process under test: as in production, not as under the test runner. */
export function appEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return childEnvironment({ ...settings, NODE_ENV: "production" });
}

/** The end of a log file, for the message of a failure. */
export async function lastLines(logFile: string): Promise<string> {
  return (await readFile(logFile, "utf8")).trimEnd().split("\n").slice(-40).join("\n");
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: () => void): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  signal();
  await ended;
}
