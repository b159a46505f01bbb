import { type Attributes, type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { scrub } from "#worker/core/text/scrub.ts";
import { log } from "#worker/log.ts";
import { inTime } from "./in-time.ts";
import { currentLogContext, inLogContext } from "./log-context.ts";

const STOP_PATIENCE_MS = 2_000;

/** Null: tracing is off. Not registered with OpenTelemetry, because Next would add spans that name whole addresses. */
let tracer: Tracer | null = null;

/** A span that a caller ends itself, and its address for the work that it causes (W3C Trace Context). */
export type OpenSpan = { traceparent: string; end(attributes: Attributes, isFault: boolean): void };

/**
 * Sends the spans of this process to an OpenTelemetry collector from now on. Returns a function that sends those that are left. Without an
 * endpoint it does nothing.
 */
export function startTracing(endpoint: string | undefined, process: "web" | "worker"): () => Promise<void> {
  if (!endpoint) return () => Promise.resolve();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": `flawless-${process}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  tracer = provider.getTracer("flawless");
  // A collector that does not answer must not keep a process that stops.
  return () =>
    inTime(provider.shutdown(), STOP_PATIENCE_MS).catch((error: unknown) =>
      log.warn({ reason: error instanceof Error ? error.name : typeof error }, "the last spans could not be sent"),
    );
}

/** Begins the first span of a trace, for a request from outside. Null while tracing is off. */
export function openSpan(name: string, attributes: Attributes): OpenSpan | null {
  if (!tracer) return null;
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
  return {
    traceparent: format(span.spanContext()),
    end: (more, isFault) => {
      span.setAttributes(more);
      if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

type SpanOptions = { parent?: string | null; attributes?: Attributes };

/** Does work in a span: below `parent`, which another process may have stored, or else below the span around it. */
export async function inSpan<T>(name: string, { parent, attributes = {} }: SpanOptions, work: () => Promise<T>): Promise<T> {
  if (!tracer) return work();
  const span = tracer.startSpan(name, { attributes }, below(parent ?? currentLogContext().traceparent));
  try {
    return await inLogContext({ traceparent: format(span.spanContext()) }, work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? scrub(error.message) : "" });
    throw error;
  } finally {
    span.end();
  }
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function below(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true });
}

function format({ traceId, spanId, traceFlags }: { traceId: string; spanId: string; traceFlags: number }): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}
