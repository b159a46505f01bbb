import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "#prisma/client.ts";
import { findServiceFacts } from "#prisma/queries/status/find-service-facts.ts";
import { findWorkState } from "#prisma/queries/status/find-work-state.ts";
import { judgeReadiness, type Readiness, type ReadinessFacts } from "#worker/core/readiness.ts";
import type { Log } from "#worker/log.ts";
import { inTime } from "./in-time.ts";
import { isBearer } from "./is-bearer.ts";
import { keepFor } from "./keep-for.ts";
import { serviceRegistry } from "./registry.ts";
import { recordServiceFacts } from "./service-metrics.ts";

const PATIENCE_MS = 3_000;
const READINESS_KEPT_MS = 1_000;
const FACTS_KEPT_MS = 30_000;

type Dependencies = {
  db: Database;
  process: ReadinessFacts["process"];
  phase(): ReadinessFacts["phase"];
  /** Secret that opens /metrics. Absent: they are closed. */
  metricsToken: string | undefined;
  /** Returns what the process measured itself, or all processes that serve this address. */
  readMetrics(): Promise<string>;
  log: Log;
};

/** Answers a request for /healthz, /readyz or /metrics and returns true; returns false for all other addresses. */
export type AnswerOperations = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Creates the addresses by which a process is watched. `/healthz`: the process answers. `/readyz`: it can do its work, else 503 with the
 * reasons. `/metrics`: for Prometheus, with the token. Open ones hold nothing about accounts, and their queries run once a second at most.
 */
export function createOperations({ db, process, phase, metricsToken, readMetrics, log }: Dependencies): AnswerOperations {
  const readiness = keepFor(READINESS_KEPT_MS, async (): Promise<Readiness> => {
    try {
      const state = await inTime(findWorkState(db, new Date()), PATIENCE_MS);
      return judgeReadiness({ process, phase: phase(), database: true, ...state });
    } catch (error) {
      log.error({ err: error }, "the database does not answer");
      return judgeReadiness({ process, phase: phase(), database: false, queue: false, oldestCrawlMs: null, lastCrawlMs: null });
    }
  });
  const refreshFacts = keepFor(FACTS_KEPT_MS, async () => recordServiceFacts(await findServiceFacts(db, new Date())));

  async function answerReadiness(response: ServerResponse): Promise<void> {
    const { ready, ...details } = await readiness();
    send(response, ready ? 200 : 503, { status: ready ? "ready" : "not ready", ...details });
  }

  async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (metricsToken === undefined) return send(response, 404, { error: "Set METRICS_TOKEN to read metrics." });
    if (!isBearer(request.headers.authorization, metricsToken)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      return send(response, 401, { error: "Send METRICS_TOKEN as bearer token." });
    }
    // What the process itself measured is worth more than an error while the database is down.
    await inTime(refreshFacts(), PATIENCE_MS).catch((error: unknown) =>
      log.error({ err: error }, "the figures of the service could not be read: the metrics have old ones"),
    );
    const text = `${await readMetrics()}\n${await serviceRegistry.metrics()}`;
    response.writeHead(200, { "content-type": serviceRegistry.contentType, "cache-control": "no-store" }).end(text);
  }

  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>([
    ["/healthz", async (_, response) => send(response, 200, { status: "ok" })],
    ["/readyz", (_, response) => answerReadiness(response)],
    ["/metrics", answerMetrics],
  ]);
  return (request, response) => {
    const answer = answers.get((request.url ?? "").split("?", 1)[0] ?? "");
    if (!answer) return false;
    if (request.method !== "GET" && request.method !== "HEAD") {
      send(response.setHeader("Allow", "GET, HEAD"), 405, { error: "Use GET." });
      return true;
    }
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, "a request for the state of the process could not be answered");
      if (!response.headersSent) send(response, 500, { error: "See the log." });
    });
    return true;
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  const headers = { "content-type": "application/json", "cache-control": "no-store", "x-content-type-options": "nosniff" };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}
