import {
  createEventEnvelope,
  createTransport,
  type DsnComponents,
  getEnvelopeEndpointWithUrlEncodedAuth,
  makeDsn,
  type Transport,
} from "@sentry/core";
import { log } from "#worker/log.ts";
import { makeErrorEvent } from "./error-event.ts";
import { currentLogContext } from "./log-context.ts";
import { type LoggedError, listenToLoggedErrors } from "./logged-errors.ts";

/** Time for one report, and for those under way when the process stops. */
const PATIENCE_MS = 5_000;
/** The same error is reported once in this time: the first says all. */
const QUIET_MS = 60_000;
const MOST_IN_QUIET_TIME = 50;

type Flush = () => Promise<void>;

/**
 * Reports each logged error of this process to a Sentry-compatible server from now on, and an uncaught one before it ends the process. Returns
 * a function that waits for reports under way. Without a DSN it does nothing.
 */
export function reportErrors(dsn: string | undefined, process: "web" | "worker"): Flush {
  const server = dsn ? makeDsn(dsn) : undefined;
  if (!server) return () => Promise.resolve();
  const transport = openTransport(server);
  const isNew = createQuiet();
  listenToLoggedErrors((logged) => {
    if (!isNew(logged)) return;
    const event = makeErrorEvent({
      ...logged,
      process,
      ids: currentLogContext(),
      at: new Date(),
      folder: globalThis.process.cwd(),
    });
    // PromiseLike: it has no catch.
    transport.send(createEventEnvelope(event, server)).then(undefined, (error: unknown) => {
      log.warn({ reason: error instanceof Error ? error.name : typeof error }, "an error could not be reported");
    });
  });
  const flush = async () => void (await transport.flush(PATIENCE_MS));
  globalThis.process.once("uncaughtException", (error: Error) => {
    log.fatal({ err: error }, "an error was not caught: the process ends");
    void flush().finally(() => globalThis.process.exit(1));
  });
  return flush;
}

function openTransport(server: DsnComponents): Transport {
  const url = getEnvelopeEndpointWithUrlEncodedAuth(server);
  return createTransport({ recordDroppedEvent: () => undefined }, async ({ body }) => {
    const answer = await fetch(url, {
      method: "POST",
      body: typeof body === "string" ? body : Buffer.from(body),
      headers: { "content-type": "application/x-sentry-envelope" },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: "error",
    });
    await answer.body?.cancel();
    return {
      statusCode: answer.status,
      headers: {
        "x-sentry-rate-limits": answer.headers.get("x-sentry-rate-limits"),
        "retry-after": answer.headers.get("retry-after"),
      },
    };
  });
}

/** Creates a filter that lets the same error pass once in a while, and not too many in all. */
function createQuiet(): (logged: LoggedError) => boolean {
  let since = 0;
  const seen = new Set<string>();
  return ({ error, doing }) => {
    if (Date.now() - since > QUIET_MS) {
      since = Date.now();
      seen.clear();
    }
    const key = `${doing} ${error.name} ${error.stack?.split("\n")[1] ?? ""}`;
    if (seen.has(key) || seen.size >= MOST_IN_QUIET_TIME) return false;
    seen.add(key);
    return true;
  };
}
