import { Client } from "pg";
import { ScriptError } from "#scripts/script-error.ts";

/** The one workspace that the bench fills and asks. */
export const benchSlug = "astra-bench";

/** Works on the bench database as the owner of its tables, whom row level security does not bind. */
export function withOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const url = process.env.DIRECT_URL;
  if (!url) throw new ScriptError("DIRECT_URL is not set: the bench needs the login that owns the tables.");
  return withOwnerOf(url, work);
}

/**
 * The same, on the bench database that `url` leads to.
 *
 * @throws ScriptError unless it is one of this machine: the bench empties tables and takes all of a database's time
 */
export async function withOwnerOf<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname)) {
    throw new ScriptError("The bench only works on a database of this machine.");
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await refuseOtherWorkspaces(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @throws ScriptError when the database holds anything but the bench's workspace */
async function refuseOtherWorkspaces(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select name from workspaces where slug <> $1 limit 1",
    [benchSlug],
  );
  if (!rows[0]) return;
  throw new ScriptError(
    `This database holds the workspace ${rows[0].name}. The bench wants a database of its own: start a stack with ASTRA_DATA_DIR=.astra-bench npm run stack, and run this with the same ASTRA_DATA_DIR.`,
  );
}
