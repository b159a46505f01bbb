import { mayBePage } from "#worker/core/url/may-be-page.ts";
import { faultyAnswer, type LinkAnswer, workingAnswer } from "../link-answer.ts";

export type HttpAnswer = {
  /** The requested address, without fragment, and the one that answered after redirects. */
  url: string;
  finalUrl: string;
  status: number;
  /** Status codes of the redirects. */
  hops: readonly number[];
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** Headers that identify the bot walls of large hosts. */
export const BOT_WALL_HEADERS = ["cf-mitigated", "x-amzn-waf-action", "x-datadome"];
const PERMANENT = new Set([301, 308]);

/**
 * Judges an HTTP answer as a visitor would see it. Only 404, 410 and server errors count as broken: other refusals (401, 403,
 * 405, 429, 451, 999, bot walls) may affect robots alone.
 */
export function judgeAnswer({ url, finalUrl, status, hops, headers }: HttpAnswer): LinkAnswer {
  const found = { status, finalUrl: finalUrl === url ? null : finalUrl };
  const refuses = (why: string) => faultyAnswer("links/unknown", why, found);
  if (
    BOT_WALL_HEADERS.some((name) => headers[name] !== undefined) &&
    status !== 404 &&
    status !== 410 &&
    !isPlainSuccess(status)
  )
    return refuses(`The server only answers people, not programs (${status}), so we cannot tell whether this link works.`);
  if (status < 400) return isMove(hops, found.finalUrl) ? moved(finalUrl, found) : workingAnswer(found);
  if (status === 404 || status === 410)
    return faultyAnswer("links/not-found", `${mayBePage(url) ? "The page" : "The file"} does not exist (${status}).`, found);
  if (status === 503 && headers["retry-after"] !== undefined)
    return refuses("The server asked us to try again later (503), so we cannot tell whether this link works.");
  if (status === 429) return refuses("The server limits our requests (429), so we cannot tell whether this link works.");
  if (status >= 500 && status < 600)
    return faultyAnswer("links/server-error", `The server answered with an error (${status}).`, found);
  return refuses(`The server refused our request (${status}), so we cannot tell whether this link works.`);
}

/** Firewalls answer a challenge with 202 or 4xx; a plain 200 with their headers is the page itself. */
function isPlainSuccess(status: number): boolean {
  return status < 400 && status !== 202;
}

function isMove(hops: readonly number[], finalUrl: string | null): boolean {
  return finalUrl !== null && hops.length > 0 && hops.every((status) => PERMANENT.has(status));
}

function moved(finalUrl: string, found: { status: number; finalUrl: string | null }): LinkAnswer {
  return faultyAnswer("links/moved", `This page has moved permanently; link to ${finalUrl} instead.`, found);
}
