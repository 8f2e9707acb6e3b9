import "server-only";
import { Logger, type RunnerOptions, run, runOnce } from "graphile-worker";
import { Pool } from "pg";
import { forIngest } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { queueLargeDeliveries } from "#lib/base/jobs/queue.ts";
import { log } from "#lib/base/log.ts";
import { processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { foldFigures } from "#lib/kpi/commands.ts";
import { queueDueSummaries } from "#lib/summary/mails.ts";
import { queueDueNotices } from "#lib/telegram/notify/queue.ts";
import { startPolling } from "#lib/telegram/updates/polling.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { runEach } from "#lib/worker/run-each.ts";
import { crontab, tasks } from "#lib/worker/tasks.ts";
import { createWorkerLock, unlockJobsOfDeadWorkers, type WorkerLock } from "#lib/worker/worker-lock.ts";

/**
 * The worker's connections take on `service_role` when they open; the queue's tables are granted to it alone. A machine that
 * vanishes without a word is noticed within a minute, so that its lock is free.
 */
const connectionOptions =
  "-c role=service_role -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

function workerPool(max: number): Pool {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max, options: connectionOptions });
  const noteLoss = (error: Error) => log.warn({ err: error }, "a database connection of the worker was lost");
  pool.on("error", noteLoss);
  // A connection that is in use tells its loss itself; unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", noteLoss));
  return pool;
}

const logger = new Logger(() => (level, message) => {
  const write = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  log[write]({ worker: true }, message);
});

function options(pgPool: Pool, lock: WorkerLock, settings?: GraphileConfig.WorkerOptions): RunnerOptions {
  const preset: GraphileConfig.Preset = { plugins: [holdLockBeforeFirstJob(lock)], worker: { ...settings } };
  return { pgPool, logger, preset };
}

function holdLockBeforeFirstJob(lock: WorkerLock): GraphileConfig.Plugin {
  return {
    name: "WorkerLockPlugin",
    version: "1.0.0",
    worker: { hooks: { startWorker: (_context, { worker }) => lock.hold(worker.workerPool.id) } },
  };
}

/**
 * Runs jobs until it is told to stop. Any number of workers may run; each job is taken by one.
 *
 * @param processLarge works in the large deliveries that wait, while the worker does its other jobs
 * @returns how to stop: running jobs are finished first
 */
export async function startWorker(
  processLarge: (signal: AbortSignal) => Promise<void>,
): Promise<{ stop: () => Promise<void>; finished: Promise<void> }> {
  const pool = workerPool(7);
  const lock = createWorkerLock(pool);
  const runner = await run({
    // Without these a worker that stops doesn't wait until the end of its last job is written down, and the job stays locked.
    ...options(pool, lock, { completeJobBatchDelay: 0, failJobBatchDelay: 0 }),
    taskList: {
      ...tasks,
      "process-large-deliveries": (_payload, { abortSignal }) => processLarge(abortSignal),
    },
    concurrency: 4,
    pollInterval: 1_000,
    crontab,
    noHandleSignals: true,
  });
  // Whatever a crash left half-way is taken up now, not at its next attempt.
  await unlockJobsOfDeadWorkers();
  await processWaitingDeliveries({ includeFresh: true });
  await forIngest(queueLargeDeliveries);
  const polling = startPolling(pool);
  const finished = runner.promise.finally(async () => {
    await polling.stop();
    lock.release();
    await pool.end();
  });
  return {
    stop: async () => {
      await Promise.all([runner.stop(), polling.stop()]);
    },
    finished,
  };
}

/**
 * Works off what is due, then returns: for platforms that run no worker but call a route by schedule.
 *
 * @throws when some of it failed, after all the rest
 */
export async function drainJobs(): Promise<{ deliveries: number }> {
  // One connection for the lock and one for the work: the end of a job is then written down before the next is looked for, which
  // may wait in the same queue.
  const pool = workerPool(2);
  const lock = createWorkerLock(pool);
  try {
    let deliveries = 0;
    // Sales first: nothing else may keep them waiting.
    await runEach([
      unlockJobsOfDeadWorkers,
      async () => {
        deliveries = await processWaitingDeliveries();
      },
      cleanUp,
      foldFigures,
      () => queueDueSummaries(),
      () => queueDueNotices(),
      () => runOnce({ ...options(pool, lock), taskList: tasks }),
    ]);
    return { deliveries };
  } finally {
    lock.release();
    await pool.end();
  }
}
