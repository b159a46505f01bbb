import type { Database } from "#prisma/client.ts";
import type { IssueEventKind as StoredKind } from "#prisma/generated/enums.ts";
import { buildDigest } from "#worker/core/digest/build-digest.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { FeedEntry } from "#worker/core/report/outside/atom-feed.ts";
import { toCandidates } from "../deliveries/to-candidates.ts";
import { eventKind } from "../issues/event-kinds.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** Events that are changes for a reader. */
const CHANGES = ["opened", "reopened", "fixed"] as const satisfies StoredKind[];

type Wanted = { teamId: TeamScope; siteId: string };

/** Entries of a feed, and events that are read of one Crawl to choose the Issues that its entry shows. */
const MOST_ENTRIES = 30;
const MOST_EVENTS = 500;

/** Returns what each of the last Crawls changed, as its mail says it, the newest first. The first Crawl is no change. */
export async function findFeedEntries(db: Database, { teamId, siteId }: Wanted): Promise<FeedEntry[]> {
  const crawls = await db.crawl.findMany({
    where: {
      siteId,
      site: sitesOf(teamId),
      state: "finished",
      reason: { not: "first" },
      OR: [{ opened: { gt: 0 } }, { fixed: { gt: 0 } }],
    },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    take: MOST_ENTRIES,
    select: { id: true, finishedAt: true, queuedAt: true },
  });
  const entries: FeedEntry[] = [];
  for (const crawl of crawls) {
    const entry = await entryOf(db, siteId, { crawlId: crawl.id, at: crawl.finishedAt ?? crawl.queuedAt });
    if (entry) entries.push(entry);
  }
  return entries;
}

async function entryOf(db: Database, siteId: string, crawl: { crawlId: string; at: Date }): Promise<FeedEntry | null> {
  const where = { siteId, crawlId: crawl.crawlId, quiet: false, kind: { in: [...CHANGES] } };
  const counted = await db.issueEvent.groupBy({ by: ["kind"], where, _count: { _all: true } });
  if (counted.length === 0) return null;
  const countOf = (kind: (typeof CHANGES)[number]) => counted.find((row) => row.kind === kind)?._count._all ?? 0;
  const events = await db.issueEvent.findMany({
    where,
    orderBy: { id: "asc" },
    take: MOST_EVENTS,
    select: { kind: true, issue: true },
  });
  const items = new Map(
    (await toCandidates(db, [...new Set(events.map(({ issue }) => issue))])).map((item) => [item.issueId, item]),
  );
  const unreported = events.flatMap(({ kind, issue }) => {
    const item = items.get(issue.id);
    return item ? [{ kind: eventKind(kind), state: stateAfter(kind), item }] : [];
  });
  const digest = buildDigest({ siteId, siteName: "", stillOpen: 0, pagesChecked: 0, pagesFailed: 0, events: unreported });
  return {
    ...crawl,
    opened: digest?.opened ?? [],
    openedCount: countOf("opened") + countOf("reopened"),
    fixed: digest?.fixed ?? [],
    fixedCount: countOf("fixed"),
  };
}

/** Returns the state after an event, because that of today may be another. */
function stateAfter(kind: StoredKind): IssueState {
  if (kind === "fixed") return "fixed";
  return kind === "reopened" ? "reopened" : "open";
}
