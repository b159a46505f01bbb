import { type Dispatcher, request } from "undici";
import type { PageFailure } from "../core/page/visit.ts";

export type Hop = { status: number; url: string };
export type Answer = { url: string; hops: Hop[]; response: Dispatcher.ResponseData };
export type FollowOptions = {
  agent: Dispatcher;
  method?: "GET" | "HEAD";
  headers: Record<string, string>;
  signal: AbortSignal;
  /** Called before each request, for politeness towards the host that it goes to. */
  beforeRequest?: (url: string) => Promise<void>;
};

/** RFC 9110, 15.4: a client should intervene in endless redirection; browsers stop at 20, honest sites need fewer than 10. */
const MAX_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Requests a URL and follows its redirects by hand, so that every hop is seen. The response's body is not read: the caller reads or dumps
 * it. A loop, too many hops, or a redirect to what is no web address is a failure. Network faults are thrown.
 */
export async function followRedirects(url: string, options: FollowOptions): Promise<Answer | PageFailure> {
  const { agent: dispatcher, method = "GET", headers, signal, beforeRequest } = options;
  const hops: Hop[] = [];
  let current = url;
  for (;;) {
    await beforeRequest?.(current);
    const response = await request(current, { dispatcher, method, headers, signal });
    const location = response.headers.location;
    if (!REDIRECTS.has(response.statusCode) || location === undefined) return { url: current, hops, response };
    await response.body.dump();
    hops.push({ status: response.statusCode, url: current });
    const target = URL.parse(String(location), current);
    if (target?.protocol !== "http:" && target?.protocol !== "https:")
      return { code: "http-error", message: "The page redirects to something that is no web address." };
    target.hash ||= new URL(current).hash;
    current = target.href;
    if (hops.length > MAX_REDIRECTS || hops.some((hop) => hop.url === current))
      return { code: "redirect-loop", message: "The page redirects in circles and never arrives." };
  }
}
