import { checkKnownEnv, parseEnv } from "#lib/base/env.ts";
import { applyMigrations } from "#scripts/migrate.ts";
import { startApp } from "#scripts/stack/app.ts";
import { buildIfNeeded, generateClientIfNeeded } from "#scripts/stack/build.ts";
import { demoLoginLines, fillDemoIfNeeded } from "#scripts/stack/demo.ts";
import { defaultDataDir } from "#scripts/stack/paths.ts";
import { findFreePort, wantedAppPort } from "#scripts/stack/ports.ts";
import { childEnvironment } from "#scripts/stack/project.ts";
import type { Stack } from "#scripts/stack/stack.ts";
import { setByStack } from "#scripts/stack/stack-env.ts";
import { onStopSignal } from "#scripts/stack/stop-signal.ts";

// `npm start` and, with --dev, `npm run dev`: everything Astra needs, from nothing.

const dev = process.argv.includes("--dev");
const undo: (() => Promise<void>)[] = [];
const log = console.log;
let stopped: Promise<void> | undefined;

const isStopping = onStopSignal(async () => {
  log("Stopping…");
  await stopEverything();
});

try {
  await start();
} catch (error) {
  await fail(error);
}

async function start(): Promise<void> {
  const port = await findFreePort(wantedAppPort(), log);
  const localUrl = `http://127.0.0.1:${port}`;
  const appUrl = process.env.APP_URL || localUrl;
  const isEmbedded = !usesOwnSupabase();
  checkEnvironment({ ...process.env, APP_URL: appUrl }, isEmbedded);
  const stack = isEmbedded ? await startEmbedded(appUrl, port) : undefined;
  const env = childEnvironment({
    APP_URL: appUrl,
    ...(stack && { TRUSTED_PROXIES: process.env.TRUSTED_PROXIES || "0" }),
    ...stack?.env,
    ...(stack && { ASTRA_DATA_DIR: stack.paths.dataDir }),
    PORT: String(port),
  });

  await generateClientIfNeeded(env, log);
  if (!dev) await buildIfNeeded(env, log);
  await startApp({ port, dev, env, log, undo, onFailedStart: (code) => fail("The app ended.", code) });

  if (stack) await fillDemoIfNeeded(stack, env);
  log(`\nAstra is ready: ${appUrl}`);
  const logins = stack ? await demoLoginLines(stack) : [];
  if (logins.length > 0) log(`Demo logins:\n${logins.join("\n")}`);
  const areMailsSent = env.SMTP_URL || env.RESEND_API_KEY;
  if (stack && appUrl === localUrl && !areMailsSent) log(`Mails are kept, and shown at ${appUrl}/dev/mails`);
}

function usesOwnSupabase(): boolean {
  const { DATABASE_URL, SUPABASE_URL } = process.env;
  if (DATABASE_URL && SUPABASE_URL) return true;
  if (!DATABASE_URL && !SUPABASE_URL) return false;
  const missing = DATABASE_URL ? "SUPABASE_URL" : "DATABASE_URL";
  throw new Error(
    `${missing} is not set. Set both to use a Supabase project, or neither for the embedded one.`,
  );
}

/** What is wrong is said at once, and not when a database and a build have been waited for. */
function checkEnvironment(env: NodeJS.ProcessEnv, isEmbedded: boolean): void {
  if (isEmbedded)
    checkKnownEnv(
      env,
      setByStack.filter((name) => name !== "APP_URL"),
    );
  else parseEnv(env);
}

async function startEmbedded(appUrl: string, port: number): Promise<Stack> {
  // What brings a database and an auth server along is for development; a server of one's own does without.
  const { startStack } = await import("#scripts/stack/stack.ts");
  const stack = await startStack({
    dataDir: defaultDataDir(),
    appUrl,
    reservedPorts: [port],
    log,
    onUnexpectedEnd: fail,
  });
  undo.push(stack.stop);
  await applyMigrations(stack.env.DIRECT_URL);
  await stack.enableAppLogin();
  return stack;
}

function stopEverything(): Promise<void> {
  stopped ??= stopInReverse();
  return stopped;
}

async function stopInReverse(): Promise<void> {
  for (const step of undo.reverse()) await step();
}

async function fail(reason: unknown, code = 1): Promise<void> {
  if (isStopping()) return;
  console.error(reason instanceof Error ? reason.message : reason);
  await stopEverything();
  process.exit(code || 1);
}
