import { CHECK_IDS, CHECK_KINDS, type CheckCounts } from "../../checks/check-kinds.ts";
import { formatCount, plural } from "../../text/plural.ts";

/** Formats open issues by check: "8 spelling mistakes, 3 link issues"; empty if there are none. */
export function openInWords(open: CheckCounts): string {
  return CHECK_IDS.filter((check) => open[check] > 0)
    .map((check) => plural(open[check], ...CHECK_KINDS[check].nouns))
    .join(", ");
}

/** Returns the number of all open issues. */
export function totalOpen(open: CheckCounts): number {
  return CHECK_IDS.reduce((sum, check) => sum + open[check], 0);
}

/** Compares open issues with those of a week ago: "3 fewer than a week ago". Null if there is no figure from then. */
export function weekInWords(now: number, weekAgo: number | null): string | null {
  if (weekAgo === null) return null;
  if (now === weekAgo) return "as many as a week ago";
  return now > weekAgo
    ? `${formatCount(now - weekAgo)} more than a week ago`
    : `${formatCount(weekAgo - now)} fewer than a week ago`;
}
