import { linkRule } from "./link-rules.ts";

/** True if a rule's Finding is believed only when the next Crawl sees it again, as with server errors and time-outs. */
export function needsNextCrawl(rule: string): boolean {
  return linkRule(rule).needsNextCrawl === true;
}
