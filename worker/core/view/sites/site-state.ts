/** Facts that determine a Site's state in the list of sites. */
export type SiteFacts = {
  pausedBy: "owner" | "plan" | null;
  failedDays: number;
  crawling: "queued" | "running" | null;
  lastState: "finished" | "failed" | "cancelled" | null;
  /** Since when we have paused it; absent: we have not. */
  heldAt?: Date | null;
};

export type SiteState = { tone: "neutral" | "accent" | "danger" | "warning" | "success"; words: string };

/**
 * Returns a Site's state in two or three words: current activity first, then what needs the owner's attention, then success.
 * The reasons are in site-troubles.ts.
 */
export function siteState({ pausedBy, failedDays, crawling, lastState, heldAt }: SiteFacts): SiteState {
  if (crawling === "running") return { tone: "accent", words: "Crawling now" };
  if (crawling === "queued") return { tone: "accent", words: "Crawl starts soon" };
  if (heldAt) return { tone: "warning", words: "Paused by us" };
  if (pausedBy === "plan") return { tone: "warning", words: "Paused" };
  if (pausedBy === "owner") return { tone: "neutral", words: "Paused" };
  if (failedDays > 1) return { tone: "danger", words: "Not readable" };
  if (lastState === "failed") return { tone: "danger", words: "Last crawl failed" };
  if (lastState === "cancelled") return { tone: "neutral", words: "Last crawl stopped" };
  if (lastState === "finished") return { tone: "success", words: "Watching" };
  return { tone: "neutral", words: "Not crawled yet" };
}
