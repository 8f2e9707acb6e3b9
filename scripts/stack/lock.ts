import { readFile, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { StackPaths } from "#scripts/stack/paths.ts";
import { isAlive, startTime } from "#scripts/stack/processes.ts";

const holderSchema = z.object({ pid: z.number().int(), startTime: z.string() });

/** Takes the data directory for this process. A lock left by a process that is gone is taken over. */
export async function takeLock(paths: StackPaths): Promise<() => Promise<void>> {
  const holder = await readHolder(paths.lock);
  if (holder && isAlive(holder.pid) && startTime(holder.pid) === holder.startTime) {
    throw new Error(
      `Astra already runs with the data in ${paths.dataDir} (process ${holder.pid}). ` +
        "Stop it first, or set ASTRA_DATA_DIR to use another directory.",
    );
  }
  await rm(paths.lock, { force: true });
  const self = { pid: process.pid, startTime: startTime(process.pid) };
  await writeFile(paths.lock, JSON.stringify(self), { flag: "wx", mode: 0o600 });
  return () => rm(paths.lock, { force: true });
}

async function readHolder(path: string): Promise<z.infer<typeof holderSchema> | undefined> {
  try {
    return holderSchema.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
