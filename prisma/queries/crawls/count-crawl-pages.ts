import type { Transaction } from "#prisma/client.ts";
import { leftOutCode, type NotCheckedCode } from "#worker/core/report/not-checked.ts";

/**
 * `found`: addresses on the frontier, visited or not. `checked`: pages that were read. `done`: checked and failed pages,
 * without those that are gone or skipped. `leftOut`: pages that were not read, by reason.
 */
export type PageNumbers = {
  found: number;
  done: number;
  checked: number;
  changed: number;
  failed: number;
  leftOut: Map<NotCheckedCode, number>;
};

/** Counts a Crawl's pages by result, over all its attempts. */
export async function countPages(tx: Transaction, crawlId: string): Promise<PageNumbers> {
  const groups = await tx.crawlPage.groupBy({ by: ["done", "outcome", "failureCode"], where: { crawlId }, _count: true });
  const numbers: PageNumbers = { found: 0, done: 0, checked: 0, changed: 0, failed: 0, leftOut: new Map() };
  for (const { done, outcome, failureCode, _count } of groups) {
    numbers.found += _count;
    if (!done) continue;
    if (outcome === "new" || outcome === "changed" || outcome === "unchanged") numbers.checked += _count;
    if (outcome === "new" || outcome === "changed") numbers.changed += _count;
    if (outcome === "failed") numbers.failed += _count;
    numbers.done = numbers.checked + numbers.failed;
    const code = leftOutCode(outcome, failureCode);
    if (code) numbers.leftOut.set(code, (numbers.leftOut.get(code) ?? 0) + _count);
  }
  return numbers;
}
