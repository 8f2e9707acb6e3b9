import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { forSystem } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";

// A job that runs carries the id of its worker. graphile-worker gives it back four hours after the worker died, and until then
// every later job of the same queue waits too. So each worker holds an advisory lock of its id for as long as it lives. Postgres
// frees the lock when the worker's connection ends: whoever can take the lock of an id knows that its worker is dead.

const pauseBeforeNewConnection = 500;

/** Shows that a worker lives. */
export interface WorkerLock {
  /** Takes the lock of the worker's id; to be awaited before its first job. */
  hold(workerId: string): Promise<void>;
  release(): void;
}

/** The lock of one worker, on a connection of its own. A connection that is lost is replaced. */
export function createWorkerLock(pool: Pool): WorkerLock {
  let client: PoolClient | undefined;
  let holding: Promise<void> | undefined;
  let isReleased = false;

  async function holdUntilReleased(workerId: string): Promise<void> {
    client = undefined;
    while (!isReleased && !client) {
      try {
        client = await takeLock(pool, workerId, () => void holdUntilReleased(workerId));
      } catch (error) {
        log.warn({ err: error }, "the worker could not take its lock (yet)");
        await sleep(pauseBeforeNewConnection);
      }
    }
    if (isReleased) release();
  }

  function release(): void {
    isReleased = true;
    client?.release(true);
    client = undefined;
  }

  return {
    hold: (workerId) => {
      holding ??= holdUntilReleased(workerId);
      return holding;
    },
    release,
  };
}

async function takeLock(pool: Pool, workerId: string, onLost: () => void): Promise<PoolClient> {
  const client = await pool.connect();
  let state: "taking" | "held" | "lost" = "taking";
  client.on("error", (error) => {
    if (state !== "held") return;
    state = "lost";
    client.release(error);
    onLost();
  });
  try {
    await client.query("select pg_advisory_lock(hashtextextended('worker:' || $1, 0))", [workerId]);
  } catch (error) {
    client.release(true);
    throw error;
  }
  state = "held";
  return client;
}

/** Gives the jobs of dead workers back to the queue. */
export async function unlockJobsOfDeadWorkers(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.force_unlock_workers(array_agg(worker_id)) from (
        select distinct locked_by as worker_id from graphile_worker.jobs where locked_by is not null
      ) as worker
      where pg_try_advisory_xact_lock(hashtextextended('worker:' || worker_id, 0))`,
  );
}
