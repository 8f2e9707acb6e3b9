import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { keepRunning } from "#scripts/stack/children.ts";
import { appArguments, returnsMemory, workerArguments } from "#scripts/stack/memory.ts";
import { nextProgram } from "#scripts/stack/project.ts";

export interface AppOptions {
  port: number;
  dev: boolean;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** Takes what stops the children, in the order in which they were started. */
  undo: (() => Promise<void>)[];
  /** Called when the app ends before it has ever answered: it would not do so the next time either. */
  onFailedStart: (code: number) => void;
}

const readyWithin = 120_000;

/** People come first, and what nobody waits for after them. */
const workerPriority = constants.priority.PRIORITY_BELOW_NORMAL;

/** Starts the app and the worker, which are started again whenever they end, and waits until the app answers. */
export async function startApp(options: AppOptions): Promise<void> {
  const { port, dev, log, undo } = options;
  const env = { ...returnsMemory, ...options.env };
  let state: "starting" | "failed" | "running" = "starting";
  const app = keepRunning(
    "The app",
    {
      args: [
        ...(dev ? [] : appArguments),
        nextProgram(),
        dev ? "dev" : "start",
        "-H",
        "127.0.0.1",
        "-p",
        String(port),
      ],
      env,
    },
    log,
    (code) => {
      if (state === "running") return true;
      state = "failed";
      options.onFailedStart(code);
      return false;
    },
  );
  const worker = keepRunning(
    "The worker",
    {
      args: [...workerArguments, "--conditions=react-server", "scripts/worker.ts"],
      env,
      priority: workerPriority,
    },
    log,
  );
  undo.push(() => Promise.all([app.stop(), worker.stop()]).then(() => undefined));
  await waitForHealth(`http://127.0.0.1:${port}/api/health`, () => state === "failed");
  state = "running";
}

async function waitForHealth(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && !hasEnded()) {
    if (await isHealthy(url)) return;
    await sleep(150);
  }
  throw new Error(`The app did not answer at ${url}.`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(30_000) })).status === 200;
  } catch {
    return false;
  }
}
