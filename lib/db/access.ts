import "server-only";
import { prisma } from "#lib/db/client.ts";
import { isTransient } from "#lib/db/errors.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

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
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${person.userId}, true)`;
    return work(tx);
  });
}

/**
 * Runs `work` in one transaction with the rights of the system, past row level security. Only for the ingest pipeline,
 * jobs, scripts and what precedes a session (sign-in limits, health).
 */
export function forSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select set_config('role', 'service_role', true)`;
    return work(tx);
  });
}

/** Deadlocks and serialisation failures undo the whole transaction, so running it again is safe. */
async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma().$transaction(work);
    } catch (error) {
      if (attempt === maxAttempts || !isTransient(error)) throw error;
    }
  }
}
