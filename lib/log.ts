import pino from "pino";

/** The log: JSON lines on standard output; never a secret, never a whole payload. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["*.secret", "*.password", "*.token", "*.authorization", "headers"],
});
