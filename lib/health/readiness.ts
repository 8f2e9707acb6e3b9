import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { log } from "#lib/base/log.ts";

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

/** How often the queue is looked at, and after which pause, before it is said that nobody works in it. Milliseconds. */
const looks = 3;
const pauseBetweenLooks = 200;

/**
 * Jobs of one queue run one after another, so that those of a busy chat wait although all is well: what waits behind a job that a living
 * worker has in hand does not count. Between two jobs of a queue none is in hand, hence several looks.
 */
async function checkJobs(): Promise<Check> {
  let jobs = await lookAtJobs();
  for (let look = 1; look < looks && jobs.lagSeconds > acceptableLagSeconds; look++) {
    await sleep(pauseBetweenLooks);
    jobs = await lookAtJobs();
  }
  return { status: jobs.lagSeconds <= acceptableLagSeconds ? "ok" : "failing", ...jobs };
}

async function lookAtJobs(): Promise<{ waiting: number; lagSeconds: number }> {
  const [jobs] = await forSystem(
    (tx) => tx.$queryRaw<{ waiting: number; lagSeconds: number }[]>`
      with living as (
        select distinct job.queue_name from graphile_worker.jobs job
        where job.queue_name is not null and job.locked_at is not null and exists (
          select from pg_locks lock
          where lock.locktype = 'advisory' and lock.granted
            and (lock.classid::bigint << 32) | lock.objid::bigint = hashtextextended('worker:' || job.locked_by, 0)
        )
      )
      select count(*)::int as waiting,
        coalesce(extract(epoch from now() - min(job.run_at) filter (where living.queue_name is null)), 0)::int as "lagSeconds"
      from graphile_worker.jobs job left join living on living.queue_name = job.queue_name
      where job.run_at <= now() and job.locked_at is null and job.attempts < job.max_attempts`,
  );
  return jobs ?? { waiting: 0, lagSeconds: 0 };
}
