import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { BrowserServer } from "playwright-core";
import { launchBrowserServer } from "#tests/support/browser.ts";
import type { OwnAstra } from "#tests/support/own-astra.ts";
import { buildApp, startTestApp, type TestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";
import { appSettings, startTestStack, type TestStack } from "#tests/support/test-stack.ts";

/**
 * Starts what the tests of a run need when the first of them asks for it, and stops it at the end: for each of the workers that run
 * test files a stack and an app of its own, and one browser for all.
 */
export interface Host {
  /** Where the workers ask: `/stack/<worker>`, `/app/<worker>` and `/browser`, answered as soon as it is there. */
  url: string;
  /** Begins to build the app, so that it is there when a test asks for it. */
  beginBuild(): void;
  stop(): Promise<void>;
}

/** Every project loads its own copy of the set-up files, so what they share lives outside of them. */
const shared = globalThis as { astraTestHost?: Promise<Host> };

/** The one host of a test run. */
export function sharedHost(): Promise<Host> {
  shared.astraTestHost ??= startHost();
  return shared.astraTestHost;
}

/** Stops what was started. The projects are torn down together, so the first to ask stops all. */
export async function stopSharedHost(): Promise<void> {
  const { astraTestHost } = shared;
  delete shared.astraTestHost;
  await (await astraTestHost)?.stop();
}

async function startHost(): Promise<Host> {
  const stacks = new Map<string, Promise<TestStack>>();
  const apps = new Map<string, Promise<TestApp>>();
  let build: Promise<void> | undefined;
  let browser: Promise<BrowserServer> | undefined;

  function stackOf(worker: string): Promise<TestStack> {
    return remembered(stacks, worker, startTestStack);
  }

  function appOf(worker: string): Promise<TestApp> {
    return remembered(apps, worker, async () => {
      build ??= buildApp();
      const [stack] = await Promise.all([stackOf(worker), build]);
      return startTestApp({
        port: stack.appPort,
        env: appEnvironment(appSettings(stack)),
        logFile: join(stack.paths.dataDir, "app.log"),
      });
    });
  }

  async function answer(path: string): Promise<unknown> {
    const [, what, worker = ""] = path.split("/");
    if (what === "stack") return told(await stackOf(worker));
    if (what === "app") return appOf(worker).then(async () => told(await stackOf(worker)));
    browser ??= launchBrowserServer();
    return (await browser).wsEndpoint();
  }

  const server = createServer((request, response) => {
    answer(request.url ?? "").then(
      (found) => response.end(JSON.stringify(found)),
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  });
  // A test file may wait as long as the app takes to build.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    beginBuild: () => {
      build ??= buildApp();
      // Whoever asks for an app is told.
      build.catch(() => undefined);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      for (const chromium of await started([browser])) await chromium.close();
      for (const app of await started(apps.values())) await app.stop();
      for (const stack of await started(stacks.values())) await stack.stop();
    },
  };
}

function told(stack: TestStack): OwnAstra {
  return {
    appUrl: stack.env.APP_URL,
    env: appSettings(stack),
    dataDir: stack.paths.dataDir,
    telegramPort: stack.telegramPort,
  };
}

function remembered<T>(known: Map<string, Promise<T>>, name: string, start: () => Promise<T>): Promise<T> {
  const starting = known.get(name) ?? start();
  known.set(name, starting);
  return starting;
}

/** What was started. Whoever asked for the rest has been told why it was not. */
async function started<T>(all: Iterable<Promise<T> | undefined>): Promise<T[]> {
  const settled = await Promise.allSettled([...all].filter((starting) => starting !== undefined));
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
