/** One fleet of Sites for a wanted number of Occurrences. `largest`: one Team has 50 Sites of 2,000 pages besides. */
export type FleetShape = { sites: number; hasLargest: boolean };

/** The day on which everything in the database ends. */
export const FLEET_NOW = new Date("2026-11-30T06:00:00Z");
/** Daily Crawls of each Site. Those of the last few days still have their frontier. */
export const CRAWL_DAYS = 90;
export const FRONTIER_DAYS = 2;
export const LARGEST_TEAM = "largest";
export const LARGEST_SITES = 50;
const LARGEST_PAGES = 2_000;
/** Mistakes in what all pages of a Site share, as in a menu or a footer. */
export const ON_ALL_PAGES = 30;
/** Below this, one Team would be most of the database. */
const LARGEST_FROM = 10_000_000;
const TRIED = 1_000;

/**
 * Chooses the number of Sites for so many Occurrences. Of 1,000 Sites one has 10,000 pages, 20 have 2,000, 180 have 300 and the rest 80; each
 * has as many Issues as pages. 30 of them are on all pages, a tenth of the others on 30, the rest on one to four.
 */
export function fleetShape(occurrences: number): FleetShape {
  const hasLargest = occurrences >= LARGEST_FROM;
  const ofLargest = hasLargest ? LARGEST_SITES * occurrencesOn(LARGEST_PAGES) : 0;
  let inThousand = 0;
  for (let site = 0; site < TRIED; site += 1) inThousand += occurrencesOn(pagesOf(site));
  return { sites: Math.max(100, Math.round(((occurrences - ofLargest) / inThousand) * TRIED)), hasLargest };
}

/** SQL of the same numbers; the row `shape` has the number of the Site as `k`. */
export const PAGES_OF_SITE = `CASE WHEN k % 1000 = 0 THEN 10000 WHEN k % 50 = 1 THEN 2000 WHEN k % 5 = 2 AND k % 100 < 90 THEN 300 ELSE 80 END`;
/** SQL of the Team of a Site: of 100 Sites, 50 are of an agency, 40 of Teams with five, and ten are alone. */
export const TEAM_OF_SITE = `CASE WHEN k % 100 < 50 THEN 'agency-' || k / 100 WHEN k % 100 < 90 THEN 'pro-' || k / 5 ELSE 'free-' || k END`;
/** SQL of the number of Occurrences of the Issue `j` of a Site. */
export const OCCURRENCES_OF_ISSUE = `CASE WHEN j < ${ON_ALL_PAGES} THEN shape.pages WHEN j % 10 = 0 THEN least(30, shape.pages) ELSE 1 + j % 4 END`;

function pagesOf(k: number): number {
  if (k % 1000 === 0) return 10_000;
  if (k % 50 === 1) return LARGEST_PAGES;
  return k % 5 === 2 && k % 100 < 90 ? 300 : 80;
}

function occurrencesOn(pages: number): number {
  let sum = 0;
  for (let j = 0; j < pages; j += 1) sum += j < ON_ALL_PAGES ? pages : j % 10 === 0 ? Math.min(30, pages) : 1 + (j % 4);
  return sum;
}
