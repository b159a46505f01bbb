import type { Severity } from "../finding.ts";
import type { LinkState } from "./link-verdict.ts";

export type LinkRule = {
  state: Exclude<LinkState, "ok">;
  severity: Severity;
  confidence: number;
  /** The version of the rules that introduced this rule or extended it to more targets. */
  since: number;
  /** Temporary failures, believed only when the next Crawl sees them again. */
  needsNextCrawl?: true;
};

/**
 * Increase this whenever a target that answers as before may get another verdict (a test enforces it), and set `since` on each
 * rule that is new or covers more. Findings of newer rules about links that existed before are not mailed.
 */
export const LINK_RULES_VERSION = 7;

/** All rules that a link's verdict may name. Rules below `MAIL_CONFIDENCE` are shown, never mailed. */
export const LINK_RULES = {
  "links/not-found": { state: "broken", severity: "error", confidence: 0.95, since: 1 },
  "links/domain-not-found": { state: "broken", severity: "error", confidence: 0.95, since: 1 },
  "links/certificate": { state: "broken", severity: "error", confidence: 0.9, since: 1 },
  /** Browsers often fetch a missing intermediate certificate; we do not. */
  "links/certificate-chain": { state: "broken", severity: "error", confidence: 0.5, since: 1 },
  "links/redirect-loop": { state: "broken", severity: "error", confidence: 0.8, since: 1 },
  "links/server-error": { state: "broken", severity: "error", confidence: 0.8, since: 1, needsNextCrawl: true },
  "links/unreachable": { state: "broken", severity: "error", confidence: 0.8, since: 1, needsNextCrawl: true },
  /** Scripts may create the anchor while the page runs. */
  "links/fragment": { state: "broken", severity: "error", confidence: 0.5, since: 1 },
  /** Soft 404: 200 with the same error page that non-existent addresses of the host return. */
  "links/gone-soft": { state: "broken", severity: "error", confidence: 0.85, since: 7 },
  /** The host redirects non-existent addresses to its front page, so the linked page is probably gone. */
  "links/leads-home": { state: "broken", severity: "warning", confidence: 0.5, since: 2 },
  /** A web page in place of a picture, style sheet or script: hosts of single-page apps answer so for everything that is missing. */
  "links/wrong-type": { state: "broken", severity: "error", confidence: 0.85, since: 5 },
  /** Two signs agree that the domain was sold or given up: the page says so, or shows the program of a service for such domains. */
  "links/parked": { state: "broken", severity: "error", confidence: 0.85, since: 5 },
  /** One sign only. */
  "links/maybe-parked": { state: "broken", severity: "warning", confidence: 0.5, since: 5 },
  /** A picture or font that a style sheet or manifest loads is missing. Visitors rarely notice, so it is not mailed. */
  "links/style-sheet": { state: "broken", severity: "warning", confidence: 0.5, since: 4 },
  /** Not a web address, as any reader can see, or one without its scheme (`www.mill.example`). */
  "links/malformed": { state: "broken", severity: "error", confidence: 0.9, since: 6 },
  /** A relative link that leads to copies of pages in ever deeper folders. Visitors still see a page. */
  "links/relative": { state: "broken", severity: "warning", confidence: 0.85, since: 5 },
  "links/mail-address": { state: "broken", severity: "error", confidence: 0.9, since: 3 },
  "links/phone-number": { state: "broken", severity: "error", confidence: 0.8, since: 2 },
  /** A part of a secure page that browsers block or hide: a fault of the page, even if the target answers. */
  "links/mixed-content": { state: "insecure", severity: "error", confidence: 0.85, since: 2 },
  /** Visitors still reach the target, mostly over https in the end. */
  "links/insecure": { state: "insecure", severity: "hint", confidence: 0.4, since: 2 },
  /** Works, and there is no better address to link: reported only for the parts of secure pages. */
  "links/plain-http": { state: "insecure", severity: "hint", confidence: 0.1, since: 2 },
  "links/moved": { state: "moved", severity: "hint", confidence: 0.3, since: 1 },
  "links/unknown": { state: "unknown", severity: "hint", confidence: 0.1, since: 1 },
} as const satisfies Record<string, LinkRule>;

export type LinkRuleId = keyof typeof LINK_RULES;

/** Returns a rule's definition. A rule that this version does not know (an old record) is treated as `links/unknown`. */
export function linkRule(rule: string | null): LinkRule {
  return isLinkRule(rule) ? LINK_RULES[rule] : LINK_RULES["links/unknown"];
}

function isLinkRule(rule: string | null): rule is LinkRuleId {
  return rule !== null && Object.hasOwn(LINK_RULES, rule);
}
