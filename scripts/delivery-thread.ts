import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { traceKeptDelivery } from "#lib/ingest/kept-deliveries.ts";
import { processDelivery } from "#lib/ingest/process.ts";
import type { ThreadTask } from "#lib/worker/delivery-thread.ts";

// A thread of the worker: it is told what to do with which delivery, does it and says how that went. People come first: it may wait.

setPriority(constants.priority.PRIORITY_LOW);

parentPort?.on("message", async ({ act, id }: ThreadTask) => {
  parentPort?.postMessage(act === "process" ? await processDelivery(id) : await traceKeptDelivery(id));
});
