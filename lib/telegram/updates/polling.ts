import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import type { Pool, PoolClient } from "pg";
import { log } from "#lib/base/log.ts";
import { isReachable, isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { loggedFailure } from "#lib/telegram/failure.ts";
import { handleUpdate } from "#lib/telegram/updates/handle.ts";
import { allowedUpdates } from "#lib/telegram/updates/schema.ts";

// Where Telegram can't reach Astra, as on a laptop, a worker asks for what happens in the bot's chats. Telegram gives each update until a
// later one is asked for, and only one may ask at a time: of several workers it is the one that holds an advisory lock.

/** How long Telegram keeps a question open while nothing happens; below the time-out of the client. Seconds. */
const openFor = 10;
/** Whether the lock is free is looked at so often. */
const lookAgain = 5_000;
/** After an error: somebody else asks, or Telegram is away. */
const pauseAfterError = 3_000;
const longestPause = 60_000;
/** An update that can't be handled so often is left, so that those behind it are not. */
const mostTries = 3;

/** Asks Telegram until it is stopped. */
export interface Polling {
  stop(): Promise<void>;
}

/** Starts to ask, if there is a bot and Telegram can't post to Astra by itself. */
export function startPolling(pool: Pool): Polling {
  const stopping = new AbortController();
  const isWanted = isTelegramOn() && !isReachable();
  const done = isWanted ? pollAlone(pool, stopping.signal) : Promise.resolve();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

/** Polls for as long as it holds the lock, and waits for it otherwise. */
async function pollAlone(pool: Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const lock = await takeLock(pool);
    if (lock) await poll(AbortSignal.any([signal, lock.lost])).finally(() => lock.release());
    if (!signal.aborted) await rest(lookAgain, signal);
  }
}

interface Lock {
  /** Aborted when the connection that holds it is gone. */
  lost: AbortSignal;
  release(): void;
}

async function takeLock(pool: Pool): Promise<Lock | null> {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    const holder = client;
    const { rows } = await holder.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('telegram polling', 0)) as held",
    );
    if (!rows[0]?.held) {
      holder.release();
      return null;
    }
    const losing = new AbortController();
    holder.on("error", () => losing.abort());
    // The lock ends with the connection, which nobody is to have after it.
    return { lost: losing.signal, release: () => holder.release(true) };
  } catch (error) {
    client?.release(true);
    log.warn({ err: error }, "nobody could be chosen to ask Telegram (yet)");
    return null;
  }
}

/**
 * Asks until the signal comes: each update after the one before it. Nothing is given to who asks while it is posted somewhere, as by the server
 * that had the bot before, so that is ended first; whoever has it posted again later has taken the bot away, until it is set up here.
 */
async function poll(signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  let isTakenOver = false;
  while (!signal.aborted) {
    try {
      if (!isTakenOver) await telegram().deleteWebhook();
      isTakenOver = true;
      const updates = await telegram().getUpdates(
        { offset, timeout: openFor, allowed_updates: [...allowedUpdates] },
        signal as Parameters<ReturnType<typeof telegram>["getUpdates"]>[1],
      );
      for (const update of updates) {
        if (signal.aborted) return;
        await hear(update, failures + 1);
        offset = update.update_id + 1;
        failures = 0;
      }
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      logFailure(error, failures);
      await rest(pauseAfter(error, failures), signal);
    }
  }
}

/** Handles an update, or leaves it after some tries. */
async function hear(update: { update_id: number }, tries: number): Promise<void> {
  try {
    if ((await handleUpdate(update)) === "busy")
      throw new Error("The update is being handled by somebody else.");
  } catch (error) {
    if (tries < mostTries) throw error;
    log.error(
      { ...loggedFailure(error), update: update.update_id },
      "an update of Telegram's was left, since it can't be handled",
    );
  }
}

/** Telegram answers 409 where another one asks with the same bot, or its updates are posted somewhere: that is for people to mend. */
function logFailure(error: unknown, failures: number): void {
  const isConflict = error instanceof GrammyError && error.error_code === 409;
  if (isConflict) log.warn({ reason: error.description }, "another one hears this bot");
  else if (failures === 1)
    log.warn(loggedFailure(error), "what happens in Telegram could not be heard (yet)");
}

function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  if (asked) return asked * 1_000;
  return Math.min(longestPause, pauseAfterError * 2 ** Math.min(failures - 1, 5));
}

/** Waits; less when the signal comes, which is the only thing that ends a pause early. */
async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
