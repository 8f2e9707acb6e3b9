import { parentPort } from "node:worker_threads";
import { processDelivery } from "#lib/ingest/process.ts";

// A thread of the worker: it is told the id of a delivery, works it in and says how that went.

parentPort?.on("message", async (id: string) => {
  parentPort?.postMessage(await processDelivery(id));
});
