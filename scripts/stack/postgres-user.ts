import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The user PostgreSQL runs as; empty means "as whoever started Astra". */
export interface PostgresUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: started by root, it runs as the system user `postgres`, made if missing. */
export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return {};
  const user = findPostgresUser();
  if (user) return user;
  execFileSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "postgres",
  ]);
  const made = findPostgresUser();
  if (!made) throw new Error("Astra runs as root and could not make the user postgres for its database.");
  return made;
}

function findPostgresUser(): PostgresUser | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}
