import { join } from "node:path";
import { startTestApp, type TestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";
import { appSettings, startTestStack, type TestStack } from "#tests/support/test-stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    appUrl: string;
    /** What the app and the worker run with: addresses, keys and settings. */
    env: Record<string, string>;
    dataDir: string;
    telegramPort: number;
  }
}

/** Every project loads its own copy of the set-up files, so what they share lives outside of them. */
const shared = globalThis as { astraTestStack?: Promise<TestStack>; astraTestApp?: Promise<TestApp> };

/** The one stack of a test run. */
export function sharedStack(): Promise<TestStack> {
  shared.astraTestStack ??= startTestStack();
  return shared.astraTestStack;
}

/** The one app of a test run, on the shared stack. */
export function sharedApp(): Promise<TestApp> {
  shared.astraTestApp ??= sharedStack().then((stack) =>
    startTestApp({
      port: stack.appPort,
      env: appEnvironment(appSettings(stack)),
      logFile: join(stack.paths.dataDir, "app.log"),
    }),
  );
  return shared.astraTestApp;
}

/** Stops what was started. The projects are torn down together, so the first to ask stops all. */
export async function stopShared(): Promise<void> {
  const { astraTestApp, astraTestStack } = shared;
  delete shared.astraTestApp;
  delete shared.astraTestStack;
  await (await astraTestApp)?.stop();
  await (await astraTestStack)?.stop();
}
