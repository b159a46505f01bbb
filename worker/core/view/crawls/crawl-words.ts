import { plural } from "../../text/plural.ts";

export type CrawlReason = "first" | "scheduled" | "requested" | "page" | "trial";
export type CrawlState = "queued" | "running" | "finished" | "failed" | "cancelled";
type Tone = "neutral" | "accent" | "danger" | "success";

/** Reasons for a Crawl, in words. */
export const REASON_WORDS: Record<CrawlReason, string> = {
  first: "First crawl",
  scheduled: "Daily crawl",
  requested: "Manual crawl",
  page: "Page check",
  trial: "Try-out",
};

/** States of a Crawl, in words. */
export const CRAWL_STATES: Record<CrawlState, { words: string; tone: Tone }> = {
  queued: { words: "Waiting", tone: "neutral" },
  running: { words: "Running", tone: "accent" },
  finished: { words: "Done", tone: "success" },
  failed: { words: "Failed", tone: "danger" },
  cancelled: { words: "Stopped", tone: "neutral" },
};

/** Outcomes of pages, most important first; see core/crawl/visit.ts. */
const OUTCOME_WORDS = [
  ["new", "new"],
  ["changed", "changed"],
  ["unchanged", "unchanged"],
  ["gone", "gone"],
  ["failed", "not readable"],
  ["skipped", "left out"],
] as const;

/** Returns the outcome of one page in words; `null` is one that was not visited. */
export function outcomeInWords(outcome: string | null): string {
  if (outcome === null) return "not visited";
  return OUTCOME_WORDS.find(([known]) => known === outcome)?.[1] ?? outcome;
}

/** Formats pages by outcome: "3 new, 1 changed, 20 unchanged, 2 not readable". Empty if none was visited. */
export function outcomesInWords(outcomes: Record<string, number>): string {
  return OUTCOME_WORDS.flatMap(([outcome, words]) => {
    const count = outcomes[outcome] ?? 0;
    return count > 0 ? [`${count.toLocaleString("en-US")} ${words}`] : [];
  }).join(", ");
}

/** Formats the changes of a Crawl: "2 new issues, 1 issue fixed". */
export function changesInWords({ opened, fixed }: { opened: number; fixed: number }): string {
  if (opened === 0 && fixed === 0) return "no new issues";
  return [opened > 0 && plural(opened, "new issue"), fixed > 0 && `${plural(fixed, "issue")} fixed`].filter(Boolean).join(", ");
}
