import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "#worker/log.ts";
import { inLogContext, type LogContext } from "#worker/telemetry/log-context.ts";
import { openSpan } from "#worker/telemetry/tracing.ts";
import { requestSeconds, requestsUnderWay } from "#worker/telemetry/web-metrics.ts";
import { requestIdOf } from "./request-id.ts";
import { BUILD_FILES, type FindPattern } from "./route-pattern.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

type Dependencies = { findPattern: FindPattern; log: Log };

/**
 * Answers a request, and then writes its line into the log and measures it. The line has the pattern of the address, never the address:
 * that may be a secret or hold what a person typed. It has the ids that became known meanwhile, such as that of the team.
 */
export function observeRequest(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { findPattern, log }: Dependencies,
  answer: () => void,
): void {
  const startedAt = performance.now();
  const ids: LogContext = { requestId: requestIdOf(request.headers["x-request-id"]) };
  response.setHeader("X-Request-Id", ids.requestId ?? "");
  const given = request.method ?? "";
  const method = METHODS.has(given) ? given : "OTHER";
  const route = findPattern((request.url ?? "").split("?", 1)[0] ?? "");
  const span =
    route === BUILD_FILES ? null : openSpan(`${method} ${route}`, { "http.request.method": method, "http.route": route });
  ids.traceparent = span?.traceparent;
  requestsUnderWay.inc();
  response.once("close", () => {
    requestsUnderWay.dec();
    const ms = Math.round(performance.now() - startedAt);
    const { statusCode: status, writableFinished: isWhole } = response;
    span?.end({ "http.response.status_code": status }, status >= 500);
    requestSeconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
    log.info({ ...ids, method, route, status, ms, ...(isWhole ? {} : { brokenOff: true }) }, "request answered");
  });
  inLogContext(ids, answer);
}
