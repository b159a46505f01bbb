import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import type { CheckCounts } from "#worker/core/checks/check-kinds.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { QualityFigures } from "#worker/core/view/quality/quality-score.ts";
import { storedNotChecked } from "../crawls/crawl-view.ts";
import { countOpen, nothingOpen, type OpenCounts } from "../figures/count-open.ts";
import { sqlSitesOf } from "./site-filter.ts";

/** A Site as shown in the list. */
export type SiteSummary = {
  id: string;
  name: string;
  startUrl: string;
  timeZone: string;
  pausedBy: "owner" | "plan" | null;
  failedDays: number;
  provenAt: Date | null;
  nextCrawlAt: Date;
  /** Since when an operator has paused it, and why. */
  heldAt: Date | null;
  heldReason: string | null;
  /** Open Issues by check, and how many there were a week ago; null if that was not measured. */
  open: CheckCounts;
  openWeekAgo: number | null;
  /** Null if no Crawl measured the Site yet. */
  figures: QualityFigures | null;
  /** The Crawl that is queued or running; null if there is none. */
  crawling: "queued" | "running" | null;
  last: LastCrawl | null;
};

type LastCrawl = {
  state: "finished" | "failed" | "cancelled";
  at: Date;
  failureMessage: string | null;
  notChecked: { code: string; message: string }[];
};

type SiteRow = Omit<SiteSummary, "open" | "openWeekAgo" | "figures" | "crawling" | "last"> & {
  crawling: string | null;
  state: string | null;
  finishedAt: Date | null;
  failureMessage: string | null;
  notChecked: unknown;
  words: number | null;
  links: number | null;
  openWeekAgo: number | null;
};

const WEEK_MS = 7 * 86_400_000;

/** Returns a Team's Sites by name, with what is open, their last Crawl and their state a week before `now`. Runs two queries at the same time. */
export async function findSites(db: Database, { teamId, now }: { teamId: TeamScope; now: Date }): Promise<SiteSummary[]> {
  const [sites, open] = await Promise.all([
    readSites(db, teamId, new Date(now.getTime() - WEEK_MS)),
    countOpen(db, { teamId }),
  ]);
  return sites.map((row) => {
    const { crawling, state, finishedAt, failureMessage, notChecked, words, links, openWeekAgo, ...site } = row;
    const counts = open.get(site.id) ?? nothingOpen();
    return {
      ...site,
      open: counts.open,
      openWeekAgo,
      figures: figuresOf({ words, links }, counts),
      crawling: goingOn(crawling),
      last: ended({ state, finishedAt, failureMessage, notChecked }),
    };
  });
}

/**
 * Reads a Team's Sites, each with the Crawl under way, the last that ended, the last that was measured, and what was open before a moment.
 * Checks of single pages do not count. Raw SQL, because Prisma would fetch every Crawl.
 */
async function readSites(db: Database, teamId: TeamScope, before: Date): Promise<SiteRow[]> {
  return db.$queryRaw<SiteRow[]>`
    SELECT /* prepared */ site."id", site."name", site."startUrl", site."timeZone", site."pausedBy"::text AS "pausedBy",
      site."failedDays", site."provenAt", site."nextCrawlAt", site."heldAt", site."heldReason", going."state"::text AS "crawling",
      last."state"::text AS "state", last."finishedAt", last."failureMessage", last."notChecked",
      measured."words", measured."linksChecked" AS "links", earlier."open" AS "openWeekAgo"
    FROM "Site" AS site
    LEFT JOIN LATERAL (
      SELECT "state" FROM "Crawl" WHERE "siteId" = site."id" AND "state" IN ('queued', 'running') AND "reason"::text <> 'page'
      ORDER BY "queuedAt" DESC LIMIT 1) AS going ON true
    LEFT JOIN LATERAL (
      SELECT "state", "finishedAt", "failureMessage", "notChecked" FROM "Crawl"
      WHERE "siteId" = site."id" AND "state" NOT IN ('queued', 'running') AND "reason"::text <> 'page'
      ORDER BY "queuedAt" DESC LIMIT 1) AS last ON true
    LEFT JOIN LATERAL (
      SELECT "words", "linksChecked" FROM "Crawl" WHERE "siteId" = site."id" AND "words" IS NOT NULL
      ORDER BY "queuedAt" DESC LIMIT 1) AS measured ON true
    LEFT JOIN LATERAL (
      SELECT (SELECT SUM(each."value"::integer)::integer FROM jsonb_each_text(crawl."openIssues") AS each) AS "open"
      FROM "Crawl" AS crawl WHERE crawl."siteId" = site."id" AND crawl."words" IS NOT NULL AND crawl."queuedAt" < ${before}
      ORDER BY crawl."queuedAt" DESC LIMIT 1) AS earlier ON true
    WHERE ${sqlSitesOf(teamId)} ORDER BY site."name", site."id"`;
}

type Measured = Pick<SiteRow, "words" | "links">;

function figuresOf({ words, links }: Measured, { mistakes, brokenLinks }: OpenCounts): QualityFigures | null {
  return words === null || links === null ? null : { words, links, mistakes, brokenLinks };
}

function goingOn(state: string | null): SiteSummary["crawling"] {
  return state === "queued" || state === "running" ? state : null;
}

type Ended = Pick<SiteRow, "state" | "finishedAt" | "failureMessage" | "notChecked">;

function ended({ state, finishedAt: at, failureMessage, notChecked }: Ended): LastCrawl | null {
  if (at === null || (state !== "finished" && state !== "failed" && state !== "cancelled")) return null;
  return { state, at, failureMessage, notChecked: z.array(storedNotChecked).parse(notChecked) };
}
