import type { KnownIssue, SeenIssue } from "./issue.ts";

/** Pages that a Crawl of single pages read, and the ids of the Issues last seen on them. */
export type ReadPages = { urls: ReadonlySet<string>; issueIds: ReadonlySet<string> };

type Issues = { known: readonly KnownIssue[]; seen: readonly SeenIssue[] };

/**
 * Leaves only the Issues of which a Crawl of single pages knows something. `seen`: those on its pages. `known`: these, and those that were on
 * its pages and are on no page now. `moved`: those that were on its pages and are seen on others only, so that only their places change.
 */
export function narrowToPages(
  { known, seen }: Issues,
  { urls, issueIds }: ReadPages,
): { known: KnownIssue[]; seen: SeenIssue[]; moved: SeenIssue[] } {
  const [here, elsewhere] = [true, false].map((isHere) =>
    seen.filter(({ occurrences }) => occurrences.some(({ url }) => urls.has(url)) === isHere),
  );
  const namesHere = namesOf(here ?? []);
  const namesElsewhere = namesOf(elsewhere ?? []);
  const wasHere = new Set(known.filter(({ id }) => issueIds.has(id)).map(({ fingerprint }) => fingerprint));
  return {
    known: known.filter(
      ({ fingerprint }) => namesHere.has(fingerprint) || (wasHere.has(fingerprint) && !namesElsewhere.has(fingerprint)),
    ),
    seen: here ?? [],
    moved: (elsewhere ?? []).filter(({ fingerprint }) => wasHere.has(fingerprint)),
  };
}

/** Returns all fingerprints of Issues, with those that earlier versions gave them. */
function namesOf(issues: readonly SeenIssue[]): Set<string> {
  return new Set(issues.flatMap(({ fingerprint, earlier }) => [fingerprint, ...earlier]));
}
