import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { childEnvironment } from "#scripts/stack/project.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { startProcess, type TestProcess } from "#tests/support/test-process.ts";

/** `npm start` in a data directory of its own. */
export interface Launcher extends TestProcess {
  /** What it wrote so far. */
  output(): Promise<string>;
}

/** Starts the launcher as `npm start` does, with an empty database; `settings` are what the person has set besides. */
export function startLauncher(
  dataDir: string,
  port: number,
  logName = "launcher.log",
  settings: Record<string, string> = {},
): Launcher {
  const logFile = join(dataDir, logName);
  const launched = startProcess({
    args: ["--disable-warning=ExperimentalWarning", "scripts/start.ts"],
    env: newcomersEnvironment({ ASTRA_DATA_DIR: dataDir, ASTRA_DEMO: "0", PORT: String(port), ...settings }),
    logFile,
  });
  return { ...launched, output: () => readFile(logFile, "utf8") };
}

/** Waits until the launcher says that Astra is ready, and answers what it wrote to `stack.env`. */
export async function whenReady(launcher: Launcher, dataDir: string): Promise<Record<string, string>> {
  await until(
    "Astra to be ready",
    async () => {
      if (launcher.hasEnded()) throw new Error(`The launcher ended:\n${await launcher.output()}`);
      return (await launcher.output()).includes("Astra is ready");
    },
    120,
  );
  return stackEnv(dataDir);
}

async function stackEnv(dataDir: string): Promise<Record<string, string>> {
  return parseEnv(await readFile(join(dataDir, "stack.env"), "utf8")) as Record<string, string>;
}

/** Runs one of the npm scripts against the launcher's Astra; answers how it ended. */
export async function runScript(dataDir: string, args: string[], secrets: Record<string, string> = {}) {
  const logFile = join(dataDir, "script.log");
  const script = startProcess({
    args: ["--conditions=react-server", ...args],
    env: newcomersEnvironment({ ASTRA_DATA_DIR: dataDir, ...secrets }),
    logFile,
  });
  await until(`${args[0]} to end`, () => script.hasEnded(), 30);
  return readFile(logFile, "utf8");
}

/** The environment of somebody who has set nothing: without the settings that the tests themselves have. */
function newcomersEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  const isOfTests = (name: string) => name in ownAstra().env;
  const own = Object.entries(childEnvironment({})).filter(([name]) => !isOfTests(name));
  return { ...Object.fromEntries(own), ...additions, NODE_ENV: "production" };
}
