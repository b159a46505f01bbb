import { pino } from "pino";

/** Writes the structured log, one JSON object a line. Never log e-mail addresses, page text, tokens or query strings. */
export const log = pino({ level: process.env.LOG_LEVEL || "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });
export type Log = typeof log;
