import { setTimeout as sleep } from "node:timers/promises";
import { buildIfNeeded, generateClientIfNeeded } from "#scripts/stack/build.ts";
import { nextProgram } from "#scripts/stack/project.ts";
import { appEnvironment, lastLines, startProcess, type TestProcess } from "#tests/support/test-process.ts";

/** A running `next start`. */
export interface TestApp {
  url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`, at the same address. */
  restart(): Promise<void>;
}

export interface TestAppOptions {
  port: number;
  /** The whole environment of the process: see `appEnvironment`. */
  env: NodeJS.ProcessEnv;
  logFile: string;
}

const readyWithin = 60_000;

/** Builds the app, unless the present build is of these sources. */
export async function buildApp(): Promise<void> {
  const env = appEnvironment({ TYPES_ARE_CHECKED: "yes" });
  await generateClientIfNeeded(env, console.log);
  await buildIfNeeded(env, console.log);
}

/** Starts the app from the build and waits until it answers. */
export async function startTestApp({ port, env, logFile }: TestAppOptions): Promise<TestApp> {
  const url = `http://127.0.0.1:${port}`;
  const args = [nextProgram(), "start", "-H", "127.0.0.1", "-p", String(port)];

  async function launch(): Promise<TestProcess> {
    const launched = startProcess({ args, env, logFile });
    if (await answers(`${url}/api/health`, launched)) return launched;
    await launched.kill();
    throw new Error(`The app did not answer at ${url}. The end of its log:\n${await lastLines(logFile)}`);
  }

  let app = await launch();
  return {
    url,
    kill: () => app.kill(),
    stop: () => app.stop(),
    restart: async () => {
      await app.stop();
      app = await launch();
    },
  };
}

async function answers(url: string, app: TestProcess): Promise<boolean> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && !app.hasEnded()) {
    const status = await statusOf(url);
    if (status === 200) return true;
    await sleep(100);
  }
  return false;
}

async function statusOf(url: string): Promise<number | undefined> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).status;
  } catch {
    // Nobody listens yet.
    return undefined;
  }
}
