import { isAPIError } from "better-auth/api";
import { log } from "#worker/log.ts";

/** Logs what broke in an endpoint of the accounts. A request that was refused is no fault and is told to its sender. */
export function logFault(error: unknown): void {
  if (isAPIError(error) && error.statusCode < 500) return;
  log.error({ err: error }, "accounts: a request failed");
}
