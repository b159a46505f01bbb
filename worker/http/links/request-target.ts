import { isWorking } from "#worker/core/checks/links/is-working.ts";
import { judgeAnswer } from "#worker/core/checks/links/judge-answer.ts";
import { describeExpiredCertificate, judgeFailure } from "#worker/core/checks/links/judge-failure.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";
import { decodeDocument } from "../client/decode-text.ts";
import { discardBody } from "../client/discard-body.ts";
import { documentKind } from "../client/document-kind.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";
import { certificateEnd } from "./certificate-end.ts";

/**
 * The part of a working page to read: for `anchors` all of it; for `titles` its beginning, which shows whether it is an error page; `none`.
 */
export type BodyNeeded = "anchors" | "titles" | "none";
export type TargetRequest = { method: "GET" | "HEAD"; body: BodyNeeded; signal: AbortSignal };

/** Titles and headings come near the beginning. Most pages are shorter than this, so that their connection can be reused. */
const TITLES_BYTES = 300_000;

/** The part that is requested of a file, which may be large, where HEAD was refused. */
const FIRST_BYTES = "bytes=0-1023";

function isPart({ method, body }: Pick<TargetRequest, "method" | "body">): boolean {
  return method === "GET" && body === "none";
}

/**
 * Requests one address once, follows redirects, and judges what the answer means for a link to it.
 * @throws the signal's reason when it aborts, and `ReadingBrokeOffError` if parsing the page broke off.
 */
export async function requestTarget(
  client: HttpClient,
  url: string,
  { method, body, signal }: TargetRequest,
): Promise<LinkAnswer> {
  const headers = {
    "user-agent": client.userAgent,
    accept: "text/html,application/xhtml+xml,*/*;q=0.8",
    "accept-encoding": ACCEPTED_ENCODINGS,
    ...(isPart({ method, body }) ? { range: FIRST_BYTES } : {}),
  };
  /** Some servers never answer HEAD, so GET gets the longer time. */
  const timeoutMs = method === "HEAD" ? client.timeoutMs / 2 : client.timeoutMs;
  const followed = await followRedirects(client, url, { method, headers, signal, timeoutMs }, (answer) =>
    judge(client, url, answer, { method, body }),
  );
  if (followed.kind === "answered") return followed.value;
  const { failure, cause, url: failedUrl } = followed;
  const finalUrl = failedUrl === url ? null : failedUrl;
  const end = cause === "CERT_HAS_EXPIRED" ? await certificateEnd(client, failedUrl, signal) : null;
  return judgeFailure(end ? { ...failure, message: describeExpiredCertificate(failedUrl, end) } : failure, cause, finalUrl);
}

async function judge(
  client: HttpClient,
  url: string,
  { url: finalUrl, hops, response }: Answer,
  { method, body }: Pick<TargetRequest, "method" | "body">,
): Promise<LinkAnswer> {
  const { statusCode, headers } = response;
  // An empty file has no first bytes to send, but exists.
  const status = statusCode === 416 && isPart({ method, body }) ? 200 : statusCode;
  const judged = judgeAnswer({ url, finalUrl, status, hops: hops.map((hop) => hop.status), headers });
  const sheet = isWorking(judged) ? sheetKind(finalUrl, headers["content-type"]) : null;
  const answer = sheet ? { ...judged, sheet } : judged;
  if (body !== "none" && isWorking(answer)) return { ...answer, ...(await readTarget(client, finalUrl, response, body)) };
  discardBody(response.body);
  return answer;
}

/** Reads a page. Anchors are null if not all can be known (no HTML, too large, cut off, damaged); titles are null if there is no HTML. */
async function readTarget(
  client: HttpClient,
  url: string,
  response: Answer["response"],
  body: BodyNeeded,
): Promise<Pick<LinkAnswer, "anchors" | "titles" | "isScripted">> {
  const contentType = firstValue(response.headers["content-type"]) ?? undefined;
  const kind = contentType === undefined ? null : documentKind(contentType);
  if (kind !== "html" && kind !== "xhtml") {
    discardBody(response.body);
    return { anchors: null, titles: null };
  }
  const most = body === "titles" ? TITLES_BYTES : client.maxBytes;
  const { bytes, tooLarge, fault } = await readBody(response.body, response.headers["content-encoding"], most);
  const withAnchors = body === "anchors" && !tooLarge && !fault;
  const isXml = kind === "xhtml";
  const { text } = decodeDocument(bytes, contentType, { isXml });
  return await client.read("target", text, { url, withAnchors, isXml });
}
