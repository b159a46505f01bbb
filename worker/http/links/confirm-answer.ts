import { pause } from "#worker/async/pause.ts";
import type { Rest } from "#worker/async/slots.ts";
import { isWorking } from "#worker/core/checks/links/is-working.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { needsFile, type TargetUse } from "#worker/core/checks/links/target-use.ts";
import type { HttpClient } from "../client/http-client.ts";
import { type BodyNeeded, requestTarget } from "./request-target.ts";

type ConfirmOptions = {
  /** The part of the page to read: see `BodyNeeded`. */
  body: BodyNeeded;
  /** Pause between a failure and the request that confirms it. */
  pauseMs: number;
  /** True if the address was missing when the Crawl visited it: that was the first try. */
  wasMissing: boolean;
  /** The use that pages make of it, if they load it. */
  use?: TargetUse | undefined;
  /** Lets others go first during the pause after a clear 404. Their server is well, and may have thousands of them. */
  rest: Rest;
  signal: AbortSignal;
};

/** Share of the pause after a clear 404: that server is not overloaded, and a file that is being replaced is soon back. */
const PAUSE_WHEN_MISSING = 0.2;

/**
 * Requests an address and confirms failures:
 * 1. HEAD, unless the page must be read or was missing before. Only a success is believed, and only if its type fits name and use: many
 *    servers refuse HEAD or answer it wrongly.
 * 2. GET, after a pause if HEAD failed.
 * 3. A failure counts if it came twice in a row with a pause between; otherwise, after a pause, a last GET decides. A page that was missing
 *    when the Crawl visited it, and still is, needs no further request. The last GET is for the whole file where the server may refuse parts.
 * @throws the signal's reason when it aborts.
 */
export async function confirmAnswer(
  client: HttpClient,
  url: string,
  { body, pauseMs, wasMissing, use, rest, signal }: ConfirmOptions,
): Promise<LinkAnswer> {
  const attempt = (method: "GET" | "HEAD", needed = body, isWhole = false) =>
    requestTarget(client, url, { method, body: needed, use, isWhole, signal });
  const wait = async ({ rule }: LinkAnswer) => {
    if (rule === "links/not-found") await rest(() => pause(pauseMs * PAUSE_WHEN_MISSING, signal));
    else await pause(pauseMs, signal);
    signal.throwIfAborted();
  };
  const before = body === "none" && !wasMissing ? await attempt("HEAD") : null;
  if (before && isWorking(before) && !before.isDoubtful) return before;
  // A page that is named like a file may be the page that the server shows for everything missing.
  const needed = before?.isDoubtful && !needsFile(use?.needs) ? "titles" : body;
  if (before?.state === "broken") await wait(before);
  const first = await attempt("GET", needed);
  if (wasMissing && first.rule === "links/not-found") return first;
  // The answer to HEAD was of that type, too.
  if (first.rule === "links/wrong-type" && before?.isDoubtful) return first;
  const isRangeRefused = needed === "none" && mayRefuseRange(first);
  if (!isRangeRefused && (isSettled(first) || first.rule === before?.rule)) return first;
  if (!isRangeRefused || first.state === "broken") await wait(first);
  return attempt("GET", needed, isRangeRefused);
}

/** Refusals of a request for the beginning of a file alone; broken programs stumble over it. */
function mayRefuseRange({ status }: LinkAnswer): boolean {
  return status === 400 || status === 412 || status === 417 || (status !== null && status >= 500 && status !== 503);
}

/** Returns true if there is nothing to confirm: it works, or the result is unknown. Only a 429 may end differently a moment later. */
function isSettled({ state, status }: LinkAnswer): boolean {
  return state !== "broken" && status !== 429;
}
