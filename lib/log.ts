import pino from "pino";
import { currentRequestId } from "#lib/request-context.ts";

/** The log: JSON lines on standard output with the request's id; never a secret, never a whole payload. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = currentRequestId();
    return requestId ? { requestId } : {};
  },
});
