import { hash } from "node:crypto";
import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import type { Validators } from "#worker/core/crawl/visit.ts";
import { isWholeDocument } from "#worker/core/page/html/is-whole-document.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { PageSource } from "#worker/core/page/page-source.ts";
import { upgradesInsecure } from "#worker/core/url/upgrade-insecure.ts";
import { acceptFor } from "../client/browser-headers.ts";
import { conditionalHeaders } from "../client/conditional-headers.ts";
import { decodeDocument } from "../client/decode-text.ts";
import { describeFailure } from "../client/describe-failure.ts";
import { discardBody } from "../client/discard-body.ts";
import { documentKind, isDownload, isXhtml } from "../client/document-kind.ts";
import { errorCode } from "../client/error-code.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { isGarbled } from "../client/is-garbled.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";

type FetchOptions = { validators: Validators | null; signal: AbortSignal };

/**
 * Requests a page over HTTP, conditionally if `validators` are given. Faults of a server are never thrown: too many bytes (compressed or
 * not), too much time and too many redirects are returned as failures in the owner's words. @throws the signal's reason when it aborts.
 */
export async function fetchPage(client: HttpClient, url: string, { validators, signal }: FetchOptions): Promise<FetchedPage> {
  const headers = {
    "user-agent": client.userAgent,
    accept: acceptFor("document"),
    "accept-encoding": ACCEPTED_ENCODINGS,
  };
  const options = { headers, conditions: conditionalHeaders(validators), signal };
  const followed = await followRedirects(client, url, options, (answer) => readAnswer(client, answer, validators));
  if (followed.kind === "answered") return followed.value;
  const { failure, cause } = followed;
  return { kind: "failure", url, status: null, failure, ...(isGarbled(cause) ? { isGarbled: true } : {}) };
}

async function readAnswer(client: HttpClient, answer: Answer, validators: Validators | null): Promise<FetchedPage> {
  const { response, url, hops } = answer;
  const status = response.statusCode;
  const received = { etag: firstValue(response.headers.etag), lastModified: firstValue(response.headers["last-modified"]) };
  if (status === 304 && hops.length === 0 && isConditional(validators)) {
    discardBody(response.body);
    const { etag, lastModified } = received;
    return {
      kind: "not-modified",
      validators: { ...validators, ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
    };
  }
  const failure = failureOfStatus(status);
  if (failure) {
    discardBody(response.body);
    return { kind: "failure", url, status, failure };
  }
  return readPage(client, answer, received);
}

async function readPage(
  client: HttpClient,
  { url, response }: Answer,
  received: { etag: string | null; lastModified: string | null },
): Promise<FetchedPage> {
  const status = response.statusCode;
  const contentType = firstValue(response.headers["content-type"]) ?? undefined;
  const notHtml = { code: "not-html", message: "This address is not a web page." } as const;
  const kind = contentType === undefined ? "sniffed" : documentKind(contentType);
  if (kind === null || isDownload(response.headers["content-disposition"])) {
    discardBody(response.body);
    return { kind: "failure", url, status, failure: notHtml };
  }
  const body = await readBody(response.body, response.headers["content-encoding"], client.maxBytes);
  const isXml = kind === "xhtml" || kind === "xml";
  const { text: html, encoding } = decodeDocument(body.bytes, contentType, { isXml });
  if (body.fault && !(BREAKS_OFF.has(describeFailure(body.fault, url)?.code ?? "") && isWholeDocument(html)))
    return brokenOff(body.fault, url, status);
  if (body.tooLarge) {
    const message = `The page is larger than ${Math.round(client.maxBytes / 1_000_000)} MB.`;
    return { kind: "failure", url, status, failure: { code: "too-large", message } };
  }
  if (status >= 300 && html.trim() === "") return { kind: "failure", url, status, failure: errorOf(status) };
  const isPage = kind === "xml" ? isXhtml(html) : kind !== "sniffed" || looksLikeHtml(html);
  if (!isPage) return { kind: "failure", url, status, failure: notHtml };
  const bodyHash = hash("sha256", body.bytes, "hex").slice(0, 32);
  const document = { url, bytes: body.bytes, headers: headersOf(response.headers) };
  const source = { encoding, isXml, ...saidByHeaders(response.headers) };
  return { kind: "html", url, status, html, validators: { ...received, bodyHash }, document, source };
}

/** Failures by which a body ends too early, or never. */
const BREAKS_OFF: ReadonlySet<string> = new Set<PageFailure["code"]>(["connection", "truncated", "timeout"]);

/** Returns the failure for a body that broke off. @throws faults that are none of the connection's. */
function brokenOff(fault: unknown, url: string, status: number): FetchedPage {
  if (describeFailure(fault, url)?.code !== "connection") throw fault;
  const failure = { code: "truncated", message: "The page ended too early: the connection broke while we read it." } as const;
  return { kind: "failure", url, status, failure, ...(isGarbled(errorCode(fault)) ? { isGarbled: true } : {}) };
}

/** Returns what the headers say about how the page is read. */
function saidByHeaders(headers: Answer["response"]["headers"]): Pick<PageSource, "refresh" | "upgradesInsecure"> {
  const refresh = firstValue(headers.refresh);
  const policies = [headers["content-security-policy"] ?? []].flat();
  return { ...(refresh ? { refresh } : {}), upgradesInsecure: policies.some(upgradesInsecure) };
}

/** Headers of the transfer, which do not belong to the decompressed document. */
const TRANSPORT_HEADERS = new Set(
  "connection content-encoding content-length keep-alive proxy-connection te trailer transfer-encoding upgrade".split(" "),
);

function headersOf(headers: Answer["response"]["headers"]): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    TRANSPORT_HEADERS.has(name) ? [] : [value ?? []].flat().map((one) => ({ name, value: one })),
  );
}

/** Returns true if the request was conditional: a 304 to any other request is the server's mistake. */
function isConditional(validators: Validators | null): validators is Validators {
  return Boolean(validators?.etag || validators?.lastModified);
}

function failureOfStatus(status: number): PageFailure | null {
  // Browsers show what comes with a redirect that names no address.
  if (status >= 200 && status < 400 && status !== 304) return null;
  if (status === 404 || status === 410) return { code: "not-found", message: `The page does not exist (${status}).` };
  if (status === 401 || status === 403) return { code: "forbidden", message: `The server refused our request (${status}).` };
  if (status === 429) return { code: "rate-limited", message: "The server limits our requests (429)." };
  return errorOf(status);
}

function errorOf(status: number): PageFailure {
  return { code: "http-error", message: `The server answered with an error (${status}).` };
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(!doctype html|html|head|body|!--|[a-z])/i.test(text.slice(0, 1000));
}
