import { isMainThread } from "node:worker_threads";

// Loaded into the app and the worker (`node --import`): when the launcher is killed and can't stop them, they stop.

const parent = process.ppid;
const checkEvery = 500;
const graceful = 10_000;

if (isMainThread) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    setTimeout(() => process.exit(1), graceful).unref();
    process.kill(process.pid, "SIGTERM");
  }, checkEvery);
  timer.unref();
}
