import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { faultyAnswer, verdictOf, workingAnswer } from "../link-answer.ts";
import type { LinkVerdict } from "../link-verdict.ts";
import { readTitles } from "../page-titles.ts";
import { judgeAnswer } from "./judge-answer.ts";

/** Response that a browser received for an address. */
export type BrowserView = { status: number | null; finalUrl: string; html: string };

/** Refusals that may affect programs alone; 401, 402 and 451 apply to people as well. */
const MAYBE_FOR_ROBOTS = new Set([400, 403, 405, 406, 409, 412, 415, 418, 421, 429, 444, 498, 499, 503, 520, 999]);
/** Rules whose cause may be a bot wall: silence, server errors and redirect loops turn programs away, too. */
const MAYBE_FEIGNED = new Set(["links/unreachable", "links/server-error", "links/redirect-loop"]);

/**
 * True if a browser may find out more than an HTTP request: after a refusal, a challenge (202), anchors that a script creates,
 * or silence.
 */
export function needsSecondLook({ state, rule, status, isGarbled }: LinkVerdict): boolean {
  if (isGarbled) return true;
  if (state === "broken") return MAYBE_FEIGNED.has(rule ?? "");
  return state === "unknown" && rule === "links/unknown" && status !== null && (MAYBE_FOR_ROBOTS.has(status) || status < 300);
}

/** Titles and headings of bot walls, at any status. */
const WALL =
  /just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:human|robot)|not a robot|verify(?:ing)? (?:that )?you are|captcha|security (?:check|verification)|pardon our interruption|request (?:blocked|unsuccessful)|bot (?:detection|protection)|checking your browser|enable javascript and cookies|forbidden/i;

/**
 * Judges an undecided target by the response that a browser received. Returns null if the browser was refused as well or met a
 * bot wall.
 */
export function judgeBrowserView(target: string, { status, finalUrl, html }: BrowserView): LinkVerdict | null {
  if (status === null) return null;
  if (status === 404 || status === 410)
    return verdictOf(target, judgeAnswer({ url: target, finalUrl: withoutHash(finalUrl), status, hops: [], headers: {} }));
  if (status >= 400 || status === 202 || isWall(html) || readTitles(html).title === "") return null;
  const page = extractPage(html, { url: finalUrl });
  const arrived = withoutHash(finalUrl);
  const answer = workingAnswer({ status, finalUrl: arrived === withoutHash(target) ? null : arrived }, null);
  return page.truncated ? verdictOf(target, answer) : verdictOf(target, { ...answer, anchors: page.anchors });
}

/**
 * Judges a target whose browser view was inconclusive. A target that seemed broken becomes unknown if its server answered the
 * browser, even with a refusal.
 */
export function judgeRefusedView(verdict: LinkVerdict, { status, html }: BrowserView): LinkVerdict {
  if (verdict.state !== "broken" || status === null || (status >= 500 && !isWall(html))) return verdict;
  const reason = `The server only answers people, not programs (${status}), so we cannot tell whether this link works.`;
  return verdictOf(verdict.url, faultyAnswer("links/unknown", reason, { status }));
}

/** Returns true for the page of a bot wall, by its title or heading. */
export function isWall(html: string): boolean {
  const { title, heading } = readTitles(html);
  return WALL.test(title) || WALL.test(heading);
}

function withoutHash(address: string): string {
  const [before = ""] = address.split("#", 1);
  return before;
}
