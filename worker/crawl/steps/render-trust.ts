import { isPatternKnown } from "#worker/core/page/rendering/render-proof.ts";
import { urlPattern } from "#worker/core/page/rendering/url-pattern.ts";
import type { CrawlContext, Task } from "../crawl-context.ts";

type TrustContext = Pick<CrawlContext, "renderTrust">;

/** Notes that a page was read without the browser because its template has shown that HTML is enough. */
export function noteTrustedRead({ renderTrust, proofs }: TrustContext & Pick<CrawlContext, "proofs">, task: Task): void {
  const pattern = urlPattern(task.entry.url);
  if (!isPatternKnown(proofs.now, task.entry.url)) return;
  const given = renderTrust.given.get(pattern) ?? [];
  given.push(task);
  renderTrust.given.set(pattern, given);
}

/** Notes that a page says more in the browser, so that the other pages of its template must be read again. */
export function loseRenderTrust({ renderTrust }: TrustContext, url: string): void {
  renderTrust.lost.add(urlPattern(url));
  renderTrust.justLost.add(urlPattern(url));
}

/** Returns true if this Crawl found a page of the same template that says more in the browser. */
export function isRenderTrustLost({ renderTrust }: TrustContext, url: string): boolean {
  return renderTrust.lost.has(urlPattern(url));
}

/**
 * Removes and returns the visits to repeat because trust in their template was lost after them. A page is repeated once for each loss: where one
 * pattern has several templates, pages of the others are trusted again at once.
 */
export function takeMistrustedVisits({ renderTrust: { given, justLost } }: TrustContext): Task[] {
  const tasks = [...justLost].flatMap((pattern) => given.get(pattern) ?? []);
  for (const pattern of justLost) given.delete(pattern);
  justLost.clear();
  return tasks.map((task) => ({ ...task, attempt: 1 }));
}
