import type { Severity } from "../finding.ts";
import type { LinkState } from "./link-verdict.ts";

export type LinkRule = {
  state: Exclude<LinkState, "ok">;
  severity: Severity;
  confidence: number;
  /** The version of the rules that first said this, or says it of more targets than the one before. */
  since: number;
  /** Servers stumble and networks hiccup: believed only when the next Crawl sees it again. */
  needsNextCrawl?: true;
};

/**
 * Raised with every change after which a target that answers as before may get another verdict (a test holds it to that); the rule that is
 * new, or says more, names it as its `since`. What only a newer rule says of links that stood there before is not mailed.
 */
export const LINK_RULES_VERSION = 4;

/** Every reason that a link's verdict may name. Under `MAIL_CONFIDENCE` it is shown, never mailed. */
export const LINK_RULES = {
  "links/not-found": { state: "broken", severity: "error", confidence: 0.95, since: 1 },
  "links/domain-not-found": { state: "broken", severity: "error", confidence: 0.95, since: 1 },
  "links/certificate": { state: "broken", severity: "error", confidence: 0.9, since: 1 },
  /** Browsers often find the missing certificate by themselves; we do not. */
  "links/certificate-chain": { state: "broken", severity: "error", confidence: 0.5, since: 1 },
  "links/redirect-loop": { state: "broken", severity: "error", confidence: 0.8, since: 1 },
  "links/server-error": { state: "broken", severity: "error", confidence: 0.8, since: 1, needsNextCrawl: true },
  "links/unreachable": { state: "broken", severity: "error", confidence: 0.8, since: 1, needsNextCrawl: true },
  /** Scripts may make the place while the page runs. */
  "links/fragment": { state: "broken", severity: "error", confidence: 0.5, since: 1 },
  /** 200 with an error page, the very one that made-up addresses of the host get. */
  "links/gone-soft": { state: "broken", severity: "error", confidence: 0.85, since: 2 },
  /** Every address that does not exist leads to the front page there: what was linked is likely gone. */
  "links/leads-home": { state: "broken", severity: "warning", confidence: 0.5, since: 2 },
  /** A picture or font that a style sheet or a manifest asks for is not there: seldom seen, so shown and not mailed. */
  "links/style-sheet": { state: "broken", severity: "warning", confidence: 0.5, since: 4 },
  /** No address of the web, as everybody can see who reads it. */
  "links/malformed": { state: "broken", severity: "error", confidence: 0.9, since: 4 },
  "links/mail-address": { state: "broken", severity: "error", confidence: 0.9, since: 3 },
  "links/phone-number": { state: "broken", severity: "error", confidence: 0.8, since: 2 },
  /** A part of a secure page that browsers refuse or hide: a fault of the page, whatever the target answers. */
  "links/mixed-content": { state: "insecure", severity: "error", confidence: 0.85, since: 2 },
  /** Visitors get there all the same, most over https in the end. */
  "links/insecure": { state: "insecure", severity: "hint", confidence: 0.4, since: 2 },
  /** Works, and nothing better can be linked than what is written: told only of the parts of secure pages. */
  "links/plain-http": { state: "insecure", severity: "hint", confidence: 0.1, since: 2 },
  "links/moved": { state: "moved", severity: "hint", confidence: 0.3, since: 1 },
  "links/unknown": { state: "unknown", severity: "hint", confidence: 0.1, since: 1 },
} as const satisfies Record<string, LinkRule>;

export type LinkRuleId = keyof typeof LINK_RULES;

/** What a rule means; of a rule that this version does not know (an old record), the meaning of `links/unknown`. */
export function linkRule(rule: string | null): LinkRule {
  return isLinkRule(rule) ? LINK_RULES[rule] : LINK_RULES["links/unknown"];
}

function isLinkRule(rule: string | null): rule is LinkRuleId {
  return rule !== null && Object.hasOwn(LINK_RULES, rule);
}
