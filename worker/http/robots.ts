import { CRAWLER_TOKEN } from "../core/crawler-name.ts";
import type { PageFailure } from "../core/page/visit.ts";
import { parseRobotsRules } from "../core/url/robots-rules.ts";
import type { Robots } from "../crawl/crawl-ports.ts";
import { discardBody } from "./discard-body.ts";
import { type Answer, followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";

/** RFC 9309, 2.5: a parser must read at least 500 KiB; what comes after is ignored. */
const MAX_BYTES = 512_000;

/**
 * Reads an origin's robots.txt (RFC 9309). 4xx: everything may be visited (2.3.1.3). 5xx or no answer: nothing may (2.3.1.4), and `failure`
 * says why. A Crawl-delay is given to the limiter. @throws the signal's reason when it aborts.
 */
export async function fetchRobots(client: HttpClient, origin: string, signal: AbortSignal): Promise<Robots> {
  const url = new URL("/robots.txt", origin).href;
  const headers = { "user-agent": client.userAgent, accept: "text/plain", "accept-encoding": ACCEPTED_ENCODINGS };
  const followed = await followRedirects(client, url, { headers, signal }, readRobots);
  if (followed.kind === "answered")
    return typeof followed.value === "string" ? parseRobots(client, url, followed.value) : closed(followed.value);
  return isBadRedirect(followed.failure) ? parseRobots(client, url, "") : closed(followed.failure);
}

/** RFC 9309, 2.3.1.2: redirects that lead nowhere count as no robots.txt. */
function isBadRedirect({ code }: PageFailure): boolean {
  return code === "redirect-loop" || code === "http-error";
}

async function readRobots({ response }: Answer): Promise<string | PageFailure> {
  const status = response.statusCode;
  if (status >= 200 && status < 300) {
    const { bytes, fault } = await readBody(response.body, response.headers["content-encoding"], MAX_BYTES);
    if (fault) throw fault;
    return bytes.toString("utf8").replace(/^\uFEFF/, "");
  }
  discardBody(response.body);
  if (status < 500 && status !== 429) return "";
  return { code: "robots", message: `The site's robots.txt cannot be read (error ${status}), so we may not visit it now.` };
}

function parseRobots(client: HttpClient, url: string, text: string): Robots {
  const rules = parseRobotsRules(text, CRAWLER_TOKEN);
  client.limiter.setDelay(url, (rules.crawlDelay ?? 0) * 1000);
  const sitemaps = rules.sitemaps.flatMap((sitemap) => {
    const address = URL.parse(sitemap, url);
    return address && /^https?:$/.test(address.protocol) ? [address.href] : [];
  });
  const isAllowed = (page: string) => {
    const { pathname, search } = new URL(page);
    return rules.isAllowed(pathname + search);
  };
  return { isAllowed, sitemaps, failure: null };
}

function closed(failure: PageFailure): Robots {
  return { isAllowed: () => false, sitemaps: [], failure };
}
