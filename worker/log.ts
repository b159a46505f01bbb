import { pino } from "pino";
import { currentLogContext } from "./telemetry/log-context.ts";
import { noteLogLine } from "./telemetry/logged-errors.ts";

/**
 * Writes the structured log, one JSON object a line, with the ids of what the process is doing. Never log e-mail addresses, page text,
 * tokens or query strings.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => ({ ...currentLogContext() }),
  hooks: {
    logMethod(line, method, level) {
      noteLogLine(line, level);
      method.apply(this, line);
    },
  },
});
export type Log = typeof log;
