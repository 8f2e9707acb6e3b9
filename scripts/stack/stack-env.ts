import type { StackPaths } from "#scripts/stack/paths.ts";
import { writePrivateFile } from "#scripts/stack/private-file.ts";

/** What the app and other clients need to reach a running stack. */
export interface StackEnv extends Record<string, string> {
  APP_URL: string;
  DATABASE_URL: string;
  DIRECT_URL: string;
  SUPABASE_URL: string;
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
  ASTRA_ENCRYPTION_KEY: string;
  CRON_SECRET: string;
}

export async function writeStackEnv(paths: StackPaths, env: StackEnv): Promise<void> {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  await writePrivateFile(paths.stackEnv, lines.join(""));
}
