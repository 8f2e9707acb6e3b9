import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";

const shared = globalThis as { astraPrisma?: PrismaClient };

/**
 * The Prisma client, one for each process. Its login may read nothing by itself: use `forUser` or `forSystem`.
 *
 * A request that can't get a connection fails after a few seconds, so that a store hears 5xx and sends again.
 */
export function prisma(): PrismaClient {
  shared.astraPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 20_000 },
  });
  return shared.astraPrisma;
}
