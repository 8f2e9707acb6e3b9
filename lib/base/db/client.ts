import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "#lib/base/db/generated/client.ts";
import { env } from "#lib/base/env.ts";
import { log } from "#lib/base/log.ts";

const shared = globalThis as { astraPrisma?: PrismaClient; astraIngest?: IngestConnections };

/** Connections that only ingest uses: as many again for Prisma, which is there for what is rare. */
interface IngestConnections {
  /** Pipelined: statements are sent one behind the other. */
  plain: Pool;
  prisma: PrismaClient;
}

const transactionOptions = { maxWait: 5_000, timeout: 20_000 };

/** Whoever can't get a connection fails after a few seconds, so that a store hears 5xx and sends again. */
const patience = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 };

/** The Prisma client, one for each process. Its login may read nothing by itself: use `forUser` or `forSystem`. */
export function prisma(): PrismaClient {
  shared.astraPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      ...patience,
    }),
    transactionOptions,
  });
  return shared.astraPrisma;
}

/** The connections of ingest, apart from those of pages: however much stores send, pages keep theirs. */
export function ingestConnections(): IngestConnections {
  shared.astraIngest ??= openIngestConnections();
  return shared.astraIngest;
}

function openIngestConnections(): IngestConnections {
  const options = { connectionString: env().DATABASE_URL, max: env().INGEST_POOL_SIZE, ...patience };
  const plain = new Pool({ ...options, pipeline: true });
  plain.on("error", (error) => log.warn({ err: error }, "a database connection of ingest was lost"));
  return { plain, prisma: new PrismaClient({ adapter: new PrismaPg(options), transactionOptions }) };
}

/** Closes all connections of the process: idle ones would keep it for another half minute. */
export async function disconnect(): Promise<void> {
  await shared.astraPrisma?.$disconnect();
  await shared.astraIngest?.prisma.$disconnect();
  await shared.astraIngest?.plain.end();
}
