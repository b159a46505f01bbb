import { isWorking } from "#worker/core/checks/links/is-working.ts";
import { BOT_WALL_HEADERS, judgeAnswer } from "#worker/core/checks/links/judge/judge-answer.ts";
import { isWall } from "#worker/core/checks/links/judge/judge-browser-view.ts";
import { describeExpiredCertificate, judgeFailure } from "#worker/core/checks/links/judge/judge-failure.ts";
import { BEGINNING_BYTES, faultOfType, isDoubtfulType } from "#worker/core/checks/links/judge/judge-type.ts";
import { faultyAnswer, type LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import { type Needed, needsFile, type TargetUse } from "#worker/core/checks/links/target-use.ts";
import { isWholeDocument } from "#worker/core/page/html/is-whole-document.ts";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { type Accepting, acceptFor } from "../client/browser-headers.ts";
import { decodeDocument } from "../client/decode-text.ts";
import { discardBody } from "../client/discard-body.ts";
import { documentKind } from "../client/document-kind.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { isGarbled } from "../client/is-garbled.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";
import { certificateEnd } from "./certificate-end.ts";

/**
 * The part of a working page to read: for `anchors` all of it; for `titles` its beginning, which shows whether it is an error page; `none`.
 */
export type BodyNeeded = "anchors" | "titles" | "none";
export type TargetRequest = {
  method: "GET" | "HEAD";
  body: BodyNeeded;
  /** The use that pages make of it, if they load it. */
  use?: TargetUse | undefined;
  /** True if a file must not be requested in part: some servers refuse that. */
  isWhole?: boolean;
  signal: AbortSignal;
};

/** Titles and headings come near the beginning. Most pages are shorter than this, so that their connection can be reused. */
const TITLES_BYTES = 300_000;

/** The part that is requested of a file, which may be large, where HEAD was refused. */
const FIRST_BYTES = "bytes=0-1023";

function isPart({ method, body, isWhole }: Pick<TargetRequest, "method" | "body" | "isWhole">): boolean {
  return method === "GET" && body === "none" && !isWhole;
}

/**
 * Requests one address once, follows redirects, and judges what the answer means for a link to it.
 * @throws the signal's reason when it aborts, and `ReadingBrokeOffError` if parsing the page broke off.
 */
export async function requestTarget(
  client: HttpClient,
  url: string,
  { method, body, use, isWhole = false, signal }: TargetRequest,
): Promise<LinkAnswer> {
  const headers = {
    "user-agent": client.userAgent,
    accept: acceptFor(use ? ACCEPTING[use.needs] : "document"),
    "accept-encoding": ACCEPTED_ENCODINGS,
    ...(isPart({ method, body, isWhole }) ? { range: FIRST_BYTES } : {}),
  };
  /** Some servers never answer HEAD, so GET gets the longer time. */
  const timeoutMs = method === "HEAD" ? client.timeoutMs / 2 : client.timeoutMs;
  const options = { method, headers, referrer: use?.page, signal, timeoutMs };
  const followed = await followRedirects(client, url, options, (answer) => judge(client, url, answer, { method, body, use }));
  if (followed.kind === "answered") return followed.value;
  const { failure, cause, url: failedUrl } = followed;
  const finalUrl = failedUrl === url ? null : failedUrl;
  const end = cause === "CERT_HAS_EXPIRED" ? await certificateEnd(client, failedUrl, signal) : null;
  const judged = judgeFailure(
    end ? { ...failure, message: describeExpiredCertificate(failedUrl, end) } : failure,
    cause,
    finalUrl,
  );
  return isGarbled(cause) ? { ...judged, isGarbled: true } : judged;
}

const ACCEPTING: Record<Needed, Accepting> = {
  document: "document",
  picture: "image",
  "style sheet": "style",
  script: "other",
  file: "other",
};

async function judge(
  client: HttpClient,
  url: string,
  { url: finalUrl, hops, response }: Answer,
  { method, body, use }: Pick<TargetRequest, "method" | "body" | "use">,
): Promise<LinkAnswer> {
  const { statusCode, headers } = response;
  // An empty file has no first bytes to send, but exists.
  const status = statusCode === 416 && isPart({ method, body }) ? 200 : statusCode;
  const judged = judgeAnswer({ url, finalUrl, status, hops: hops.map((hop) => hop.status), headers });
  const sheet = isWorking(judged) ? sheetKind(finalUrl, headers["content-type"]) : null;
  const answer: LinkAnswer = { ...judged, ...(sheet ? { sheet } : {}) };
  const type = essenceOf(headers["content-type"]);
  if (isWorking(answer) && use && needsFile(use.needs)) {
    if (method === "GET") return await judgeFile(response, answer, use.needs);
    if (isDoubtfulType(use.needs, type)) answer.isDoubtful = true;
    answer.judgedFor = use.needs;
  } else if (isWorking(answer) && !mayBePage(url) && (type === "text/html" || type === "application/xhtml+xml")) {
    if (method === "GET") answer.isPage = true;
    else answer.isDoubtful = true;
  }
  if (body !== "none" && isWorking(answer)) return { ...answer, ...(await readTarget(client, finalUrl, response, body)) };
  discardBody(response.body);
  return answer;
}

/** Judges whether the answer to GET is the file that pages need there. */
async function judgeFile({ body, headers }: Answer["response"], answer: LinkAnswer, needed: Needed): Promise<LinkAnswer> {
  const type = essenceOf(headers["content-type"]);
  const judged = { ...answer, judgedFor: needed };
  if (!isDoubtfulType(needed, type)) {
    discardBody(body);
    return judged;
  }
  const { bytes: beginning } = await readBody(body, headers["content-encoding"], BEGINNING_BYTES);
  const isSniffed = !/^\s*nosniff\b/i.test(firstValue(headers["x-content-type-options"]) ?? "");
  const fault = faultOfType(needed, { type, isSniffed, beginning });
  if (fault === null) return judged;
  // Visitors get the file there.
  if (BOT_WALL_HEADERS.some((name) => headers[name] !== undefined) || isWall(beginning.toString()))
    return faultyAnswer(
      "links/unknown",
      "The server only answers people, not programs, so we cannot tell whether this works.",
      answer,
    );
  return faultyAnswer("links/wrong-type", fault, answer);
}

/** Returns a Content-Type without its parameters, in lower case. */
function essenceOf(contentType: string | string[] | undefined): string {
  return (firstValue(contentType) ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Reads a page. Anchors are null if not all can be known (no HTML, too large, cut off, damaged); titles are null if there is no HTML. */
async function readTarget(
  client: HttpClient,
  url: string,
  response: Answer["response"],
  body: BodyNeeded,
): Promise<Pick<LinkAnswer, "anchors" | "titles" | "isScripted" | "parking">> {
  const contentType = firstValue(response.headers["content-type"]) ?? undefined;
  const kind = contentType === undefined ? null : documentKind(contentType);
  if (kind === null || kind === "xml") {
    discardBody(response.body);
    return { anchors: null, titles: null };
  }
  const most = body === "titles" ? TITLES_BYTES : client.maxBytes;
  const { bytes, tooLarge, fault } = await readBody(response.body, response.headers["content-encoding"], most);
  const isXml = kind === "xhtml";
  const { text } = decodeDocument(bytes, contentType, { isXml });
  const withAnchors = body === "anchors" && !tooLarge && (!fault || isWholeDocument(text));
  return await client.read("target", text, { url, withAnchors, isXml });
}
