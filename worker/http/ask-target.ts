import { judgeAnswer } from "../core/checks/links/judge-answer.ts";
import { judgeFailure } from "../core/checks/links/judge-failure.ts";
import type { LinkAnswer } from "../core/checks/links/link-answer.ts";
import { works } from "../core/checks/links/works.ts";
import { extractPage } from "../core/page/extract-page.ts";
import { decodeHtml } from "./decode-text.ts";
import { discardBody } from "./discard-body.ts";
import { type Answer, followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
import { isHtml } from "./is-html.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";

/** `body`: read the page for its anchors; otherwise it is discarded. */
export type AskOptions = { method: "GET" | "HEAD"; body: boolean; signal: AbortSignal };

/**
 * Asks one address once, redirects followed, and says what that means for a link to it. @throws the signal's reason when it aborts.
 */
export async function askTarget(client: HttpClient, url: string, { method, body, signal }: AskOptions): Promise<LinkAnswer> {
  const headers = {
    "user-agent": client.userAgent,
    accept: "text/html,application/xhtml+xml,*/*;q=0.8",
    "accept-encoding": ACCEPTED_ENCODINGS,
  };
  /** A server that is not used to HEAD may leave it hanging: GET gets the longer time. */
  const timeoutMs = method === "HEAD" ? client.timeoutMs / 2 : client.timeoutMs;
  const followed = await followRedirects(client, url, { method, headers, signal, timeoutMs }, (answer) =>
    judge(client, url, answer, body),
  );
  if (followed.kind === "answered") return followed.value;
  return judgeFailure(followed.failure, followed.cause, followed.url === url ? null : followed.url);
}

async function judge(
  client: HttpClient,
  url: string,
  { url: finalUrl, hops, response }: Answer,
  body: boolean,
): Promise<LinkAnswer> {
  const { statusCode: status, headers } = response;
  const answer = judgeAnswer({ url, finalUrl, status, hops: hops.map((hop) => hop.status), headers });
  if (body && works(answer)) return { ...answer, anchors: await readAnchors(client, finalUrl, response) };
  discardBody(response.body);
  return answer;
}

/** Every place on the page; null where they cannot be known: no HTML, too large, cut off, damaged. */
async function readAnchors(client: HttpClient, url: string, response: Answer["response"]): Promise<string[] | null> {
  const contentType = [response.headers["content-type"]].flat()[0];
  if (!isHtml(contentType)) {
    discardBody(response.body);
    return null;
  }
  const { bytes, tooLarge, fault } = await readBody(response.body, response.headers["content-encoding"], client.maxBytes);
  if (tooLarge || fault) return null;
  const page = extractPage(decodeHtml(bytes, contentType), { url });
  return page.truncated ? null : page.anchors;
}
