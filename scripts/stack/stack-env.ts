import type { StackPaths } from "#scripts/stack/paths.ts";
import { writePrivateFile } from "#scripts/stack/private-file.ts";

/** The variables that a stack sets, over whatever the environment says. */
export const setByStack = [
  "APP_URL",
  "DATABASE_URL",
  "DIRECT_URL",
  "SUPABASE_URL",
  "SUPABASE_PUBLISHABLE_KEY",
  "SUPABASE_SECRET_KEY",
  "ASTRA_ENCRYPTION_KEY",
  "CRON_SECRET",
  "FILES_DIR",
  "MAILS_DIR",
] as const;

/** What the app and other clients need to reach a running stack. */
export type StackEnv = Record<(typeof setByStack)[number], string>;

export async function writeStackEnv(paths: StackPaths, env: StackEnv): Promise<void> {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  await writePrivateFile(paths.stackEnv, lines.join(""));
}
