import { Gauge, Histogram } from "prom-client";
import { registry } from "./registry.ts";

/** Times of requests by route pattern, never by address, so that the number of series is bounded. */
export const requestSeconds = new Histogram({
  name: "flawless_http_request_duration_seconds",
  help: "Time from a request to the end of its answer, by route.",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

export const requestsUnderWay = new Gauge({
  name: "flawless_http_requests_under_way",
  help: "Requests that are being answered now.",
  registers: [registry],
});
