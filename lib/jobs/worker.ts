import "server-only";
import { Logger, type RunnerOptions, run, runOnce } from "graphile-worker";
import { Pool } from "pg";
import { env } from "#lib/env.ts";
import { processWaitingDeliveries } from "#lib/ingest/process.ts";
import { crontab, tasks } from "#lib/jobs/tasks.ts";
import { log } from "#lib/log.ts";

/** The worker's connections take on `service_role` when they open; the queue's tables are granted to it alone. */
function workerPool(): Pool {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 5, options: "-c role=service_role" });
  pool.on("error", (error) => log.error({ err: error }, "a database connection of the worker was lost"));
  return pool;
}

const logger = new Logger(() => (level, message) => {
  const write = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  log[write]({ worker: true }, message);
});

function options(pgPool: Pool): RunnerOptions {
  return { pgPool, taskList: tasks, logger };
}

/**
 * Runs jobs until it is told to stop. Any number of workers may run; each job is taken by one.
 *
 * @returns how to stop: running jobs are finished first
 */
export async function startWorker(): Promise<{ stop: () => Promise<void>; finished: Promise<void> }> {
  const pool = workerPool();
  const runner = await run({
    ...options(pool),
    concurrency: 4,
    pollInterval: 1_000,
    crontab,
    noHandleSignals: true,
  });
  // Whatever a crash left half-way is worked in now, not at its next attempt.
  await processWaitingDeliveries({ includeFresh: true });
  const finished = runner.promise.finally(() => pool.end());
  return { stop: () => runner.stop(), finished };
}

/** Works off what is due, then returns: for platforms that run no worker but call a route by schedule. */
export async function drainJobs(): Promise<{ deliveries: number }> {
  const pool = workerPool();
  try {
    const deliveries = await processWaitingDeliveries();
    await runOnce(options(pool));
    return { deliveries };
  } finally {
    await pool.end();
  }
}
