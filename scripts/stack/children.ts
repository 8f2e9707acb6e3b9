import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { projectDirectory } from "#scripts/stack/project.ts";

const exitWithParent = new URL("./exit-with-parent.ts", import.meta.url).href;
const patience = 10_000;
const stable = 60_000;
const longestPause = 30_000;

/** A program that runs for as long as Astra does. */
export interface Child {
  stop(): Promise<void>;
}

export interface ChildOptions {
  args: string[];
  env: NodeJS.ProcessEnv;
  /** From -20 to 19; those of higher numbers wait for the others. 0 when left out. */
  priority?: number;
}

/** Runs a program of ours to its end; rejects when it fails. */
export function runToEnd(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = launch({ args, env });
    const endWithLauncher = () => child.kill("SIGTERM");
    process.once("exit", endWithLauncher);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", endWithLauncher);
      if (code === 0) resolve();
      else reject(new Error(`"node ${args.join(" ")}" ended with ${signal ?? `code ${code}`}.`));
    });
  });
}

/**
 * Starts a program that is started again when it ends, after a pause that grows while it keeps ending.
 *
 * @param goesOn asked whenever it has ended: whether it is to be started again
 */
export function keepRunning(
  name: string,
  options: ChildOptions,
  log: (line: string) => void,
  goesOn: (code: number) => boolean = () => true,
): Child {
  let stopping = false;
  let pause = 1000;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess;

  function run(): void {
    const startedAt = Date.now();
    child = launch(options);
    child.once("exit", (code, signal) => {
      if (stopping || !goesOn(code ?? 1)) return;
      pause = Date.now() - startedAt > stable ? 1000 : Math.min(pause * 2, longestPause);
      log(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s.`);
      timer = setTimeout(run, pause);
    });
  }
  run();

  return {
    stop() {
      stopping = true;
      clearTimeout(timer);
      return end(child);
    },
  };
}

function launch({ args, env, priority }: ChildOptions): ChildProcess {
  const child = spawn(process.execPath, ["--import", exitWithParent, ...args], spawnOptions(env));
  child.on("error", (error) => console.error(error));
  if (child.pid !== undefined && priority !== undefined) setPriority(child.pid, priority);
  return child;
}

/** Each child leads its own process group: Ctrl-C reaches the launcher alone, and a group can be ended as a whole. */
function spawnOptions(env: NodeJS.ProcessEnv): SpawnOptions {
  return {
    cwd: projectDirectory,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const group = process.platform === "win32" ? child.pid : -child.pid;
  child.kill("SIGTERM");
  const impatience = setTimeout(() => process.kill(group, "SIGKILL"), patience);
  await ended;
  clearTimeout(impatience);
}
