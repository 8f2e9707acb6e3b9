import pino from "pino";
import { currentRequestId } from "#lib/base/request-context.ts";

const wanted = process.env.LOG_LEVEL ?? "";

/** The log: JSON lines on standard output with the request's id; never a secret, never a whole payload. */
export const log = pino({
  // A level that does not exist is the environment's check to tell (`lib/base/env.ts`), which may come later.
  level: wanted === "silent" || wanted in pino.levels.values ? wanted : "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = currentRequestId();
    return requestId ? { requestId } : {};
  },
});
