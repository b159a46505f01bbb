import { faultyAnswer, verdictOf, workingAnswer } from "../link-answer.ts";
import type { LinkVerdict } from "../link-verdict.ts";

/** A target that shows a page again in a deeper folder, where a relative link leads to. */
export type CopiedTarget = { target: string; original: string; path: string };

/**
 * Judges targets that show copies. One relative link in a menu leads to a copy from every page, so only the target nearest to the root is
 * reported for each original; the others show the same page.
 */
export function judgeCopies(copies: readonly CopiedTarget[]): LinkVerdict[] {
  const nearest = new Map<string, string>();
  for (const { target, original } of copies) {
    const before = nearest.get(original);
    if (before === undefined || isNearer(target, before)) nearest.set(original, target);
  }
  return copies.map(({ target, original, path }) => {
    if (nearest.get(original) !== target) return verdictOf(target, workingAnswer({}));
    const reason = `This link does not begin with a slash (“${path}”), so here it leads to a copy of ${original}, and from there to ever deeper copies.`;
    return verdictOf(target, faultyAnswer("links/relative", reason, { status: 200, finalUrl: original }));
  });
}

function isNearer(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one < other);
}
