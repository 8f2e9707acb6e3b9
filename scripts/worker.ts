import { disconnect } from "#lib/base/db/client.ts";
import { log } from "#lib/base/log.ts";
import { requireEnvironment } from "#lib/health/environment.ts";
import { processLargeDeliveriesInThread } from "#lib/worker/delivery-thread.ts";
import { startWorker } from "#lib/worker/worker.ts";

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
