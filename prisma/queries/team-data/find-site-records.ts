import type { Database } from "#prisma/client.ts";
import type { DataRecord } from "#worker/core/view/team-data/data-cell.ts";

type Reader = () => AsyncGenerator<DataRecord[]>;
/** The long lists of a Site, in batches. */
export type SiteRecords = Record<"recipients" | "pages" | "issues" | "events" | "crawls", Reader>;

/** Records that are held in memory at a time. */
const BATCH = 1_000;

const ISSUE = {
  ...{ id: true, siteId: true, check: true, rule: true, severity: true, confidence: true, state: true, text: true },
  ...{ suggestions: true, excerpt: true, message: true, firstUrl: true, pageCount: true, openedAt: true, fixedAt: true },
} as const;
const CRAWL = {
  ...{ id: true, siteId: true, reason: true, state: true, queuedAt: true, startedAt: true, finishedAt: true, pagesDone: true },
  ...{ pagesFailed: true, pagesChanged: true, linksChecked: true, opened: true, fixed: true, failureMessage: true },
} as const;

/** Returns what reads each list of a Site. Batches begin after the last record of the one before, along an index. */
export function findSiteRecords(db: Database, siteId: string, batch = BATCH): SiteRecords {
  const take = batch;
  return {
    recipients: inBatches(take, (last: { email: string } | null) =>
      db.recipient.findMany({
        where: { siteId, ...(last ? { email: { gt: last.email } } : {}) },
        ...{ orderBy: { email: "asc" }, take, select: { siteId: true, email: true, confirmedAt: true, unsubscribedAt: true } },
      }),
    ),
    pages: inBatches(take, (last: { url: string } | null) =>
      db.page.findMany({
        where: { siteId, ...(last ? { url: { gt: last.url } } : {}) },
        orderBy: { url: "asc" },
        take,
        select: { siteId: true, url: true, title: true, status: true, gone: true, lastVisitedAt: true },
      }),
    ),
    issues: inBatches(take, (last: { id: string } | null) =>
      db.issue.findMany({
        where: { siteId, ...(last ? { id: { gt: last.id } } : {}) },
        orderBy: { id: "asc" },
        take,
        select: ISSUE,
      }),
    ),
    events: inBatches(take, async (last: { id: string } | null) => {
      const events = await db.issueEvent.findMany({
        where: { siteId, ...(last ? { id: { gt: BigInt(last.id) } } : {}) },
        orderBy: { id: "asc" },
        take,
        select: { id: true, siteId: true, issueId: true, kind: true, at: true, quiet: true },
      });
      return events.map((event) => ({ ...event, id: event.id.toString() }));
    }),
    crawls: inBatches(take, (last: { id: string } | null) =>
      db.crawl.findMany({
        where: { siteId, ...(last ? { id: { gt: last.id } } : {}) },
        orderBy: { id: "asc" },
        take,
        select: CRAWL,
      }),
    ),
  };
}

function inBatches<Key, T extends Key & DataRecord>(take: number, find: (last: Key | null) => Promise<T[]>): Reader {
  return async function* () {
    let last: Key | null = null;
    do {
      const records: T[] = await find(last);
      if (records.length > 0) yield records;
      last = records.length < take ? null : (records.at(-1) ?? null);
    } while (last !== null);
  };
}
