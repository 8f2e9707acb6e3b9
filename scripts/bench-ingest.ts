import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { percentile } from "#scripts/bench/hostile/work.ts";
import { keepStock, setCounting } from "#scripts/bench/ingest/counting.ts";
import { orderedSkus } from "#scripts/bench/ingest/orders.ts";
import type { Sent } from "#scripts/bench/ingest/sender.ts";
import {
  createDatabase,
  memoryOf,
  type Server,
  startAstra,
  startServer,
  withClient,
  withDatabase,
} from "#scripts/bench/ingest/servers.ts";
import { makeStores, newSecret } from "#scripts/bench/ingest/world.ts";
import { applyMigrations } from "#scripts/migrate.ts";
import type { SigningStore } from "#scripts/simulator/delivery.ts";
import { prepareAuthSchema } from "#scripts/stack/auth-schema.ts";
import { buildIfNeeded } from "#scripts/stack/build.ts";
import { loadOrMakeKeys } from "#scripts/stack/keys.ts";
import { databaseUrl } from "#scripts/stack/postgres.ts";
import { superuser } from "#scripts/stack/postgres-data.ts";
import { childEnvironment, projectDirectory } from "#scripts/stack/project.ts";
import { prepareRoles } from "#scripts/stack/roles.ts";
import { startStack } from "#scripts/stack/stack.ts";

// npm run bench:ingest: orders a second through the real webhook endpoint, beside a bare server and a route of Next.js that answers at
// once, by turns on one database cluster of its own. --against <checkout> adds another built Astra, with a database of its own.

const options = z
  .object({
    against: z.string().optional(),
    seconds: z.coerce.number().positive().default(5),
    rounds: z.coerce.number().int().positive().default(3),
    connections: z
      .string()
      .default("1,8,32")
      .transform((list) => list.split(",").map(Number)),
    /** Sends so many orders to this Astra alone, and tells what it holds in memory on the way. */
    orders: z.coerce.number().int().positive().optional(),
    /** Asks this Astra alone what it costs to count orders and to serve them from stock, by turns with and without. */
    counting: z.boolean().default(false),
    json: z.string().optional(),
  })
  .parse(
    parseArgs({
      options: {
        against: { type: "string" },
        seconds: { type: "string" },
        rounds: { type: "string" },
        connections: { type: "string" },
        orders: { type: "string" },
        counting: { type: "boolean" },
        json: { type: "string" },
      },
    }).values,
  );

const mostStores = 32;
/** No number of an order comes twice. */
const numbersOfARun = 100_000;
const secret = newSecret();
const undo: (() => Promise<unknown>)[] = [];
/** Of all databases that orders are written to. */
const databases: string[] = [];
let sentSoFar = 1;

try {
  const { servers, stores, directUrl } = await start();
  if (options.counting) await compareCounting(servers, stores, directUrl);
  else if (options.orders) await watchMemory(servers, stores, options.orders);
  else await compare(servers, stores);
} finally {
  for (const step of undo.reverse()) await step();
}

async function start(): Promise<{ servers: Server[]; stores: SigningStore[]; directUrl: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "astra-ingest-"));
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  await buildIfNeeded(childEnvironment({}), console.log);
  const stack = await startStack({ dataDir, appUrl: "http://127.0.0.1:3000", log: () => undefined });
  undo.push(stack.stop);
  await applyMigrations(stack.env.DIRECT_URL);
  await stack.enableAppLogin();
  process.env.ASTRA_ENCRYPTION_KEY = stack.env.ASTRA_ENCRYPTION_KEY;
  Object.assign(process.env, stack.env);
  const env = { ...stack.env, LOG_LEVEL: "error" };
  const logFile = join(dataDir, "servers.log");
  const keys = await loadOrMakeKeys(stack.paths);
  const superuserUrl = databaseUrl(superuser, keys.superuserPassword, Number(new URL(env.DIRECT_URL).port));

  databases.push(env.DIRECT_URL);
  const stores = await makeStores(env.DIRECT_URL, mostStores, secret);
  const astra = { directory: projectDirectory };
  const servers = [await startAstra({ ...astra, name: "Astra" }, env, logFile)];
  if (options.against) servers.push(await startOther(resolve(options.against), env, superuserUrl, logFile));
  if (!options.orders && !options.counting) {
    servers.push(await startBare(superuserUrl, logFile));
    servers.push(
      await startAstra({ ...astra, name: "Next's floor", path: "/api/health", method: "GET" }, env, logFile),
    );
  }
  undo.push(() => Promise.all(servers.map((server) => server.stop())));
  return { servers, stores, directUrl: env.DIRECT_URL };

  async function startOther(
    directory: string,
    appEnv: Record<string, string>,
    adminUrl: string,
    log: string,
  ) {
    await withClient(await createDatabase(adminUrl, "against"), async (client) => {
      await prepareRoles(client, keys);
      await prepareAuthSchema(client);
      await client.query(
        "grant create on database against to postgres; grant all on schema public to postgres",
      );
    });
    const [app = "", direct = ""] = [appEnv.DATABASE_URL, appEnv.DIRECT_URL].map((url) =>
      withDatabase(url ?? "", "against"),
    );
    const otherEnv = { ...appEnv, DATABASE_URL: app, DIRECT_URL: direct };
    execFileSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--conditions=react-server", "scripts/migrate.ts"],
      {
        cwd: directory,
        env: childEnvironment(otherEnv),
      },
    );
    await makeStores(direct, mostStores, secret);
    databases.push(direct);
    return startAstra({ name: "Other Astra", directory }, otherEnv, log);
  }
}

async function startBare(superuserUrl: string, logFile: string): Promise<Server> {
  const url = await createDatabase(superuserUrl, "bare");
  const tables = await readFile(new URL("./bench/ingest/bare.sql", import.meta.url), "utf8");
  await withClient(url, (client) => client.query(tables));
  databases.push(url);
  return startServer(
    { args: ["scripts/bench/ingest/bare.ts"], env: { DATABASE_URL: url, BARE_SECRET: secret }, logFile },
    "/",
    { name: "Bare server", method: "POST" },
  );
}

/** Postgres looks at new tables after a minute by itself; before that it plans as if they were empty. */
async function warmUp(servers: Server[], stores: SigningStore[]): Promise<void> {
  for (const server of servers) await send(server, stores, { connections: 8, seconds: 3 });
  for (const url of databases) await withClient(url, (client) => client.query("analyze"));
}

async function compare(servers: Server[], stores: SigningStore[]): Promise<void> {
  await warmUp(servers, stores);
  const lines: Record<string, string | number | null>[] = [];
  for (const connections of options.connections) {
    const all = new Map<Server, Sent>(
      servers.map((server) => [server, { milliseconds: [], failures: 0, seconds: 0 }]),
    );
    for (let round = 0; round < options.rounds; round++) {
      for (const [server, sent] of all) {
        const { milliseconds, failures, seconds } = await send(server, stores, {
          connections,
          seconds: options.seconds,
        });
        sent.milliseconds.push(...milliseconds);
        sent.failures += failures;
        sent.seconds += seconds;
      }
    }
    for (const [server, sent] of all) lines.push(await lineOf(server, connections, sent));
  }
  console.table(lines);
  if (options.json) await writeFile(options.json, JSON.stringify(lines, null, 2));
}

async function lineOf(server: Server, connections: number, { milliseconds, failures, seconds }: Sent) {
  const part = (share: number) => Number(percentile(milliseconds, share).toFixed(1));
  return {
    connections,
    server: server.name,
    "orders/s": Math.round(milliseconds.length / seconds),
    p50: part(0.5),
    p95: part(0.95),
    p99: part(0.99),
    failures,
    MB: await memoryOf(server.pid),
  };
}

async function watchMemory([astra]: Server[], stores: SigningStore[], orders: number): Promise<void> {
  if (!astra) return;
  const steps = 10;
  for (let step = 0; step <= steps; step++) {
    console.log(`${Math.round((orders / steps) * step)} orders: ${await memoryOf(astra.pid)} MB`);
    if (step < steps) await send(astra, stores, { connections: 8, orders: Math.ceil(orders / steps) });
  }
}

async function compareCounting([astra]: Server[], stores: SigningStore[], directUrl: string): Promise<void> {
  if (!astra) return;
  await keepStock(directUrl, orderedSkus);
  await warmUp([astra], stores);
  const all = [true, false].map((isCounted) => ({ isCounted, milliseconds: [] as number[], seconds: 0 }));
  for (let round = 0; round < options.rounds; round++) {
    for (const one of all) {
      await setCounting(directUrl, one.isCounted);
      await send(astra, stores, { connections: 8, seconds: 1 });
      const { milliseconds, seconds } = await send(astra, stores, {
        connections: 8,
        seconds: options.seconds,
      });
      one.milliseconds.push(...milliseconds);
      one.seconds += seconds;
    }
  }
  const lines = all.map(({ isCounted, milliseconds, seconds }) => ({
    counted: isCounted,
    "orders/s": Math.round(milliseconds.length / seconds),
    p50: Number(percentile(milliseconds, 0.5).toFixed(1)),
    "ms for each order": Number(((seconds * 1_000) / milliseconds.length).toFixed(2)),
  }));
  console.table(lines);
  const [counted, plain] = lines.map((line) => line["ms for each order"]);
  console.log(`Counting and stock: ${((counted ?? 0) / (plain ?? 1)).toFixed(2)} times as long.`);
}

async function send(
  server: Server,
  stores: SigningStore[],
  much: { connections: number; seconds?: number; orders?: number },
): Promise<Sent> {
  const task = { url: server.url, method: server.method, stores, first: sentSoFar, ...much };
  sentSoFar += numbersOfARun;
  const file = fileURLToPath(new URL("./bench/ingest/sender.ts", import.meta.url));
  const sender = spawn(process.execPath, ["--conditions=react-server", file, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of sender.stdout) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Sent;
}
