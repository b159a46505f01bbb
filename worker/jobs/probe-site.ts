import type { ProbeResult } from "#prisma/queue.ts";
import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import { DomainError, type ErrorCode } from "#worker/core/errors.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { parseSiteAddress } from "#worker/core/url/site-address.ts";
import { startUrlOf } from "#worker/core/url/start-url.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";
import { fetchPage } from "#worker/http/read/fetch-page.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";

/** A person waits for the answer. */
const PATIENCE_MS = 20_000;
/** The time for https before http is tried, if the person typed neither. */
const HTTPS_PATIENCE_MS = 9_000;

const UNREADABLE: PageFailure = { code: "too-large", message: "It took too long to read." };
const SLOW: PageFailure = { code: "timeout", message: "It did not answer in time." };

type HtmlAnswer = Extract<FetchedPage, { kind: "html" }>;

/**
 * Probes an address as a person typed it: it can be watched if its first page answers with HTML and robots.txt allows our visit. Never
 * throws for what was typed or what a server does: those are results, in words for the user.
 */
export async function probeSite(client: HttpClient, typed: string): Promise<ProbeResult> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { requested, answer } = await request(client, typed, signal);
    return await judge(client, requested, answer, signal);
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

type Requested = { requested: string; answer: FetchedPage };

async function request(client: HttpClient, typed: string, signal: AbortSignal): Promise<Requested> {
  const secure = parseSiteAddress(typed);
  client.names.forget(new URL(secure).hostname);
  const isOpen = !/^\s*https?:/i.test(typed);
  const patience = isOpen ? AbortSignal.any([signal, AbortSignal.timeout(HTTPS_PATIENCE_MS)]) : signal;
  const answer = await fetchInTime(client, secure, patience);
  if (!isOpen || answer.kind !== "failure" || answer.status !== null || answer.failure.code === "private-address")
    return { requested: secure, answer };
  const plain = secure.replace(/^https:/, "http:");
  const plainAnswer = await fetchInTime(client, plain, signal);
  const isBetter = plainAnswer.kind !== "failure" || plainAnswer.status !== null;
  return isBetter ? { requested: plain, answer: plainAnswer } : { requested: secure, answer };
}

async function fetchInTime(client: HttpClient, url: string, signal: AbortSignal): Promise<FetchedPage> {
  try {
    return await fetchPage(client, url, { validators: null, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: "failure", url, status: null, failure: SLOW };
  }
}

async function judge(client: HttpClient, requested: string, answer: FetchedPage, signal: AbortSignal): Promise<ProbeResult> {
  // A site behind a sign-in can be added: the owner enters the sign-in in its settings.
  if (answer.kind === "failure" && answer.status === 401)
    return { ok: true, startUrl: startUrlOf(requested, answer.url), title: "", lang: null };
  if (answer.kind === "failure") return refuse(requested, answer.failure);
  if (answer.kind === "not-modified") throw new Error(`${requested} answered 304 to an unconditional request.`);
  const startUrl = startUrlOf(requested, answer.url);
  const robots = await robotsInTime(client, new URL(startUrl).origin, signal);
  if ("code" in robots) return refuse(startUrl, robots);
  if (robots.failure) return refuse(startUrl, robots.failure);
  if (!robots.isAllowed(startUrl)) {
    const message = `The robots.txt of ${new URL(startUrl).host} disallows our visit. Allow “FlawlessBot” there, then try again.`;
    return { ok: false, code: "robots-denied", message };
  }
  return await readFirstPage(client, startUrl, answer);
}

async function readFirstPage(client: HttpClient, startUrl: string, { html, url }: HtmlAnswer): Promise<ProbeResult> {
  try {
    const { title, lang } = await client.read("page", html, { url, withTexts: false });
    return { ok: true, startUrl, title, lang };
  } catch (error) {
    if (error instanceof ReadingBrokeOffError) return refuse(startUrl, UNREADABLE);
    throw error;
  }
}

async function robotsInTime(client: HttpClient, origin: string, signal: AbortSignal) {
  try {
    return await fetchRobots(client, origin, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    return SLOW;
  }
}

function refuse(url: string, { code, message }: PageFailure): ProbeResult {
  const { host } = new URL(url);
  if (code === "private-address")
    return {
      ok: false,
      code,
      message: `${host} is on a private network, which we cannot visit. Enter a public address.`,
    };
  if (code === "not-html")
    return { ok: false, code, message: `${url} is not a web page. Enter the address of the site's start page.` };
  return { ok: false, code: CODES[code] ?? "unreachable", message: `We could not read ${url}. ${message}` };
}

const CODES: Partial<Record<PageFailure["code"], ErrorCode>> = { robots: "robots-denied" };
