import { chmod, mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Where the embedded stack keeps everything it owns. */
export interface StackPaths {
  dataDir: string;
  database: string;
  unfinishedDatabase: string;
  databaseLog: string;
  keys: string;
  ports: string;
  lock: string;
  stackEnv: string;
  mails: string;
  keptMails: string;
  files: string;
  demoLogins: string;
}

export function defaultDataDir(): string {
  return resolve(process.env.ASTRA_DATA_DIR || ".astra");
}

export function stackPaths(dataDir: string): StackPaths {
  return {
    dataDir,
    database: join(dataDir, "postgres"),
    unfinishedDatabase: join(dataDir, "postgres.unfinished"),
    databaseLog: join(dataDir, "postgres.log"),
    keys: join(dataDir, "keys.json"),
    ports: join(dataDir, "ports.json"),
    lock: join(dataDir, "launcher.lock"),
    stackEnv: join(dataDir, "stack.env"),
    mails: join(dataDir, "mails.jsonl"),
    keptMails: join(dataDir, "mails"),
    files: join(dataDir, "files"),
    demoLogins: join(dataDir, "demo-logins.json"),
  };
}

/**
 * Makes the data directory and answers its real path. Started as root, PostgreSQL's own user must be able to pass
 * through it.
 */
export async function makeDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  return realpath(dataDir);
}
