import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { forSystem } from "#lib/base/db/access.ts";

/** What rate-limiter-flexible asks of a Postgres client, answered through a system transaction. */
const client = {
  query: async ({ text, values }: { text: string; values: unknown[] }) => {
    const rows = await forSystem((tx) => tx.$queryRawUnsafe<CounterRow[]>(text, ...values));
    return { rows: rows.map((row) => ({ ...row, expire: row.expire && Number(row.expire) })) };
  },
};

interface CounterRow {
  points: number;
  expire: bigint | null;
}

/** A limit that all processes share: `points` within `seconds`. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

/**
 * Uses up one point of a limit.
 *
 * @param key whom the limit counts: an address, an account
 * @returns 0 when the limit allows it, else the seconds to wait
 */
export async function consume(limit: Limit, key: string): Promise<number> {
  try {
    await limiter(limit).consume(key);
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.ceil(rejection.msBeforeNext / 1000);
    throw rejection;
  }
}

/** Gives one point of a key back, after the thing that was limited turned out not to have happened. */
export async function reward(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key);
}

/** Gives all points of a key back, after the thing that was limited succeeded. */
export async function release(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit.name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: client,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  });
  limiters.set(limit.name, made);
  return made;
}
