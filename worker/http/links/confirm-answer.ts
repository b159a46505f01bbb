import { pause } from "#worker/async/pause.ts";
import { isWorking } from "#worker/core/checks/links/is-working.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { HttpClient } from "../client/http-client.ts";
import { askTarget, type BodyNeeded } from "./ask-target.ts";

type ConfirmOptions = {
  /** What is to be read of the page: links to places on it, or whether it is an error page. */
  body: BodyNeeded;
  /** Between a failure and the try that confirms it. */
  pauseMs: number;
  /** True if it said earlier in the Crawl that there is no such page: that was the first try. */
  wasMissing: boolean;
  signal: AbortSignal;
};

/** A server that says clearly that there is no such page is not out of breath: only a file that is being replaced would be back, and soon. */
const PAUSE_WHEN_MISSING = 0.2;

/**
 * What an address answers, failures confirmed:
 * 1. HEAD, unless the page is to be read or was missing before. It is believed only when it says that all is well: many servers refuse it or
 *    answer it wrongly.
 * 2. GET; after a failure that HEAD met too, only when a pause is over.
 * 3. A failure counts when it was met twice in a row with a pause between; else, after a pause, a last GET decides. A page that was missing
 *    when the Crawl visited it and still is needs no more.
 * @throws the signal's reason when it aborts.
 */
export async function confirmAnswer(
  client: HttpClient,
  url: string,
  { body, pauseMs, wasMissing, signal }: ConfirmOptions,
): Promise<LinkAnswer> {
  const ask = (method: "GET" | "HEAD") => askTarget(client, url, { method, body, signal });
  const wait = async ({ rule }: LinkAnswer) => {
    await pause(rule === "links/not-found" ? pauseMs * PAUSE_WHEN_MISSING : pauseMs, signal);
    signal.throwIfAborted();
  };
  const before = body === "none" && !wasMissing ? await ask("HEAD") : null;
  if (before && isWorking(before)) return before;
  if (before?.state === "broken") await wait(before);
  const first = await ask("GET");
  if (wasMissing && first.rule === "links/not-found") return first;
  if (isSettled(first) || first.rule === before?.rule) return first;
  await wait(first);
  return ask("GET");
}

/** Nothing to confirm: it works, or no one can tell. Only who asks too often may be told more a moment later. */
function isSettled({ state, status }: LinkAnswer): boolean {
  return state !== "broken" && status !== 429;
}
