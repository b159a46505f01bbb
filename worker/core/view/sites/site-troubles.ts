import { heldWords } from "../../operating/held-words.ts";
import { UNPROVEN_PAGES } from "../../ownership/is-proven.ts";
import { plural } from "../../text/plural.ts";

/** Facts about a Site that may need its owner. */
export type TroubleFacts = {
  pausedBy: "owner" | "plan" | null;
  failedDays: number;
  isProven: boolean;
  /** Since when we have paused it, and why; absent: we have not. */
  heldAt?: Date | null;
  heldReason?: string | null;
  last: { state: "finished" | "failed" | "cancelled"; failureMessage: string | null; notChecked: NotCheckedPart[] } | null;
};
type NotCheckedPart = { code: string; message: string };

/** One trouble in a sentence; a smaller `rank` is more urgent. */
export type SiteTrouble = { rank: number; tone: "danger" | "warning" | "neutral"; words: string };

/** Parts left out that an owner may want to change, most urgent first. The others are as they should be, such as downloads. */
export const TROUBLING_CODES: readonly string[] = [
  "sign-in",
  "site-down",
  "same-text",
  "pages-missing",
  "failed",
  "no-text",
  "time-limit",
  "crawl-delay",
  "page-limit",
];
/** The rank of a Site without trouble. */
export const UNTROUBLED = 9;

/** Returns what troubles a Site, most urgent first: our pause, crawls that fail, a pause, no verification, pages that were not checked. */
export function siteTroubles(facts: TroubleFacts): SiteTrouble[] {
  return [hold(facts), failure(facts), planPause(facts), unverified(facts), notChecked(facts), ownPause(facts)].filter(
    (trouble) => trouble !== null,
  );
}

/** Returns the rank of the most urgent trouble, for sorting. */
export function troubleRank(troubles: readonly SiteTrouble[]): number {
  return Math.min(UNTROUBLED, ...troubles.map(({ rank }) => rank));
}

function hold({ heldAt, heldReason }: TroubleFacts): SiteTrouble | null {
  return heldAt ? { rank: 0, tone: "warning", words: heldWords("site", heldReason ?? null) } : null;
}

function failure({ failedDays, last }: TroubleFacts): SiteTrouble | null {
  if (last?.state !== "failed") return null;
  const since = failedDays > 1 ? `We could not read it for ${plural(failedDays, "day")}` : "The last crawl failed";
  return { rank: 0, tone: "danger", words: `${since}. ${last.failureMessage ?? "The site did not answer."}` };
}

function planPause({ pausedBy }: TroubleFacts): SiteTrouble | null {
  if (pausedBy !== "plan") return null;
  return { rank: 1, tone: "warning", words: "Paused, because you have more sites than your plan includes." };
}

function unverified({ isProven, last }: TroubleFacts): SiteTrouble | null {
  if (isProven || last === null) return null;
  return { rank: 2, tone: "warning", words: `Not verified as yours, so we read at most ${UNPROVEN_PAGES} pages.` };
}

function notChecked({ last }: TroubleFacts): SiteTrouble | null {
  if (last?.state !== "finished") return null;
  const code = TROUBLING_CODES.find((each) => last.notChecked.some((part) => part.code === each));
  const part = last.notChecked.find((each) => each.code === code);
  return part ? { rank: 3, tone: "warning", words: part.message } : null;
}

function ownPause({ pausedBy }: TroubleFacts): SiteTrouble | null {
  return pausedBy === "owner" ? { rank: 4, tone: "neutral", words: "You paused its daily crawls." } : null;
}
