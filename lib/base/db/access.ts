import "server-only";
import type { PoolClient } from "pg";
import { ingestConnections, prisma } from "#lib/base/db/client.ts";
import { isTransient } from "#lib/base/db/errors.ts";
import type { Prisma, PrismaClient } from "#lib/base/db/generated/client.ts";

/** A transaction that has taken on a role; the only thing that queries and commands may use. */
export type Transaction = Prisma.TransactionClient;

/** Whoever a transaction runs for: the `sub` of the claims. */
export interface Person {
  userId: string;
}

const maxAttempts = 3;

/**
 * Runs `work` in one transaction as the database role `authenticated` with the person's claims: row level security
 * decides what it sees and may change.
 */
export function forUser<T>(person: Person, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const claims = JSON.stringify({ sub: person.userId, role: "authenticated" });
  return inTransaction(prisma(), async (tx) => {
    await tx.$executeRaw`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${person.userId}, true)`;
    return work(tx);
  });
}

/**
 * Runs `work` in one transaction with the rights of the system, past row level security. Only for jobs, scripts and what
 * precedes a session (sign-in limits, health).
 */
export function forSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asSystem(prisma(), work);
}

/** The same for the ingest pipeline, over connections of its own. */
export function forIngest<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asSystem(ingestConnections().prisma, work);
}

/**
 * The same as one plain statement, for bodies: Prisma would write megabytes as base64 first, and nothing else would run meanwhile.
 *
 * @returns the rows
 */
export async function storeForIngest<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = await ingestConnections().pool.connect();
  try {
    const rows = await inPlainTransaction<Row>(client, text, values);
    client.release();
    return rows;
  } catch (error) {
    // Whatever state the connection is in, nobody meets it again.
    client.release(true);
    throw error;
  }
}

async function inPlainTransaction<Row extends object>(
  client: PoolClient,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  await client.query("begin; set local role service_role");
  const { rows } = await client.query<Row>(text, values);
  await client.query("commit");
  return rows;
}

function asSystem<T>(client: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(client, async (tx) => {
    await tx.$executeRaw`select set_config('role', 'service_role', true)`;
    return work(tx);
  });
}

/** Deadlocks and serialisation failures undo the whole transaction, so running it again is safe. */
async function inTransaction<T>(client: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work);
    } catch (error) {
      if (attempt === maxAttempts || !isTransient(error)) throw error;
    }
  }
}
