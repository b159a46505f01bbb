import type { Robots } from "#worker/core/crawl/robots.ts";
import { CRAWLER_TOKEN } from "#worker/core/crawler-name.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { parseRobotsRules } from "#worker/core/url/robots/robots-rules.ts";
import type { StoredRobots } from "#worker/core/url/robots/stored-robots.ts";
import { conditionalHeaders } from "../client/conditional-headers.ts";
import { discardBody } from "../client/discard-body.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";

/** RFC 9309, 2.5: a parser must read at least 500 KiB. The rest is ignored. */
const MAX_BYTES = 512_000;

/** RFC 9309, 2.4: a cached copy is used for a day at most. */
const KEPT_MS = 86_400_000;
/** RFC 9309, 2.3.1.2: at least five redirects are followed. */
const MAX_REDIRECTS = 5;

/**
 * Reads an origin's robots.txt (RFC 9309), and sets its Crawl-delay in the limiter:
 * - 4xx: everything may be visited (2.3.1.3).
 * - 5xx or no answer: the copy of the last day counts; without one, nothing may be visited (2.3.1.4), and `failure` says why.
 * A copy is always revalidated with a conditional request, so that an edit counts at once.
 * @throws the signal's reason when it aborts, and errors of storing the copy.
 */
export async function fetchRobots(client: HttpClient, origin: string, signal: AbortSignal): Promise<Robots> {
  const url = new URL("/robots.txt", origin).href;
  // Each Crawl begins here. Its site may have been set up a moment ago.
  client.names.forget(new URL(origin).hostname);
  const kept = (await client.robotsFiles?.find(origin)) ?? null;
  const headers = { "user-agent": client.userAgent, accept: "text/plain", "accept-encoding": ACCEPTED_ENCODINGS };
  const options = { headers, conditions: conditionalHeaders(kept), signal, maxRedirects: MAX_REDIRECTS };
  const followed = await followRedirects(client, url, options, (answer) => readRobots(answer, kept));
  const read = followed.kind === "answered" ? followed.value : isBadRedirect(followed.failure) ? NO_RULES : followed.failure;
  if ("text" in read) {
    await client.robotsFiles?.keep(origin, read);
    return parseRobots(client, url, read.text);
  }
  return kept && kept.ageMs <= KEPT_MS ? parseRobots(client, url, kept.text) : closed(read);
}

const NO_RULES: StoredRobots = { text: "", etag: null, lastModified: null };

/** RFC 9309, 2.3.1.2: redirects that do not end count as no robots.txt. */
function isBadRedirect({ code }: PageFailure): boolean {
  return code === "redirect-loop" || code === "http-error";
}

async function readRobots({ response, hops }: Answer, kept: StoredRobots | null): Promise<StoredRobots | PageFailure> {
  const { statusCode: status, headers } = response;
  if (status >= 200 && status < 300) {
    const { bytes, fault, tooLarge } = await readBody(response.body, headers["content-encoding"], MAX_BYTES);
    if (fault) throw fault;
    const whole = bytes.toString("utf8").replace(/^\uFEFF/, "");
    // Half of `Disallow: /private/` may be `Disallow: /`.
    const text = tooLarge ? whole.slice(0, Math.max(whole.lastIndexOf("\n"), whole.lastIndexOf("\r")) + 1) : whole;
    // The validators of a redirect's target do not apply to this address, which is requested next time.
    return hops.length > 0
      ? { ...NO_RULES, text }
      : { text, etag: firstValue(headers.etag), lastModified: firstValue(headers["last-modified"]) };
  }
  discardBody(response.body);
  if (status === 304 && kept && hops.length === 0) return kept;
  if (status < 500 && status !== 429) return NO_RULES;
  return {
    code: "robots",
    message: `We could not read the site's robots.txt (error ${status}), so we must not visit the site now.`,
  };
}

function parseRobots(client: HttpClient, url: string, text: string): Robots {
  const rules = parseRobotsRules(text, CRAWLER_TOKEN);
  const crawlDelayMs = (rules.crawlDelay ?? 0) * 1000;
  client.limiter.setDelay(url, crawlDelayMs);
  const sitemaps = rules.sitemaps.flatMap((sitemap) => {
    const address = URL.parse(sitemap, url);
    return address && /^https?:$/.test(address.protocol) ? [address.href] : [];
  });
  const isAllowed = (page: string) => {
    const { pathname, search } = new URL(page);
    return rules.isAllowed(pathname + search);
  };
  return { isAllowed, sitemaps, crawlDelayMs, failure: null };
}

function closed(failure: PageFailure): Robots {
  return { isAllowed: () => false, sitemaps: [], crawlDelayMs: 0, failure };
}
