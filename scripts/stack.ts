import { applyMigrations } from "#scripts/migrate.ts";
import { defaultDataDir } from "#scripts/stack/paths.ts";
import { type Stack, startStack } from "#scripts/stack/stack.ts";
import { onStopSignal } from "#scripts/stack/stop-signal.ts";

// `npm run stack`: the database and the auth server alone, migrated, for development and tests.

let stack: Stack | undefined;
const isStopping = onStopSignal(async () => stack?.stop());

try {
  stack = await startStack({
    dataDir: defaultDataDir(),
    appUrl: process.env.APP_URL || `http://127.0.0.1:${process.env.PORT || 3000}`,
    log: console.log,
    onUnexpectedEnd: console.error,
  });
  await applyMigrations(stack.env.DIRECT_URL);
  await stack.enableAppLogin();
  console.log(`Stack ready. Its addresses and keys are in ${stack.paths.stackEnv}`);
} catch (error) {
  if (!isStopping()) {
    console.error(error instanceof Error ? error.message : error);
    await stack?.stop();
    process.exit(1);
  }
}
