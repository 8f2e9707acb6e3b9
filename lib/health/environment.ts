import "server-only";
import { env } from "#lib/base/env.ts";

/** Ends the process, with one sentence, when the environment is wrong: no request could be answered. */
export function requireEnvironment(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
