import { escapeNonAscii, normalisePercentEncoding } from "../canonical-url.ts";
import { makeWildcard } from "../wildcard.ts";

/** Rules of a robots.txt for one crawler. */
export type RobotsRules = {
  /** True if the crawler may visit a path with its query. */
  isAllowed(path: string): boolean;
  /** Seconds between two requests; null if not set. Not part of RFC 9309, but widely used. */
  crawlDelay: number | null;
  /** As written in the file. */
  sitemaps: string[];
};

type Rule = { allow: boolean; length: number; matches(path: string): boolean };
type Group = { rules: Rule[]; crawlDelay: number | null };

/**
 * Parses a robots.txt (RFC 9309) for the crawler named `token`: all groups that name it, or else those for `*`. The longest
 * rule that matches a path wins, and of equals the one that allows. Accepts any text, in time and memory proportional to its
 * length: each group's rules are stored once, and no pattern becomes a regular expression.
 */
export function parseRobotsRules(text: string, token: string): RobotsRules {
  const own: Group = { rules: [], crawlDelay: null };
  const everyone: Group = { rules: [], crawlDelay: null };
  const sitemaps: string[] = [];
  let isNamed = false;
  let open = new Set<Group>();
  let isReadingNames = false;
  for (const { field, value } of fieldsOf(text)) {
    if (field === "sitemap" && value !== "") sitemaps.push(value);
    if (field === "user-agent") {
      if (!isReadingNames) open = new Set();
      isReadingNames = true;
      const name = value.split("/", 1)[0]?.trim().toLowerCase();
      if (name === token.toLowerCase()) {
        isNamed = true;
        open.add(own);
      } else if (name === "*") open.add(everyone);
    }
    if (field !== "allow" && field !== "disallow" && field !== "crawl-delay") continue;
    isReadingNames = false;
    for (const group of open) addTo(group, field, value);
  }
  const { rules, crawlDelay } = isNamed ? own : everyone;
  return { isAllowed: (path) => isAllowedBy(rules, normalisePercentEncoding(path)), crawlDelay, sitemaps };
}

function* fieldsOf(text: string): Generator<{ field: string; value: string }, void, undefined> {
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const [said = ""] = line.split("#", 1);
    const colon = said.indexOf(":");
    if (colon > 0) yield { field: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
  }
}

function addTo(group: Group, field: "allow" | "disallow" | "crawl-delay", value: string): void {
  if (value === "") return;
  if (field === "crawl-delay") {
    const seconds = Number(value);
    if (seconds >= 0) group.crawlDelay = seconds;
    return;
  }
  const pattern = normalisePercentEncoding(escapeNonAscii(value));
  const whole = pattern.endsWith("$") ? pattern.slice(0, -1) : `${pattern}*`;
  group.rules.push({ allow: field === "allow", length: pattern.length, matches: makeWildcard(whole.replace(/\*+/g, "*")) });
}

function isAllowedBy(rules: readonly Rule[], path: string): boolean {
  let allowed = true;
  let longest = 0;
  for (const { allow, length, matches } of rules) {
    const counts = length > longest || (length === longest && allow && !allowed);
    if (!counts || !matches(path)) continue;
    longest = length;
    allowed = allow;
  }
  return allowed;
}
