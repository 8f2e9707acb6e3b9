import pg from "pg";
import { ownAstra } from "#tests/support/own-astra.ts";

export type Row = Record<string, unknown>;

/** Runs one statement; answers its rows and how many it touched. */
export type Query = (text: string, values?: unknown[]) => Promise<{ rows: Row[]; rowCount: number }>;

/** Who asks, as the claims of a token say it; `null` is a role without a person. */
interface Claims {
  role: "authenticated" | "anon" | "service_role";
  userId: string | null;
  aal?: "aal1" | "aal2";
}

/** Runs one statement with the rights of the migrations' login, past row level security. */
export async function asOwner<T extends Row = Row>(text: string, values: unknown[] = []): Promise<T[]> {
  return withClient(ownAstra().env.DIRECT_URL, async (client) => (await client.query<T>(text, values)).rows);
}

/** Runs `work` in one transaction as the app does for a signed-in person. What `work` throws undoes it. */
export function asPerson<T>(userId: string, work: (query: Query) => Promise<T>): Promise<T> {
  return asRole({ role: "authenticated", userId }, work);
}

/** The same for a session that gave a code of a second factor. */
export function asSurePerson<T>(userId: string, work: (query: Query) => Promise<T>): Promise<T> {
  return asRole({ role: "authenticated", userId, aal: "aal2" }, work);
}

/** The same with a token whose person has no account. */
export function asStranger<T>(work: (query: Query) => Promise<T>): Promise<T> {
  return asPerson(crypto.randomUUID(), work);
}

/** Runs `work` as the migrations' login takes on the role that Supabase's REST API gives to requests without a token. */
export function asAnon<T>(work: (query: Query) => Promise<T>): Promise<T> {
  return withClient(ownAstra().env.DIRECT_URL, (client) =>
    inTransaction(client, { role: "anon", userId: null }, work),
  );
}

/** Runs `work` with the rights of the ingest pipeline and the jobs. */
export function asSystem<T>(work: (query: Query) => Promise<T>): Promise<T> {
  return asRole({ role: "service_role", userId: null }, work);
}

/** Runs `work` with the app's bare login, which has taken on no role. */
export function asAppLogin<T>(work: (query: Query) => Promise<T>): Promise<T> {
  return withClient(ownAstra().env.DATABASE_URL, (client) => inTransaction(client, null, work));
}

function asRole<T>(claims: Claims, work: (query: Query) => Promise<T>): Promise<T> {
  return withClient(ownAstra().env.DATABASE_URL, (client) => inTransaction(client, claims, work));
}

async function inTransaction<T>(
  client: pg.PoolClient,
  claims: Claims | null,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  await client.query("begin");
  if (claims) await takeOn(client, claims);
  const result = await work(async (text, values) => {
    const { rows, rowCount } = await client.query<Row>(text, values);
    return { rows, rowCount: rowCount ?? 0 };
  });
  await client.query("commit");
  return result;
}

async function takeOn(client: pg.PoolClient, { role, userId, aal }: Claims): Promise<void> {
  const claims = JSON.stringify(userId ? { sub: userId, role, aal } : { role });
  await client.query(
    `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true),
       set_config('request.jwt.claim.sub', $3, true)`,
    [role, claims, userId ?? ""],
  );
}

const pools = new Map<string, pg.Pool>();

/** The connections of this worker to a database, which are kept from one statement to the next. */
function poolOf(url: string): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    idleTimeoutMillis: 5_000,
    allowExitOnIdle: true,
  });
  // Whoever asks next gets another one, and is told if there is none.
  pool.on("error", () => undefined);
  pools.set(url, pool);
  return pool;
}

/** A connection for `work` alone; one on which something failed is not used again, which rolls back what is not committed. */
async function withClient<T>(
  url: string | undefined,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await poolOf(loopbackOnly(url)).connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Tests write and delete at will, so they refuse any database that is not on this machine.
 *
 * @throws Error when the address is missing or of another machine
 */
export function loopbackOnly(url: string | undefined): string {
  if (!url) throw new Error("The address of the test database is not set.");
  const { hostname } = new URL(url);
  if (["127.0.0.1", "localhost", "[::1]"].includes(hostname)) return url;
  throw new Error(`Tests run against a database on this machine only, not on ${hostname}.`);
}
