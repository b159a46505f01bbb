import { isWorking } from "#worker/core/checks/links/is-working.ts";
import { judgeAnswer } from "#worker/core/checks/links/judge-answer.ts";
import { describeExpiredCertificate, judgeFailure } from "#worker/core/checks/links/judge-failure.ts";
import type { LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";
import { decodeHtml } from "../client/decode-text.ts";
import { discardBody } from "../client/discard-body.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { isHtml } from "../client/is-html.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";
import { certificateEnd } from "./certificate-end.ts";

/**
 * What to read of a page that works: `anchors`, for which all of it must be read; `titles`, its beginning, to see whether it is an error
 * page; `none`.
 */
export type BodyNeeded = "anchors" | "titles" | "none";
export type AskOptions = { method: "GET" | "HEAD"; body: BodyNeeded; signal: AbortSignal };

/** Titles and headings stand near the beginning; most pages are shorter, so that the connection can be used again. */
const TITLES_BYTES = 300_000;

/** Files may be large: of those that HEAD says nothing about, so much is asked for. */
const FIRST_BYTES = "bytes=0-1023";

function isPart({ method, body }: Pick<AskOptions, "method" | "body">): boolean {
  return method === "GET" && body === "none";
}

/**
 * Asks one address once, redirects followed, and says what that means for a link to it.
 * @throws the signal's reason when it aborts; `ReadingBrokeOffError` where the page could not be taken apart.
 */
export async function askTarget(client: HttpClient, url: string, { method, body, signal }: AskOptions): Promise<LinkAnswer> {
  const headers = {
    "user-agent": client.userAgent,
    accept: "text/html,application/xhtml+xml,*/*;q=0.8",
    "accept-encoding": ACCEPTED_ENCODINGS,
    ...(isPart({ method, body }) ? { range: FIRST_BYTES } : {}),
  };
  /** A server that is not used to HEAD may leave it hanging: GET gets the longer time. */
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
  { method, body }: Pick<AskOptions, "method" | "body">,
): Promise<LinkAnswer> {
  const { statusCode, headers } = response;
  // An empty file has no first bytes to give, and is there.
  const status = statusCode === 416 && isPart({ method, body }) ? 200 : statusCode;
  const judged = judgeAnswer({ url, finalUrl, status, hops: hops.map((hop) => hop.status), headers });
  const sheet = isWorking(judged) ? sheetKind(finalUrl, headers["content-type"]) : null;
  const answer = sheet ? { ...judged, sheet } : judged;
  if (body !== "none" && isWorking(answer)) return { ...answer, ...(await lookInto(client, finalUrl, response, body)) };
  discardBody(response.body);
  return answer;
}

/** Anchors are null where not all of them can be known (no HTML, too large, cut off, damaged); titles where there is no HTML. */
async function lookInto(
  client: HttpClient,
  url: string,
  response: Answer["response"],
  body: BodyNeeded,
): Promise<Pick<LinkAnswer, "anchors" | "titles" | "isScripted">> {
  const contentType = firstValue(response.headers["content-type"]) ?? undefined;
  if (!isHtml(contentType)) {
    discardBody(response.body);
    return { anchors: null, titles: null };
  }
  const most = body === "titles" ? TITLES_BYTES : client.maxBytes;
  const { bytes, tooLarge, fault } = await readBody(response.body, response.headers["content-encoding"], most);
  const withAnchors = body === "anchors" && !tooLarge && !fault;
  return await client.read("target", decodeHtml(bytes, contentType), { url, withAnchors });
}
