import { isAPIError } from "better-auth/api";
import { log } from "#worker/log.ts";

/** Logs an error in an account endpoint, except refused requests, which are reported to their sender. */
export function logFault(error: unknown): void {
  if (isAPIError(error) && error.statusCode < 500) return;
  log.error({ err: error }, "accounts: a request failed");
}
