import { createStackParser, type Event, type Exception, type StackFrame } from "@sentry/core";
import { nodeStackLineParser } from "@sentry/core/server";
import { scrub } from "#worker/core/text/scrub.ts";
import type { LogContext } from "./log-context.ts";
import type { LoggedError } from "./logged-errors.ts";

type Reported = LoggedError & { process: "web" | "worker"; ids: LogContext; at: Date; folder: string };

/** Causes of an error that are reported with it. */
const MOST_CAUSES = 3;

const parseStack = createStackParser(nodeStackLineParser());

/**
 * Makes the report of an error, without personal data: its type, where it arose, its scrubbed message, and ids by which its lines in the log
 * are found. No user, request or host name. Files are relative to `folder`, whose name may be a person's.
 */
export function makeErrorEvent({ error, doing, level, process, ids, at, folder }: Reported): Event {
  const { requestId, queue, jobId, crawlId } = ids;
  return {
    event_id: crypto.randomUUID().replaceAll("-", ""),
    timestamp: at.getTime() / 1000,
    platform: "node",
    level,
    logger: process,
    transaction: queue ?? process,
    // The cause comes before what it caused.
    exception: {
      values: causesOf(error)
        .map((one) => toException(one, folder))
        .reverse(),
    },
    tags: { process, queue, requestId, jobId, crawlId },
    extra: { doing: scrub(doing) },
  };
}

function causesOf(error: Error): Error[] {
  const causes = [error];
  for (let last: unknown = error.cause; last instanceof Error && causes.length <= MOST_CAUSES; last = last.cause)
    causes.push(last);
  return causes;
}

function toException(error: Error, folder: string): Exception {
  return { type: scrub(error.name), value: scrub(error.message), stacktrace: { frames: framesOf(error, folder) } };
}

/** Returns the frames of a stack. Its beginning repeats the message, which could look like frames. */
function framesOf({ stack = "", message }: Error, folder: string): StackFrame[] {
  const start = stack.indexOf(message);
  const below = start === -1 ? stack : stack.slice(start + message.length);
  return parseStack(below).map(({ function: name, filename = "", lineno, colno, in_app }) => ({
    function: name,
    filename: filename.replace(/^file:\/\//, "").replace(folder, "app://"),
    lineno,
    colno,
    in_app,
  }));
}
