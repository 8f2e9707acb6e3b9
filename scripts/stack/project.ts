import { createRequire } from "node:module";
import { join } from "node:path";

export const projectDirectory = join(import.meta.dirname, "..", "..");

/** The command line program of Next.js. */
export function nextProgram(): string {
  return createRequire(import.meta.url).resolve("next/dist/bin/next");
}

/** The launcher's environment with the stack's addresses and keys; nothing any program of ours starts reports home. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...additions,
    NEXT_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    LITE_TELEMETRY: "0",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}
