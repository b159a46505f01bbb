import type { CrawlContext, PlanFields } from "../crawl-context.ts";
import type { CrawlFailure } from "../crawl-plan.ts";

/** Addresses that may lead from one to the next before the last one counts. */
const MOST_STEPS = 5;

const NOT_VISITED: CrawlFailure = {
  code: "internal",
  message: "We did not visit this address, because it may sign us out or change something on the site.",
};

type PagesContext = PlanFields<"onlyPages"> & Pick<CrawlContext, "visited">;

/**
 * Returns why none of the pages that a person asked for could be read, in words for them. Null if one was read, or is gone: that is known
 * of it, too.
 */
export function failureOfPages({ plan, visited }: PagesContext): CrawlFailure | null {
  const failures = (plan.onlyPages ?? []).map(({ url }) => failureAt(visited, url));
  return failures.every((failure) => failure !== null) ? (failures[0] ?? null) : null;
}

/** Returns why an address, or the one that it leads to, was not read; null if it was read or is gone. */
function failureAt(visited: PagesContext["visited"], url: string, steps = MOST_STEPS): CrawlFailure | null {
  const visit = visited.get(url);
  if (!visit) return NOT_VISITED;
  if (visit.target !== null && steps > 0) return visited.has(visit.target) ? failureAt(visited, visit.target, steps - 1) : null;
  return visit.outcome === "failed" || visit.outcome === "skipped" ? visit.failure : null;
}
