/**
 * What the app's JavaScript may fill before the app ends; it needs about half. Without a limit Node lets garbage lie for as long as the machine
 * has memory, and a process takes what others need. Megabytes.
 */
const heapOfApp = 256;
/** The same of the worker, whose thread for large deliveries has a limit of its own (lib/worker/delivery-thread.ts). */
const heapOfWorker = 192;

export const appArguments = [`--max-old-space-size=${heapOfApp}`];
export const workerArguments = [`--max-old-space-size=${heapOfWorker}`];

/**
 * How the C library of Linux gives memory back: of bodies of several megabytes it would keep a pool for each thread, and what it gave back once
 * by itself it would not the next time. Other systems ignore these.
 */
export const returnsMemory = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
};
