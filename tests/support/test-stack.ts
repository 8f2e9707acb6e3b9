import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stack, startStack } from "#scripts/stack/stack.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { writeStackPorts } from "#tests/support/stack-ports.ts";
import { copyTemplate } from "#tests/support/template.ts";

/** An embedded stack in a data directory of its own, migrated, and the ports that belong to it. */
export interface TestStack extends Stack {
  appPort: number;
  /** Where a stand-in for Telegram's Bot API may listen. */
  telegramPort: number;
}

/** Starts a fresh stack; `stop` also removes its data. */
export async function startTestStack(): Promise<TestStack> {
  const dataDir = await mkdtemp(join(tmpdir(), "astra-test-"));
  const appPort = await holdPort();
  const telegramPort = await holdPort();
  const lines: string[] = [];
  let stack: Stack | undefined;
  const stop = async () => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await copyTemplate(dataDir);
    await writeStackPorts(dataDir);
    stack = await startStack({
      dataDir,
      appUrl: `http://127.0.0.1:${appPort}`,
      log: (line) => lines.push(line),
    });
    return { ...stack, appPort, telegramPort, stop };
  } catch (error) {
    console.error(lines.join("\n"));
    await stop();
    throw error;
  }
}

/** The settings that the app and the worker of a test stack run with. */
export function appSettings({ env, telegramPort, appPort, paths }: TestStack): Record<string, string> {
  return {
    ...env,
    PORT: String(appPort),
    ASTRA_DATA_DIR: paths.dataDir,
    LOG_LEVEL: "warn",
    TELEGRAM_BOT_TOKEN: "123456:TEST-token-for-the-stand-in-only",
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegramPort}`,
  };
}
