import type { TestProject } from "vitest/node";
import { sharedStack, stopShared } from "#tests/support/shared-stack.ts";
import { appSettings } from "#tests/support/test-stack.ts";

/** Starts the embedded stack for a project's tests and tells them where it is. */
export async function setup(project: TestProject): Promise<void> {
  const stack = await sharedStack();
  project.provide("appUrl", stack.env.APP_URL);
  project.provide("env", appSettings(stack));
  project.provide("dataDir", stack.paths.dataDir);
  project.provide("telegramPort", stack.telegramPort);
}

export const teardown = stopShared;
