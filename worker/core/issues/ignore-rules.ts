import { hostLine, makeIsIgnored } from "../url/ignored-links.ts";
import type { IgnoreScope } from "./decisions/issue-decision.ts";

/** An IgnoreRule as far as it is compared with Issues. `url`: address of the page, for the scope page. */
export type IgnoreRule = {
  id: string;
  scope: IgnoreScope;
  issueId: string | null;
  url: string | null;
  rule: string | null;
  target: string | null;
};

/** An Issue as far as rules are compared with it. `urls`: the pages that have it. Issues that are not stored have no id. */
type Coverable = { id: string | null; check: string; rule: string; text: string; urls: readonly string[] };
/** `all`: the rule that ignores the whole Issue; null: none. `pages`: the rules that ignore it on one page, by its address. */
export type Cover = { all: string | null; pages: ReadonlyMap<string, string> };

/**
 * Returns a function that finds the rules that ignore an Issue. An Issue that is ignored on each of its pages is ignored as a whole. The
 * oldest of several rules counts, so pass them oldest first.
 */
export function makeFindCover(rules: readonly IgnoreRule[]): (issue: Coverable) => Cover {
  const byRule = new Map<string, string>();
  const onPages = new Map<string, Map<string, string>>();
  const links: { id: string; matches(target: string): boolean }[] = [];
  for (const { id, scope, issueId, url, rule, target } of rules) {
    if (scope === "rule" && rule !== null && !byRule.has(rule)) byRule.set(rule, id);
    if (scope === "page" && issueId !== null && url !== null) {
      const pages = onPages.get(issueId) ?? new Map<string, string>();
      if (!pages.has(url)) pages.set(url, id);
      onPages.set(issueId, pages);
    }
    if (scope === "host" && target !== null) links.push({ id, matches: (one) => hostLine(one) === target });
    if (scope === "target" && target !== null) links.push({ id, matches: sameTarget(target) });
  }
  return ({ id, check, rule, text, urls }) => {
    const pages = (id === null ? undefined : onPages.get(id)) ?? new Map<string, string>();
    const ofLink = check === "links" ? links.find(({ matches }) => matches(text))?.id : undefined;
    const [first] = urls;
    const ofAllPages = first !== undefined && urls.every((url) => pages.has(url)) ? pages.get(first) : undefined;
    return { all: byRule.get(rule) ?? ofLink ?? ofAllPages ?? null, pages };
  };
}

/** Returns a function that is true for a target with any scheme and anchor. `*` in an address is a character, not a pattern. */
function sameTarget(target: string): (other: string) => boolean {
  const isIgnored = target.includes("*") ? () => false : makeIsIgnored([target]);
  return (other) => other === target || isIgnored(other);
}
