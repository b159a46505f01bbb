import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";

/** Verbs that an issue offers. `takeBack`: the words of the button that takes a decision of before back; null if there is none. */
export type OfferedVerbs = { decide: boolean; dictionary: boolean; snooze: boolean; takeBack: string | null };

/** Returns what can be decided about an issue in its state. What a crawl found fixed, or a dictionary settled, offers nothing. */
export function offeredVerbs({ state, check, fixedBy }: Pick<ListedIssue, "state" | "check" | "fixedBy">): OfferedVerbs {
  if (state === "fixed") return { ...NOTHING, takeBack: fixedBy === "person" ? "Not fixed" : null };
  if (state === "ignored") return { ...NOTHING, takeBack: "Stop ignoring" };
  return {
    decide: true,
    dictionary: check === "spelling",
    snooze: state !== "snoozed",
    takeBack: state === "snoozed" ? "Stop snoozing" : null,
  };
}

const NOTHING: OfferedVerbs = { decide: false, dictionary: false, snooze: false, takeBack: null };
