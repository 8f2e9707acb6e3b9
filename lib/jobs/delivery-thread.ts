import "server-only";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { failTooLarge } from "#lib/ingest/process.ts";
import { processLargeDeliveries } from "#lib/ingest/waiting.ts";
import { log } from "#lib/log.ts";

/** Whatever takes longer takes too much of everybody's time. Milliseconds. */
const longestDelivery = 60_000;

/** What the thread may fill before it ends, and nothing else with it. Megabytes. */
const memory = 400;

/**
 * Works in the large deliveries that wait, in a thread of their own: reading one takes up to seconds, in which the process would do
 * nothing else.
 *
 * @param file what runs in the thread: scripts/delivery-thread.ts
 */
export async function processLargeDeliveriesInThread(file: URL, signal: AbortSignal): Promise<void> {
  let thread: Worker | undefined;
  try {
    await processLargeDeliveries(async (id) => {
      thread ??= startThread(file);
      const result = await answerOf(thread, id);
      if (result === "done" || result === "busy") return result;
      // A thread that ended in the middle of a delivery leaves nothing of it; the next delivery gets another.
      await thread.terminate();
      thread = undefined;
      await failTooLarge(id, result);
      return "done";
    }, signal);
  } finally {
    await thread?.terminate();
  }
}

function startThread(file: URL): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  const thread = new Worker(file, { execArgv: ["--conditions=react-server"], resourceLimits });
  // Whoever waits for an answer hears why there is none; without anybody, a thread's error would end the process.
  thread.on("error", (error) => log.error({ err: error }, "the thread for large deliveries failed"));
  return thread;
}

/** What the thread says of a delivery, or why it never will. */
async function answerOf(thread: Worker, id: string): Promise<unknown> {
  const tooLate = AbortSignal.timeout(longestDelivery);
  const ended = new AbortController();
  const signal = AbortSignal.any([tooLate, ended.signal]);
  try {
    const answer = once(thread, "message", { signal }).then(([message]) => message as unknown);
    const end = once(thread, "exit", { signal }).then(() => "exit");
    thread.postMessage(id);
    return await Promise.race([answer, end]);
  } catch (error) {
    return error;
  } finally {
    ended.abort();
  }
}
