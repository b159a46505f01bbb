import { isPatternKnown } from "#worker/core/page/rendering/render-proof.ts";
import { urlPattern } from "#worker/core/page/rendering/url-pattern.ts";
import type { CrawlContext, Task } from "../crawl-context.ts";

/** Notes that a page's HTML was taken for all that it says. */
export function noteTrustedRead({ renderTrust: trust, proofs }: CrawlContext, task: Task): void {
  const pattern = urlPattern(task.entry.url);
  if (!isPatternKnown(proofs.now, task.entry.url)) return;
  const given = trust.given.get(pattern) ?? [];
  given.push(task);
  trust.given.set(pattern, given);
}

/** Notes that a page of this address's family says more in the browser: what its other pages say has to be read again. */
export function loseRenderTrust({ renderTrust: trust }: CrawlContext, url: string): void {
  trust.lost.add(urlPattern(url));
}

/** True if this Crawl found out that the HTML of such pages is not all that they say. */
export function isRenderTrustLost({ renderTrust: trust }: CrawlContext, url: string): boolean {
  return trust.lost.has(urlPattern(url));
}

/** Visits to repeat, each once, because trust in their family was lost after them. */
export function takeMistrustedVisits({ renderTrust: trust }: CrawlContext): Task[] {
  const tasks = [...trust.lost].flatMap((pattern) => trust.given.get(pattern) ?? []);
  for (const pattern of trust.lost) trust.given.delete(pattern);
  return tasks.map((task) => ({ ...task, attempt: 1 }));
}
