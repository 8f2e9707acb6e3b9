import { writeFile } from "node:fs/promises";
import { stackPaths } from "#scripts/stack/paths.ts";
import { holdPort } from "#tests/support/held-port.ts";

/** Has the stack of a data directory use ports that nobody else takes: it keeps those that it finds noted there. */
export async function writeStackPorts(dataDir: string): Promise<void> {
  const ports = { postgres: await holdPort(), auth: await holdPort() };
  await writeFile(stackPaths(dataDir).ports, JSON.stringify(ports), { mode: 0o600 });
}
