import { type Dispatcher, request } from "undici";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { refererFor } from "./browser-headers.ts";
import { describeFailure } from "./describe-failure.ts";
import { discardBody } from "./discard-body.ts";
import { errorCode } from "./error-code.ts";
import { firstValue } from "./first-value.ts";
import type { HttpClient } from "./http-client.ts";
import { limitTime } from "./limit-time.ts";
import { redirectTarget } from "./redirect-target.ts";
import { retryAfterMs } from "./retry-after.ts";

export type Hop = { status: number; url: string };
/** `url`: the address at which redirects ended, with their fragment or else that of the first address. */
export type Answer = { url: string; hops: Hop[]; response: Dispatcher.ResponseData };
export type FollowOptions = {
  method?: "GET" | "HEAD";
  headers: Record<string, string>;
  /** Headers of the first request only: its validators do not apply to the addresses that redirects lead to. */
  conditions?: Record<string, string>;
  /** The page that causes the request, for the Referer header of each hop. */
  referrer?: string | undefined;
  signal: AbortSignal;
  /** Limit for all requests and bodies together, without the wait for a host's turn; defaults to the client's `timeoutMs`. */
  timeoutMs?: number;
  maxRedirects?: number;
};
/** `cause`: the code of the network's error; null for a failure without one. */
export type Followed<T> =
  | { kind: "answered"; value: T }
  /** `url`: the address that failed, which may be the target of a redirect. */
  | { kind: "failed"; url: string; failure: PageFailure; cause: string | null };

/**
 * Codes of a kept-alive connection that the server closed just as it was reused, or on which it sent a body after an answer to HEAD. That says
 * nothing about the address, so GET and HEAD are sent once more over a new connection (RFC 9112, 9.3.1; RFC 9113, 6.8 and 8.7).
 */
const STALE_CONNECTION = new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "UND_ERR_SOCKET",
  "ERR_HTTP2_STREAM_ERROR",
  "ERR_HTTP2_GOAWAY_SESSION",
  "HPE_INVALID_CONSTANT",
]);
/** A Refresh header by which a page loads itself again at once. */
const RELOADS = /^[0-5]\s*;?$/;
/** Moves that no cookie undoes. */
const PERMANENT = new Set([301, 308]);
/** The limit of browsers: a chain that they follow is not broken. */
const MAX_REDIRECTS = 20;

/**
 * Requests a URL and follows its redirects, each hop in its host's turn. `read` receives the last answer, and reads or discards its body
 * within that turn. A chain that ends at an entrance is followed once more with the cookies set there: see `Entrances`. A loop, too many hops, a redirect to something that is no web address, and errors of the network (in `read` too) are
 * returned as failures. @throws the signal's reason when it aborts, and errors that are not the network's.
 */
export async function followRedirects<T>(
  client: HttpClient,
  url: string,
  {
    method = "GET",
    headers,
    conditions = {},
    referrer,
    signal,
    timeoutMs = client.timeoutMs,
    maxRedirects = MAX_REDIRECTS,
  }: FollowOptions,
  read: (answer: Answer) => Promise<T>,
): Promise<Followed<T>> {
  let hops: Hop[] = [];
  const cookies = client.entrances.cookiesFor(url);
  let isSecondTry = false;
  const seen = new Set<string>();
  let leftMs = timeoutMs;
  let current = url;
  /** Returns true if the answer set a cookie that may lead further. */
  const isEntranceAnswer = (response: Dispatcher.ResponseData): boolean => {
    if (isSecondTry || hops.some(({ status }) => PERMANENT.has(status))) return false;
    const isReload = hops.length === 0 && RELOADS.test(firstValue(response.headers.refresh)?.trim() ?? "");
    if (!isReload && (hops.length === 0 || !client.entrances.mayEnter(url, current))) return false;
    const before = cookies.state();
    cookies.keep(current, response.headers["set-cookie"]);
    return cookies.state() !== before;
  };
  const requestHop = async (): Promise<{ value: T } | { location: string }> => {
    const startedAt = performance.now();
    const delayBefore = client.eventLoopDelay.ms();
    try {
      const signIn = client.signInHeaders?.(current) ?? {};
      const sent = {
        "accept-language": client.languages,
        ...headers,
        ...(referrer === undefined ? {} : refererFor(referrer, current)),
        ...(hops.length === 0 ? conditions : {}),
        ...signIn,
        ...cookies.headerFor(current, signIn.cookie),
      };
      const response = await send(client.agent, current, { method, headers: sent }, { signal, ms: leftMs });
      const delayMs = client.eventLoopDelay.ms() - delayBefore;
      noteAnswer(client, current, response, Math.max(0, performance.now() - startedAt - delayMs));
      const location = redirectTarget(response);
      if (location === null && isEntranceAnswer(response)) {
        discardBody(response.body);
        hops = [];
        isSecondTry = true;
        return { location: url };
      }
      if (location === null) {
        if (isSecondTry) client.entrances.note(url, cookies, hops.length === 0);
        return { value: await read({ url: current, hops, response }) };
      }
      discardBody(response.body);
      hops.push({ status: response.statusCode, url: current });
      cookies.keep(current, response.headers["set-cookie"]);
      return { location };
    } finally {
      leftMs -= performance.now() - startedAt;
    }
  };
  const fail = (failure: PageFailure, cause: string | null = null) =>
    ({ kind: "failed", url: current, failure, cause }) as const;
  for (;;) {
    seen.add(`${current} ${cookies.state()}`);
    try {
      const step = await client.limiter.run(current, requestHop, signal);
      if ("value" in step) return { kind: "answered", value: step.value };
      const next = URL.parse(step.location, current);
      if (next?.protocol !== "http:" && next?.protocol !== "https:")
        return fail({ code: "http-error", message: "The page redirects to something that is not a web address." });
      next.hash ||= new URL(current).hash;
      if (hops.length > maxRedirects || seen.has(`${next.href} ${cookies.state()}`))
        return fail({ code: "redirect-loop", message: "The page redirects in a circle and never loads." });
      current = next.href;
    } catch (error) {
      signal.throwIfAborted();
      const failure = describeFailure(error, current);
      if (!failure) throw error;
      return fail(failure, errorCode(error));
    }
  }
}

type Sent = { method: "GET" | "HEAD"; headers: Record<string, string> };

/** Sends a request within `ms` milliseconds, which its body shares. */
async function send(
  dispatcher: Dispatcher,
  url: string,
  sent: Sent,
  { signal, ms }: { signal: AbortSignal; ms: number },
): Promise<Dispatcher.ResponseData> {
  const limit = limitTime(signal, Math.max(0, Math.ceil(ms)));
  // Undici would close each connection after HEAD, because a server may wrongly send a body: a new connection for each link costs more.
  const kept = sent.method === "HEAD" ? { reset: false } : {};
  const sendOnce = () => request(url, { ...sent, ...kept, dispatcher, signal: limit.signal });
  try {
    const response = await sendOnce().catch((error: unknown) => {
      if (limit.signal.aborted || !STALE_CONNECTION.has(errorCode(error) ?? "")) throw error;
      return sendOnce();
    });
    // A body that is discarded still comes when its hop is done.
    response.body.once("close", limit.release);
    return response;
  } catch (error) {
    limit.release();
    throw error;
  }
}

function noteAnswer(
  { limiter }: HttpClient,
  url: string,
  { statusCode: status, headers }: Dispatcher.ResponseData,
  ms: number,
): void {
  limiter.noteAnswer(url, { ms, status, retryAfterMs: retryAfterMs(headers["retry-after"], new Date()) });
}
