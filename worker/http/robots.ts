import robotsParser from "robots-parser";
import type { PageFailure } from "../core/page/visit.ts";
import type { Robots } from "../crawl/crawl-ports.ts";
import { describeFailure } from "./describe-failure.ts";
import { followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";
import { PRODUCT_TOKEN } from "./user-agent.ts";

/** RFC 9309, 2.5: a parser must read at least 500 KiB; what comes after is ignored. */
const MAX_BYTES = 512_000;

/**
 * Reads an origin's robots.txt (RFC 9309). 4xx: everything may be visited (2.3.1.3). 5xx or no answer: nothing may (2.3.1.4), and `failure`
 * says why. A Crawl-delay is given to the limiter. @throws the signal's reason when it aborts.
 */
export async function fetchRobots(client: HttpClient, origin: string, signal: AbortSignal): Promise<Robots> {
  const url = new URL("/robots.txt", origin).href;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(client.timeoutMs)]);
  try {
    const text = await client.limiter.run(url, () => readRobots(client, url, deadline), signal);
    return typeof text === "string" ? parseRobots(client, url, text) : closed(text);
  } catch (error) {
    signal.throwIfAborted();
    const failure = describeFailure(error, url);
    if (!failure) throw error;
    return closed(failure);
  }
}

async function readRobots(client: HttpClient, url: string, signal: AbortSignal): Promise<string | PageFailure> {
  const headers = { "user-agent": client.userAgent, accept: "text/plain", "accept-encoding": ACCEPTED_ENCODINGS };
  const answer = await followRedirects(url, { agent: client.agent, headers, signal });
  if (!("response" in answer)) return "";
  const { response } = answer;
  const status = response.statusCode;
  if (status >= 200 && status < 300) {
    const encoding = response.headers["content-encoding"];
    const body = await readBody(response.body, typeof encoding === "string" ? encoding : undefined, MAX_BYTES);
    return body.kind === "whole" ? body.bytes.toString("utf8").replace(/^\uFEFF/, "") : tooLong();
  }
  await response.body.dump();
  if (status < 500) return "";
  return { code: "robots", message: `The site's robots.txt cannot be read (error ${status}), so we may not visit it now.` };
}

function tooLong(): PageFailure {
  return { code: "robots", message: "The site's robots.txt is larger than 500 KB, so we cannot tell what we may visit." };
}

function parseRobots(client: HttpClient, url: string, text: string): Robots {
  const rules = robotsParser(url, text);
  const delay = rules.getCrawlDelay(PRODUCT_TOKEN);
  if (delay !== undefined && delay > 0) client.limiter.setDelay(url, delay * 1000);
  const sitemaps = rules.getSitemaps().flatMap((sitemap) => URL.parse(sitemap, url)?.href ?? []);
  return { isAllowed: (page) => rules.isAllowed(page, PRODUCT_TOKEN) !== false, sitemaps, failure: null };
}

function closed(failure: PageFailure): Robots {
  return { isAllowed: () => false, sitemaps: [], failure };
}
