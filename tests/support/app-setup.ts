import { sharedHost } from "#tests/support/host.ts";

/** Begins to build the app while tests that need none run. */
export async function setup(): Promise<void> {
  (await sharedHost()).beginBuild();
}
