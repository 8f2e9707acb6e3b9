import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { z } from "zod";
import type { StackPaths } from "#scripts/stack/paths.ts";
import { writePrivateFile } from "#scripts/stack/private-file.ts";

const portsSchema = z.object({ postgres: z.number().int(), auth: z.number().int() });

/** The ports of the database and the auth server; a stack keeps its own for as long as they are free. */
export type StackPorts = z.infer<typeof portsSchema>;

const wantedPorts: StackPorts = { postgres: 54322, auth: 54321 };
const portsToTry = 200;

export async function chooseStackPorts(
  paths: StackPaths,
  log: (line: string) => void,
  reserved: number[],
): Promise<StackPorts> {
  const remembered = existsSync(paths.ports)
    ? portsSchema.safeParse(JSON.parse(await readFile(paths.ports, "utf8"))).data
    : undefined;
  const wanted = remembered ?? wantedPorts;
  const auth = await findFreePort(wanted.auth, log, [...reserved, wanted.postgres]);
  const postgres = await findFreePort(wanted.postgres, log, [...reserved, auth]);
  const ports = { postgres, auth };
  await writePrivateFile(paths.ports, `${JSON.stringify(ports)}\n`);
  return ports;
}

/** The first free port on 127.0.0.1 from `wanted` upwards; says so when it is not the wanted one. */
export async function findFreePort(
  wanted: number,
  log: (line: string) => void,
  reserved: number[] = [],
): Promise<number> {
  const last = Math.min(wanted + portsToTry, 65_535);
  for (let port = wanted; port <= last; port++) {
    if (reserved.includes(port) || !(await isFree(port))) continue;
    if (port !== wanted) log(`Port ${wanted} is taken; using ${port}.`);
    return port;
  }
  throw new Error(`No free port between ${wanted} and ${last} on 127.0.0.1.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export function wantedAppPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${process.env.PORT}", which is not a port: give a number from 1 to 65535.`);
}
