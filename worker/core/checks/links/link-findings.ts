import type { PageLink } from "../../page/page-content.ts";
import { normalisePercentEncoding } from "../../url/canonical-url.ts";
import type { Finding } from "../finding.ts";
import type { LinkVerdict } from "../link-verdict.ts";
import { linkRule } from "./link-rules.ts";

/**
 * One Finding for each use of a link target that is not in order, none when it is. A target about which nothing is known gives Findings
 * too, so that their fingerprints can be marked undecided; they are neither shown nor mailed.
 */
export function linkFindings(verdict: LinkVerdict, uses: readonly PageLink[]): Finding[] {
  if (verdict.state === "ok") return [];
  const { severity, confidence } = linkRule(verdict.rule);
  const rule = verdict.rule ?? "links/unknown";
  const suggestions = verdict.state === "moved" && verdict.finalUrl ? [verdict.finalUrl] : [];
  const subject = normaliseTarget(verdict.url);
  return uses.map((use) => ({
    check: "links",
    rule,
    severity,
    confidence,
    message: verdict.reason,
    text: verdict.url,
    suggestions,
    excerpt: use.text,
    range: null,
    subject,
  }));
}

/** One spelling for one target, fragment kept: what an Issue is recognised by. What is no URL stays as it is. */
function normaliseTarget(target: string): string {
  const url = URL.parse(target);
  if (!url) return target;
  url.pathname = normalisePercentEncoding(url.pathname);
  url.search = normalisePercentEncoding(url.search);
  return url.href;
}
