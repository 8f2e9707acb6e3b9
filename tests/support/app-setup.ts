import { sharedApp, stopShared } from "#tests/support/shared-stack.ts";

/** Starts the app for a project's tests, from a current build. */
export async function setup(): Promise<void> {
  try {
    await sharedApp();
  } catch (error) {
    await stopShared();
    throw error;
  }
}
