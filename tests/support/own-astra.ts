import { inject } from "vitest";

/** The Astra that the tests of one worker have for themselves. Its app runs for tests that ask for one by their suffix. */
export interface OwnAstra {
  appUrl: string;
  /** What the app and the worker run with: addresses, keys and settings. */
  env: Record<string, string>;
  dataDir: string;
  telegramPort: number;
}

declare module "vitest" {
  interface ProvidedContext {
    hostUrl: string;
  }
}

let own: OwnAstra | undefined;

/** The Astra of this worker. */
export function ownAstra(): OwnAstra {
  if (!own) throw new Error("This test has no Astra: its suffix says that it needs none.");
  return own;
}

/** Has the host start this worker's stack, with its app or without, unless it runs already. */
export async function requestAstra(what: "stack" | "app"): Promise<void> {
  own = (await askHost(`/${what}/${process.env.VITEST_POOL_ID}`)) as OwnAstra;
  // Server files that a test imports find the same settings as the app under test, but write no warning between its results.
  Object.assign(process.env, own.env, { LOG_LEVEL: "error" });
}

/**
 * Asks the host of the test run for something that it starts when the first one asks.
 *
 * @throws Error that says why it could not be started
 */
export async function askHost(path: string): Promise<unknown> {
  const response = await fetch(`${inject("hostUrl")}${path}`);
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new Error(text);
}
