import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Client } from "pg";
import { withOwnerOf } from "#scripts/bench/database.ts";
import { type Server, startAstra } from "#scripts/bench/ingest/servers.ts";
import { type AuthServer, signInAsAdmin } from "#scripts/bench/pages/account.ts";
import { ScriptError } from "#scripts/script-error.ts";
import { stackPaths } from "#scripts/stack/paths.ts";

/** An Astra whose pages are asked for, over a database of the bench. */
export interface Side {
  server: Server;
  cookie: string;
  leads: number;
  /** The newest lead. */
  leadId: string;
}

/**
 * Starts the built Astra of a checkout over one of its data directories, whose stack runs.
 *
 * @throws ScriptError when there is no such stack, or nothing to show
 */
export async function openSide(
  place: { name: string; directory: string; dataDir: string },
  logFile: string,
): Promise<Side> {
  const env = await readStackEnv(join(place.directory, place.dataDir));
  const { cookie, leads, leadId } = await withOwnerOf(env.DIRECT_URL, async (owner) => ({
    ...(await leadsOf(owner)),
    cookie: await signInAsAdmin(env, owner),
  }));
  const server = await startAstra(
    { name: place.name, directory: place.directory, path: "", method: "GET" },
    { ...env, LOG_LEVEL: "error" },
    logFile,
  );
  return { server, cookie, leads, leadId };
}

type KnownEnv = AuthServer & { DIRECT_URL: string; DATABASE_URL: string };

async function readStackEnv(dataDir: string): Promise<KnownEnv> {
  const text = await readFile(stackPaths(dataDir).stackEnv, "utf8").catch(() => "");
  const env = parseEnv(text) as Partial<KnownEnv>;
  if (!env.DIRECT_URL) throw new ScriptError(`No stack runs in ${dataDir}: start one with npm run stack.`);
  return env as KnownEnv;
}

async function leadsOf(owner: Client): Promise<{ leads: number; leadId: string }> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from crm_leads order by created_at desc, id limit 1",
  );
  const count = await owner.query<{ leads: number }>("select count(*)::int as leads from crm_leads");
  if (!rows[0])
    throw new ScriptError("There is nothing to show yet: fill the database with npm run bench:load.");
  return { leads: count.rows[0]?.leads ?? 0, leadId: rows[0].id };
}
