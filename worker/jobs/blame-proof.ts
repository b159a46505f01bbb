import { UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { listNotChecked, type NotChecked } from "#worker/core/report/not-checked.ts";
import type { CrawlAccount, LateLinks } from "#worker/crawl/crawl-plan.ts";

/** Names the missing proof as the reason for pages left out, if the Site's own page limit would have allowed more. */
export function blameProof(account: CrawlAccount, pageLimit: number): CrawlAccount {
  if (pageLimit <= UNPROVEN_PAGES) return account;
  const { late, ...rest } = account;
  const finishBlamed = async (links: LateLinks) => {
    const end = await links.finish();
    return { ...end, notChecked: blamed(end.notChecked) };
  };
  return {
    ...rest,
    notChecked: blamed(account.notChecked),
    late: late && { targets: late.targets, finish: () => finishBlamed(late) },
  };
}

function blamed(account: readonly NotChecked[]): NotChecked[] {
  return listNotChecked(new Map(account.map((part) => [part.code === "page-limit" ? "not-proven" : part.code, part] as const)));
}
