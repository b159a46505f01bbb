import type { Database } from "#prisma/client.ts";
import { type ClaimedCrawl, claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { type CrawlEnd, recordCrawl } from "#prisma/queries/crawls/recording/record-crawl.ts";
import { recordPageCheck } from "#prisma/queries/crawls/recording/record-page-check.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { makeBlock, makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { Finding } from "#worker/core/checks/finding.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";

/** Misspelled words, each in its own paragraph, by the path of their page. A word that the page had before is corrected: see `isRemoved`. */
export type Said = Record<string, string[]>;
/**
 * `isTruncated`: the rest of the pages was not read. `unfinished`: words whose Blocks cost too much to check. `without`: words
 * that this version of the checks does not flag. `isRemoved`: words that a page had before left it, instead of being corrected.
 */
type CrawlOptions = {
  now?: Date;
  verdicts?: LinkVerdict[];
  confidence?: number;
  checksVersion?: string;
  without?: string[];
  isTruncated?: boolean;
  unfinished?: string[];
  isRemoved?: boolean;
};

/** Records Crawls without any web site; tests supply the pages' content. */
export type CrawlDesk = {
  database: TestDatabase;
  db: Database;
  queue: Queue;
  addSite: (wanted?: Parameters<typeof addTestSite>[1]) => ReturnType<typeof addTestSite>;
  /** Queues a Crawl and claims it. */
  startCrawl(siteId: string, now?: Date): Promise<ClaimedCrawl>;
  /** Records the pages' content. Each page links to the targets of all verdicts. */
  visit(claim: ClaimedCrawl, said: Said, options?: CrawlOptions): Promise<void>;
  record(claim: ClaimedCrawl, now?: Date): ReturnType<typeof recordCrawl>;
  /** Checks these pages alone, from the request to the end. */
  checkPages(siteId: string, said: Said, options?: CrawlOptions): Promise<ClaimedCrawl>;
  /** Runs a whole Crawl to its end. */
  crawl(siteId: string, said: Said, options?: CrawlOptions): Promise<ClaimedCrawl>;
  close(): Promise<void>;
};

export const CRAWL_END: CrawlEnd = {
  notChecked: [],
  renderProofs: {},
  learnedTraps: [],
  linksFound: 0,
  linksChecked: 0,
  needsNextCrawl,
};

export async function openCrawlDesk(): Promise<CrawlDesk> {
  const database = await createTestDatabase();
  const { db } = database;
  const faults: Error[] = [];
  const saidBefore = new Map<string, Set<string>>();
  const queue = await createQueue(database.url, (error) => faults.push(error));
  const desk: CrawlDesk = {
    database,
    db,
    queue,
    addSite: (wanted) => addTestSite(db, wanted),
    async startCrawl(siteId, now = new Date()) {
      const { id } = await db.crawl.create({ data: { siteId, reason: "requested", queuedAt: now } });
      const claim = await claimCrawl(db, id, now);
      if (!claim) throw new Error("The crawl could not be taken.");
      return claim;
    },
    async visit(
      claim,
      said,
      {
        verdicts = [],
        confidence = 0.9,
        checksVersion = "checks-1",
        without = [],
        isTruncated = false,
        unfinished = [],
        isRemoved = false,
      } = {},
    ) {
      const memory = createCrawlMemory(db, claim);
      for (const [path, words] of Object.entries(said)) {
        const before = saidBefore.get(`${claim.siteId} ${path}`) ?? new Set();
        const corrected = isRemoved ? [] : [...before].filter((word) => !words.includes(word));
        saidBefore.set(`${claim.siteId} ${path}`, new Set([...before, ...words]));
        const said = [...words, ...corrected.map((word) => `${word}s`)];
        const blocks = said.map((word) => makeBlock(`A ${word} stands here.`));
        const made = makeSnapshot({ isTruncated, blocks, links: verdicts.map(({ url }) => makeLink(url)) });
        // Each text has a place of its own, so that one that is gone was not replaced by another.
        const places = [...words, ...corrected].map((word) => `#t${word}`);
        const snapshot = { ...made, blocks: made.blocks.map((block, at) => ({ ...block, selector: places[at] ?? "" })) };
        const isWrong = (word: string) => words.includes(word) && !without.includes(word) && !unfinished.includes(word);
        const checked = said.map((word, index) => ({
          hash: blocks[index]?.hash ?? "",
          language: "en-US" as const,
          findings: isWrong(word) ? [misspelling(word, confidence)] : [],
          ...(unfinished.includes(word) ? { unfinished: "text-cost" as const } : {}),
        }));
        const url = `https://bakery.example${path}`;
        await memory.recordVisit(makeVisit({ url, snapshot, newBlocks: blocks, checked }), checksVersion);
      }
      await memory.recordVerdicts(verdicts);
    },
    record: (claim, now = new Date()) => recordCrawl({ db, queue, now }, claim, CRAWL_END),
    async crawl(siteId, said, options = {}) {
      const claim = await desk.startCrawl(siteId, options.now);
      await desk.visit(claim, said, options);
      if (!(await desk.record(claim, options.now))) throw new Error("The crawl could not be recorded.");
      return claim;
    },
    async checkPages(siteId, said, { now = new Date(), ...options } = {}) {
      const onlyUrls = Object.keys(said).map((path) => `https://bakery.example${path}`);
      const { id } = await db.crawl.create({ data: { siteId, reason: "page", onlyUrls, queuedAt: now } });
      const claim = await claimCrawl(db, id, now);
      if (!claim) throw new Error("The page check could not be taken.");
      await desk.visit(claim, said, options);
      if (!(await recordPageCheck({ db, queue, now }, claim, CRAWL_END)))
        throw new Error("The page check could not be recorded.");
      return claim;
    },
    async close() {
      await queue.stop({ graceful: false });
      await database.drop();
      if (faults.length > 0) throw faults[0];
    },
  };
  return desk;
}

export function brokenLink(url: string, fields: Partial<LinkVerdict> = {}): LinkVerdict {
  const reason = "The page does not exist (404).";
  return { url, state: "broken", rule: "links/not-found", status: 404, reason, finalUrl: null, ...fields };
}

function misspelling(word: string, confidence: number): Finding {
  return {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence,
    message: `“${word}” is not a known word.`,
    text: word,
    suggestions: [],
    excerpt: `A ${word} stands here.`,
    range: { start: 2, end: 2 + word.length },
    subject: word.toLowerCase(),
  };
}
