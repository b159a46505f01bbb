import { decodeFragment, fragmentOf, hasAnchor } from "./fragment.ts";
import { isWorking } from "./is-working.ts";
import { LINK_RULES, type LinkRuleId } from "./link-rules.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import type { PageTitles } from "./page-titles.ts";
import type { ParkingSigns } from "./parking-signs.ts";
import type { Needed } from "./target-use.ts";

/**
 * Result of requesting one address. `anchors` are the page's anchors and `titles` its title and heading; null if unknown.
 * `isScripted`: scripts may create more anchors.
 */
export type LinkAnswer = Omit<LinkVerdict, "url"> & {
  anchors: readonly string[] | null;
  titles: PageTitles | null;
  isScripted?: boolean;
  /** The use for which the type of the answer was judged. */
  judgedFor?: Needed;
  /** Set for an answer to HEAD whose type does not fit the name or the use, so that only GET can tell. */
  isDoubtful?: true;
  /** Signs that the domain is parked; absent where the page was not read. */
  parking?: ParkingSigns;
};

/** Reason for a soft 404, in the owner's words. */
export const SOFT_404_REASON = "This page does not exist: the server says 200 but shows an error page.";

type Found = { status?: number | null; finalUrl?: string | null };

/** Returns an answer that a visitor can use. */
export function workingAnswer({ status = 200, finalUrl = null }: Found, anchors: readonly string[] | null = null): LinkAnswer {
  return { state: "ok", rule: null, status, reason: "", finalUrl, anchors, titles: null };
}

/** Returns an answer with a fault to report. */
export function faultyAnswer(rule: LinkRuleId, reason: string, { status = null, finalUrl = null }: Found = {}): LinkAnswer {
  return { state: LINK_RULES[rule].state, rule, status, reason, finalUrl, anchors: null, titles: null };
}

/**
 * Returns a target's verdict from the answer of its address. Targets that share the address differ only in their anchors. The fragment of
 * a redirect replaces the link's, because visitors arrive there (RFC 9110, 10.2.2).
 */
export function verdictOf(
  target: string,
  { anchors, titles: _, parking: _signs, isScripted, judgedFor: _use, isDoubtful: _doubt, ...answer }: LinkAnswer,
): LinkVerdict {
  const fragment = fragmentOf(target) && fragmentOf(withFragment(answer.finalUrl, target) ?? target);
  if (!isWorking(answer) || fragment === null || anchors === null || hasAnchor(anchors, fragment))
    return { url: target, ...answer, finalUrl: withFragment(answer.finalUrl, target) };
  if (isScripted) {
    const reason = `This page creates its anchors with JavaScript, so we cannot tell whether “#${decodeFragment(fragment)}” exists.`;
    return { url: target, state: "unknown", rule: "links/unknown", status: answer.status, reason, finalUrl: answer.finalUrl };
  }
  const reason = `The page has no anchor “#${decodeFragment(fragment)}”, so the link opens at the top of the page.`;
  return { url: target, state: "broken", rule: "links/fragment", status: answer.status, reason, finalUrl: answer.finalUrl };
}

/** Adds the target's fragment, which a redirect keeps unless it has its own (RFC 9110, 10.2.2). */
function withFragment(finalUrl: string | null, target: string): string | null {
  const final = finalUrl === null ? null : URL.parse(finalUrl);
  if (!final) return finalUrl;
  final.hash ||= URL.parse(target)?.hash ?? "";
  return final.href;
}
