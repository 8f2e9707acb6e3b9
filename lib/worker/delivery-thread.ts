import "server-only";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { log } from "#lib/base/log.ts";
import { findUntracedLarge } from "#lib/ingest/kept-deliveries.ts";
import { type Attempt, failTooLarge } from "#lib/ingest/process.ts";
import { processLargeDeliveries } from "#lib/ingest/waiting.ts";

/** Whatever takes longer takes too much of everybody's time. Milliseconds. */
const longestDelivery = 60_000;

/** What the thread may fill before it ends, and nothing else with it. Megabytes. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** After so many deliveries a new thread begins: what the old one has gathered is given back. */
const deliveriesOfThread = 10;

/** What a thread is told: to work a delivery in, or only to look through it for whom it names. */
export interface ThreadTask {
  act: "process" | "trace";
  id: string;
}

/**
 * Works in the large deliveries that wait, in a thread of their own, and looks through those that are only kept: reading one takes up to
 * seconds, in which the process would do nothing else.
 *
 * @param file what runs in the thread: scripts/delivery-thread.ts
 */
export async function processLargeDeliveriesInThread(file: URL, signal: AbortSignal): Promise<void> {
  const thread = new DeliveryThread(file);
  try {
    await processLargeDeliveries((id) => thread.process(id), signal);
    for (const id of await findUntracedLarge()) await thread.ask({ act: "trace", id });
  } finally {
    await thread.end();
  }
}

class DeliveryThread {
  readonly #file: URL;
  #worker: Worker | undefined;
  #left = 0;

  constructor(file: URL) {
    this.#file = file;
  }

  async process(id: string): Promise<Attempt> {
    const answer = await this.ask({ act: "process", id });
    if (answer === "done" || answer === "busy" || answer === "continued") return answer;
    // A thread that ended in the middle of a delivery leaves nothing of it.
    await failTooLarge(id, answer);
    return "done";
  }

  /** What the thread answers, or why it never will; then the next delivery gets another thread. */
  async ask(task: ThreadTask): Promise<unknown> {
    if (this.#left === 0) await this.end();
    this.#worker ??= this.#start();
    this.#left -= 1;
    const answer = await answerOf(this.#worker, task);
    if (typeof answer !== "string" || answer === "ended") await this.end();
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    this.#left = deliveriesOfThread;
    const worker = new Worker(this.#file, {
      execArgv: ["--conditions=react-server"],
      resourceLimits: memory,
    });
    // Whoever waits for an answer hears why there is none; without anybody, a thread's error would end the process.
    worker.on("error", (error) => log.error({ err: error }, "the thread for large deliveries failed"));
    return worker;
  }
}

async function answerOf(worker: Worker, task: ThreadTask): Promise<unknown> {
  const tooLate = AbortSignal.timeout(longestDelivery);
  const ended = new AbortController();
  const signal = AbortSignal.any([tooLate, ended.signal]);
  try {
    const answer = once(worker, "message", { signal }).then(([message]) => message as unknown);
    const end = once(worker, "exit", { signal }).then(() => "ended");
    worker.postMessage(task);
    return await Promise.race([answer, end]);
  } catch (error) {
    return error;
  } finally {
    ended.abort();
  }
}
