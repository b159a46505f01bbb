import { plural } from "../text/plural.ts";

type Reason = "first" | "scheduled" | "requested";
type State = "queued" | "running" | "finished" | "failed" | "cancelled";
type Tone = "neutral" | "accent" | "danger" | "success";

/** Why a Crawl was made. */
export const REASON_WORDS: Record<Reason, string> = {
  first: "First crawl",
  scheduled: "Daily crawl",
  requested: "Manual crawl",
};

/** How a Crawl stands. */
export const CRAWL_STATES: Record<State, { words: string; tone: Tone }> = {
  queued: { words: "Waiting", tone: "neutral" },
  running: { words: "Running", tone: "accent" },
  finished: { words: "Done", tone: "success" },
  failed: { words: "Failed", tone: "danger" },
  cancelled: { words: "Stopped", tone: "neutral" },
};

/** What became of pages, in the order of how much it matters; outcomes as in core/page/visit.ts. */
const OUTCOME_WORDS = [
  ["new", "new"],
  ["changed", "changed"],
  ["unchanged", "unchanged"],
  ["gone", "gone"],
  ["failed", "not readable"],
  ["skipped", "left out"],
] as const;

/** Pages by outcome in one line: "3 new, 1 changed, 20 unchanged, 2 not readable". Empty when none was visited. */
export function outcomesInWords(outcomes: Record<string, number>): string {
  return OUTCOME_WORDS.flatMap(([outcome, words]) => {
    const count = outcomes[outcome] ?? 0;
    return count > 0 ? [`${count.toLocaleString("en-US")} ${words}`] : [];
  }).join(", ");
}

/** What a Crawl brought: "2 new issues, 1 fixed". */
export function broughtInWords({ opened, fixed }: { opened: number; fixed: number }): string {
  if (opened === 0 && fixed === 0) return "no new issues";
  return [opened > 0 && plural(opened, "new issue"), fixed > 0 && `${plural(fixed, "issue")} fixed`].filter(Boolean).join(", ");
}
