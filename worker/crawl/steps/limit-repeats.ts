import type { CrawlContext, Ports, Task } from "../crawl-context.ts";

/** Repeats of one page in a Crawl: after a passing failure, as itself, or because trust in its template was lost. */
const MOST_REPEATS = 5;

/**
 * Returns the visits to repeat, without those of pages that were repeated too often. That would be a fault of ours, which the operator gets, and
 * must never request a page of a Site without end.
 */
export function limitRepeats(
  { repeats, ports }: Ports<"onFault"> & Pick<CrawlContext, "repeats">,
  tasks: readonly Task[],
): Task[] {
  return tasks.filter(({ entry: { url } }) => {
    const count = (repeats.get(url) ?? 0) + 1;
    repeats.set(url, count);
    if (count === MOST_REPEATS + 1) ports.onFault(new Error("The crawl wanted to visit a page again and again."), url);
    return count <= MOST_REPEATS;
  });
}
