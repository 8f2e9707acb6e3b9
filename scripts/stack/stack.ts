import pg from "pg";
import { enableAppLogin } from "#scripts/stack/app-login.ts";
import { prepareAuthSchema } from "#scripts/stack/auth-schema.ts";
import { startAuthServer } from "#scripts/stack/auth-server.ts";
import { loadOrMakeKeys, type StackKeys } from "#scripts/stack/keys.ts";
import { takeLock } from "#scripts/stack/lock.ts";
import { makeDataDir, type StackPaths, stackPaths } from "#scripts/stack/paths.ts";
import { chooseStackPorts, type StackPorts } from "#scripts/stack/ports.ts";
import { createPostgres, databaseUrl } from "#scripts/stack/postgres.ts";
import { prepareCluster } from "#scripts/stack/postgres-data.ts";
import { prepareRoles } from "#scripts/stack/roles.ts";
import { type StackEnv, writeStackEnv } from "#scripts/stack/stack-env.ts";

export interface StackOptions {
  dataDir: string;
  appUrl: string;
  /** Ports that are free now and must stay so: the app's own. */
  reservedPorts?: number[];
  log: (line: string) => void;
  /** Called when the database ends although nobody stopped it. */
  onUnexpectedEnd?: (reason: string) => void;
}

/** A running embedded Supabase: PostgreSQL and the auth server. */
export interface Stack {
  env: StackEnv;
  paths: StackPaths;
  /** To be called once the migrations have made the app's role. */
  enableAppLogin(): Promise<void>;
  /** Stops the database alone; the auth server and the app see what they would see in an outage. */
  stopPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  postgresPid(): number | undefined;
  stop(): Promise<void>;
}

/** Starts the embedded stack, without the app's migrations, and writes its addresses and keys to `stack.env`. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { log } = options;
  const paths = stackPaths(await makeDataDir(options.dataDir));
  const releaseLock = await takeLock(paths);
  const undo: (() => Promise<void>)[] = [releaseLock];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= inReverse(undo);
    return stopped;
  };
  try {
    const keys = await loadOrMakeKeys(paths);
    const cluster = await prepareCluster(paths, keys.superuserPassword, log);
    const ports = await chooseStackPorts(paths, log, options.reservedPorts ?? []);
    const postgres = createPostgres({
      cluster,
      paths,
      port: ports.postgres,
      superuserPassword: keys.superuserPassword,
      log,
      onUnexpectedEnd: options.onUnexpectedEnd ?? log,
    });
    undo.push(() => postgres.stop());
    await postgres.start();
    await prepareDatabase(postgres.superuserUrl, keys);
    undo.push(
      await startAuthServer({
        paths,
        port: ports.auth,
        databaseUrl: databaseUrl("supabase_auth_admin", keys.authServerPassword, ports.postgres),
        appUrl: options.appUrl,
        keys,
        log,
      }),
    );
    const env = stackEnv(options.appUrl, keys, ports, paths);
    await writeStackEnv(paths, env);
    return {
      env,
      paths,
      enableAppLogin: () => enableAppLogin(env.DIRECT_URL, keys.appPassword),
      stopPostgres: () => postgres.stop(),
      startPostgres: () => postgres.start(),
      postgresPid: () => postgres.pid(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function inReverse(steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps.reverse()) await step();
}

async function prepareDatabase(superuserUrl: string, keys: StackKeys): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("begin");
    await prepareRoles(client, keys);
    await prepareAuthSchema(client);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

function stackEnv(appUrl: string, keys: StackKeys, ports: StackPorts, paths: StackPaths): StackEnv {
  return {
    APP_URL: appUrl,
    DATABASE_URL: databaseUrl("astra_app", keys.appPassword, ports.postgres),
    DIRECT_URL: databaseUrl("postgres", keys.migrationPassword, ports.postgres),
    SUPABASE_URL: `http://127.0.0.1:${ports.auth}`,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    ASTRA_ENCRYPTION_KEY: keys.encryptionKey,
    CRON_SECRET: keys.cronSecret,
    FILES_DIR: paths.files,
    MAILS_DIR: paths.keptMails,
  };
}
