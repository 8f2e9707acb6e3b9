import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { forSystem } from "#lib/db/access.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** Jobs that wait longer than this say that no worker runs. */
const acceptableLagSeconds = 120;
const timeoutMilliseconds = 3_000;

type Check = { status: "ok" | "failing"; [detail: string]: string | number };

/** What `/api/health/ready` answers. It names no address and no secret. */
export interface Readiness {
  status: "ready" | "not_ready";
  checks: { database: Check; auth: Check; migrations: Check; jobs: Check };
}

/** Asks the database, the auth server, the migrations and the job queue. */
export async function checkReadiness(): Promise<Readiness> {
  const [database, auth, migrations, jobs] = await Promise.all([
    check("database", checkDatabase),
    check("auth", checkAuth),
    check("migrations", checkMigrations),
    check("jobs", checkJobs),
  ]);
  const isReady = [database, auth, migrations, jobs].every((one) => one.status === "ok");
  return { status: isReady ? "ready" : "not_ready", checks: { database, auth, migrations, jobs } };
}

async function check(name: string, run: () => Promise<Check>): Promise<Check> {
  const timeout = new Promise<Check>((resolve) => {
    setTimeout(
      () => resolve({ status: "failing", reason: "no answer in time" }),
      timeoutMilliseconds,
    ).unref();
  });
  try {
    return await Promise.race([run(), timeout]);
  } catch (error) {
    log.warn({ check: name, err: error }, "a readiness check failed");
    return { status: "failing", reason: "unreachable" };
  }
}

async function checkDatabase(): Promise<Check> {
  await forSystem((tx) => tx.$queryRaw`select 1`);
  return { status: "ok" };
}

async function checkAuth(): Promise<Check> {
  const response = await fetch(`${env().SUPABASE_URL}/auth/v1/health`, {
    headers: { apikey: env().SUPABASE_PUBLISHABLE_KEY },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  return response.ok ? { status: "ok" } : { status: "failing", reason: `answered ${response.status}` };
}

async function checkMigrations(): Promise<Check> {
  const entries = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const applied = await forSystem(
    (tx) => tx.$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  );
  const names = new Set(applied.map((row) => row.name));
  const pending = wanted.filter((name) => !names.has(name)).length;
  return { status: pending === 0 ? "ok" : "failing", pending };
}

async function checkJobs(): Promise<Check> {
  const [queue] = await forSystem(
    (tx) => tx.$queryRaw<{ waiting: number; lagSeconds: number }[]>`
      select count(*)::int as waiting, coalesce(extract(epoch from now() - min(run_at)), 0)::int as "lagSeconds"
      from graphile_worker.jobs where run_at <= now() and locked_at is null and attempts < max_attempts`,
  );
  const { waiting = 0, lagSeconds = 0 } = queue ?? {};
  return { status: lagSeconds <= acceptableLagSeconds ? "ok" : "failing", waiting, lagSeconds };
}
