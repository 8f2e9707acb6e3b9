import { disconnect } from "#lib/db/client.ts";
import { requireEnvironment } from "#lib/health/environment.ts";
import { processLargeDeliveriesInThread } from "#lib/jobs/delivery-thread.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { log } from "#lib/log.ts";

requireEnvironment();
const deliveryThread = new URL("./delivery-thread.ts", import.meta.url);
const worker = await startWorker((signal) => processLargeDeliveriesInThread(deliveryThread, signal));
log.info("the worker runs");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    worker.stop().catch((error: unknown) => log.error({ err: error }, "the worker did not stop cleanly"));
  });
}
try {
  await worker.finished;
} finally {
  // Idle connections would keep the process for another half minute.
  await disconnect();
}
