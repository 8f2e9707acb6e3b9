import type { TestProject } from "vitest/node";
import { sharedHost, stopSharedHost } from "#tests/support/host.ts";

/** Starts what answers the workers' wishes, for tests that need more than themselves. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("hostUrl", (await sharedHost()).url);
}

export const teardown = stopSharedHost;
