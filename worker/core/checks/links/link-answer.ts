import { decodeFragment, fragmentOf, hasAnchor } from "./fragment.ts";
import { LINK_RULES, type LinkRuleId } from "./link-rules.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import type { PageSigns } from "./page-signs.ts";
import { works } from "./works.ts";

/**
 * What asking one address gave. `anchors`: the places on the page, `signs`: what it calls itself; null where they are not known.
 * `isScripted`: scripts may make more places.
 */
export type LinkAnswer = Omit<LinkVerdict, "url"> & {
  anchors: readonly string[] | null;
  signs: PageSigns | null;
  isScripted?: boolean;
};

/** In the owner's words: the server says 200 and shows its error page. */
export const SOFT_404 = "This page does not exist: the server says 200 but shows an error page.";

type Found = { status?: number | null; finalUrl?: string | null };

/** An answer that a visitor can use. */
export function worksAnswer({ status = 200, finalUrl = null }: Found, anchors: readonly string[] | null = null): LinkAnswer {
  return { state: "ok", rule: null, status, reason: "", finalUrl, anchors, signs: null };
}

/** An answer that something is to be said about. */
export function faultAnswer(rule: LinkRuleId, reason: string, { status = null, finalUrl = null }: Found = {}): LinkAnswer {
  return { state: LINK_RULES[rule].state, rule, status, reason, finalUrl, anchors: null, signs: null };
}

/** A target's verdict from the answer of its address: the same for all targets there, but for the place on the page that each names. */
export function verdictOf(target: string, { anchors, signs: _, isScripted, ...answer }: LinkAnswer): LinkVerdict {
  const fragment = fragmentOf(target);
  if (!works(answer) || fragment === null || anchors === null || hasAnchor(anchors, fragment))
    return { url: target, ...answer, finalUrl: withFragment(answer.finalUrl, target) };
  if (isScripted) {
    const reason = `This page creates its anchors with JavaScript, so we cannot tell whether “#${decodeFragment(fragment)}” exists.`;
    return { url: target, state: "unknown", rule: "links/unknown", status: answer.status, reason, finalUrl: answer.finalUrl };
  }
  const reason = `The page has no anchor “#${decodeFragment(fragment)}”, so the link opens at the top of the page.`;
  return { url: target, state: "broken", rule: "links/fragment", status: answer.status, reason, finalUrl: answer.finalUrl };
}

/** A redirect keeps the fragment unless it brings its own (RFC 9110, 10.2.2). */
function withFragment(finalUrl: string | null, target: string): string | null {
  const final = finalUrl === null ? null : URL.parse(finalUrl);
  if (!final) return finalUrl;
  final.hash ||= URL.parse(target)?.hash ?? "";
  return final.href;
}
