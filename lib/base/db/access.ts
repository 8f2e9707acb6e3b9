import "server-only";
import type { Writable } from "node:stream";
import type { PoolClient } from "pg";
import { ingestConnections, prisma } from "#lib/base/db/client.ts";
import { isTransient } from "#lib/base/db/errors.ts";
import type { Prisma, PrismaClient } from "#lib/base/db/generated/client.ts";
import { currentAddress } from "#lib/base/request-context.ts";

/** A transaction that has taken on a role; the only thing that queries and commands may use. */
export type Transaction = Prisma.TransactionClient;

/** How sure it is who asks: by a password alone, or by a code of a second factor besides. */
export type Assurance = "aal1" | "aal2";

/** Whoever a transaction runs for: `sub` and `aal` of the claims. */
export interface Person {
  userId: string;
  /** Without it "aal1", which is nobody's membership where the account has a second factor. */
  aal?: Assurance;
  /** Set where somebody else looks at Astra as this person: in that workspace alone, and nothing can be changed. */
  viewing?: { workspaceId: string } | null;
}

const maxAttempts = 3;

/**
 * Runs `work` in one transaction as the database role `authenticated` with the person's claims: row level security
 * decides what it sees and may change.
 *
 * @param timeout how long it may take, in milliseconds; without it as long as anything may that a page waits for
 */
export function forUser<T>(
  person: Person,
  work: (tx: Transaction) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  const { userId, aal = "aal1", viewing } = person;
  const claims = {
    sub: userId,
    role: "authenticated",
    aal,
    ...(viewing && { viewed_in: viewing.workspaceId }),
  };
  const asPerson = async (tx: Transaction) => {
    await tx.$executeRaw`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${JSON.stringify(claims)}, true), set_config('request.jwt.claim.sub', ${userId}, true),
      set_config('astra.address', ${currentAddress() ?? ""}, true), 
      set_config('transaction_read_only', case when ${Boolean(viewing)} then 'on' else current_setting('transaction_read_only') end, true)`;
    return work(tx);
  };
  return inTransaction(prisma(), asPerson, timeout);
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

/** A statement of the ingest pipeline as it is, without Prisma. It has no name: a pooler may give each transaction another connection. */
export interface PlainStatement {
  text: string;
  values: unknown[];
}

/** A transaction of the ingest pipeline without Prisma, which costs more than the statements themselves and writes megabytes as base64. */
export interface PlainTransaction {
  ask<Row extends object>(statement: PlainStatement): Promise<Row[]>;
  /** Asks for the last time, and ends the transaction in the same round trip. */
  finish<Row extends object>(statement: PlainStatement): Promise<Row[]>;
}

/** No statement may take longer. Milliseconds. */
const plainTimeout = 20_000;

/**
 * Runs `work` in one such transaction with the rights of the system. It begins with the first statement and costs no round trip of its own;
 * one that `work` does not finish is undone.
 */
export async function forIngestPlainly<T>(work: (tx: PlainTransaction) => Promise<T>): Promise<T> {
  return again(async () => {
    const client = await ingestConnections().plain.connect();
    const transaction = new PipelinedTransaction(client);
    try {
      const result = await work(transaction);
      await transaction.end();
      client.release();
      return result;
    } catch (error) {
      // Its locks are gone before anybody hears of the error and tries again: the database would notice a closed connection only later.
      await transaction.end().catch(() => undefined);
      // Whatever state the connection is in, nobody meets it again.
      client.release(true);
      throw error;
    }
  });
}

const begin = `begin; set local role service_role; set local statement_timeout = ${plainTimeout}`;

/** Sends what belongs together at once: the connection is pipelined, so that a statement need not wait for the answer to the one before. */
class PipelinedTransaction implements PlainTransaction {
  #isBegun = false;
  #isFinished = false;
  readonly #client: PipelinedClient;

  constructor(client: PoolClient) {
    this.#client = client as unknown as PipelinedClient;
  }

  ask<Row extends object>(statement: PlainStatement): Promise<Row[]> {
    return this.#send<Row>(statement);
  }

  async finish<Row extends object>(statement: PlainStatement): Promise<Row[]> {
    this.#together();
    const [rows] = await Promise.all([this.#send<Row>(statement), this.#client.query("commit")]);
    this.#isFinished = true;
    return rows;
  }

  /** Undoes what was not finished. */
  async end(): Promise<void> {
    if (this.#isBegun && !this.#isFinished) await this.#client.query("rollback");
  }

  async #send<Row extends object>(statement: PlainStatement): Promise<Row[]> {
    this.#together();
    const begun = this.#isBegun ? undefined : this.#client.query(begin);
    this.#isBegun = true;
    const [answer] = await Promise.all([this.#client.query<Row>(statement), begun]);
    return answer.rows;
  }

  /** What is asked in one go leaves as one packet: each of its own would wake the database by itself. */
  #together(): void {
    const { stream } = this.#client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

/** A client of pg, whose types leave its socket out. */
type PipelinedClient = PoolClient & { connection: { stream: Writable } };

function asSystem<T>(client: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(client, async (tx) => {
    await tx.$executeRaw`select set_config('role', 'service_role', true)`;
    return work(tx);
  });
}

function inTransaction<T>(
  client: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  timeout?: number,
): Promise<T> {
  return again(() => client.$transaction(work, timeout === undefined ? {} : { timeout }));
}

/** Deadlocks and serialisation failures undo the whole transaction, so running it again is safe. */
async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === maxAttempts || !isTransient(error)) throw error;
    }
  }
}
