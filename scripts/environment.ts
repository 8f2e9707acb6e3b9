import { existsSync } from "node:fs";
import { ScriptError } from "#scripts/script-error.ts";
import { defaultDataDir, stackPaths } from "#scripts/stack/paths.ts";

/**
 * Makes the addresses and keys of the embedded stack that runs here known to this process, unless the environment names a
 * database. What the environment sets already stays as it is.
 *
 * @throws ScriptError when there is neither
 */
export function loadEnvironment(): void {
  if (process.env.DATABASE_URL) return;
  const { stackEnv, lock } = stackPaths(defaultDataDir());
  if (!existsSync(stackEnv) || !existsSync(lock)) {
    throw new ScriptError(
      "Astra is not running here: start it with npm start, or set DATABASE_URL and the other variables of .env.example.",
    );
  }
  process.loadEnvFile(stackEnv);
}
