import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { runToEnd } from "#scripts/stack/children.ts";
import type { Stack } from "#scripts/stack/stack.ts";

const loginsSchema = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));

/** Fills the demo workspace at the first start, and again when an earlier start was cut off while filling it. */
export async function fillDemoIfNeeded(stack: Stack, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.ASTRA_DEMO === "0" || existsSync(stack.paths.demoLogins)) return;
  const unfinished = join(stack.paths.dataDir, "demo.unfinished");
  if (!existsSync(unfinished) && (await hasWorkspace(stack.env.DIRECT_URL))) return;
  await writeFile(unfinished, "");
  await runToEnd(["--conditions=react-server", "scripts/demo.ts"], env);
  await rm(unfinished);
}

/** One line for each demo login; none when there is no demo. */
export async function demoLoginLines(stack: Stack): Promise<string[]> {
  if (!existsSync(stack.paths.demoLogins)) return [];
  const logins = loginsSchema.parse(JSON.parse(await readFile(stack.paths.demoLogins, "utf8")));
  const width = Math.max(...logins.map(({ role }) => role.length));
  return logins.map(({ role, email, password }) => `  ${role.padEnd(width)}  ${email}  ${password}`);
}

async function hasWorkspace(directUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from public.workspaces limit 1");
    return rowCount === 1;
  } finally {
    await client.end();
  }
}
