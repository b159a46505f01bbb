import type { SiteSummary } from "#prisma/queries/sites/find-sites.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { clockTime, relativeTime } from "#worker/core/view/moments.ts";
import { openInWords, totalOpen, weekInWords } from "#worker/core/view/quality/open-words.ts";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { type SiteState, siteState } from "#worker/core/view/sites/site-state.ts";
import type { SiteTrouble } from "#worker/core/view/sites/site-troubles.ts";

/** A moment as it is shown: its ISO form, its clock time in the Site's zone, and its distance from now. */
export type ShownMoment = { iso: string; clock: string; words: string };

/** A row of the list of Sites in words. `open` null: there is no report yet. */
export type SiteRowFacts = {
  id: string;
  name: string;
  address: string;
  state: SiteState;
  troubles: Pick<SiteTrouble, "words" | "tone">[];
  open: { count: string; words: string; lines: string[] } | null;
  quality: { score: number; basis: string } | null;
  crawled: ShownMoment | null;
  /** Null for a Site that is paused. */
  next: ShownMoment | null;
};

/** Puts a Site into the words of its row, so that the browser gets words only. */
export function siteRowFacts(site: SiteSummary & { troubles: SiteTrouble[] }, now: Date): SiteRowFacts {
  const moment = (at: Date): ShownMoment => ({
    iso: at.toISOString(),
    clock: `${clockTime(at, site.timeZone)} (${site.timeZone})`,
    words: relativeTime(at, now),
  });
  const quality = site.figures && qualityOf(site.figures);
  return {
    id: site.id,
    name: site.name,
    address: shownAddress(site.startUrl),
    state: siteState({ ...site, lastState: site.last?.state ?? null }),
    troubles: site.troubles.map(({ words, tone }) => ({ words, tone })),
    open: openFacts(site),
    quality: quality && { score: quality.score, basis: `${plural(site.figures?.words ?? 0, "word")} checked` },
    crawled: site.last && moment(site.last.at),
    next: site.pausedBy || site.heldAt ? null : moment(site.nextCrawlAt),
  };
}

function openFacts({ open, openWeekAgo, last }: SiteSummary): SiteRowFacts["open"] {
  const all = totalOpen(open);
  if (last?.state !== "finished" && all === 0) return null;
  const change = weekInWords(all, openWeekAgo);
  return {
    count: formatCount(all),
    words: all === 1 ? "open issue" : "open issues",
    lines: [...(all > 0 ? [openInWords(open)] : []), ...(change ? [change] : [])],
  };
}
