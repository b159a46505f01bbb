import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { sectionOf } from "#worker/core/url/section.ts";
import { createQueue, type Queue } from "./queue.ts";

/** After so many pages of one section its others count as one click further away, after three times as many as two, and so on. */
const PAGES_PER_STEP = 20;
/** Sections told apart; a site with more has their pages taken together. */
const MAX_SECTIONS = 300;

/** Addresses that wait for a place. What is near the start page goes first, and no section of the site takes all places. */
export type PendingQueue = {
  get(url: string): FrontierEntry | undefined;
  /** One that waits already is replaced. */
  add(entry: FrontierEntry): void;
  /** Takes out one that waits. */
  remove(entry: FrontierEntry): void;
  /** The next so many addresses from these sources; fewer where there are no more. */
  take(count: number, sources: readonly FrontierEntry["source"][]): FrontierEntry[];
  /** How many wait, in all or from these sources. */
  size(sources?: readonly FrontierEntry["source"][]): number;
};

type Source = FrontierEntry["source"];
type Section = { taken: number; bySource: Map<Source, Map<number, Queue<FrontierEntry>>> };

type Offer = { section: Section; queue: Queue<FrontierEntry>; cost: number };

/** The place of the offer nearest to the start page, of equals from the section that had the fewest places. */
function cheapest(offers: readonly Offer[]): number | null {
  let best: number | null = null;
  for (const [at, { cost, section }] of offers.entries()) {
    const champion = best === null ? undefined : offers[best];
    if (!champion || cost < champion.cost || (cost === champion.cost && section.taken < champion.section.taken)) best = at;
  }
  return best;
}

export function createPendingQueue(): PendingQueue {
  const waiting = new Map<string, FrontierEntry>();
  const sections = new Map<string, Section>();
  const counts = new Map<Source, number>();
  const count = (source: Source, by: number) => counts.set(source, (counts.get(source) ?? 0) + by);
  const sectionFor = (url: string): Section => {
    const name = sectionOf(url);
    const key = sections.has(name) || sections.size < MAX_SECTIONS ? name : "";
    const section = sections.get(key) ?? { taken: 0, bySource: new Map() };
    sections.set(key, section);
    return section;
  };
  /** What was replaced meanwhile stays in its queue until it comes to the front. */
  const headOf = (queue: Queue<FrontierEntry>): FrontierEntry | null => {
    for (let head = queue.peek(1)[0]; head; head = queue.peek(1)[0]) {
      if (waiting.get(head.url) === head) return head;
      queue.shift();
    }
    return null;
  };
  const nearest = (section: Section, source: Source) => {
    const queues = section.bySource.get(source) ?? new Map<number, Queue<FrontierEntry>>();
    for (const [depth, queue] of [...queues].sort(([a], [b]) => a - b)) {
      if (headOf(queue)) return { depth, queue };
      queues.delete(depth);
    }
    return null;
  };
  /** What one section has to offer now; null when that is nothing. */
  const offerOf = (section: Section, source: Source): Offer | null => {
    const found = nearest(section, source);
    if (!found) return null;
    return { section, queue: found.queue, cost: found.depth + Math.floor(Math.log2(1 + section.taken / PAGES_PER_STEP)) };
  };
  const takeFrom = (source: Source, wanted: number): FrontierEntry[] => {
    const taken: FrontierEntry[] = [];
    if (wanted === 0 || (counts.get(source) ?? 0) === 0) return taken;
    const offers = [...sections.values()].map((section) => offerOf(section, source)).filter((offer) => offer !== null);
    while (taken.length < wanted) {
      const best = cheapest(offers);
      const entry = best === null ? null : (offers[best]?.queue.shift() ?? null);
      const section = best === null ? null : offers[best]?.section;
      if (best === null || !entry || !section) break;
      section.taken += 1;
      waiting.delete(entry.url);
      count(source, -1);
      taken.push(entry);
      const next = offerOf(section, source);
      offers.splice(best, 1, ...(next ? [next] : []));
    }
    return taken;
  };

  return {
    get: (url) => waiting.get(url),
    add: (entry) => {
      const before = waiting.get(entry.url);
      if (before) count(before.source, -1);
      waiting.set(entry.url, entry);
      count(entry.source, 1);
      const { bySource } = sectionFor(entry.url);
      const byDepth = bySource.get(entry.source) ?? new Map<number, Queue<FrontierEntry>>();
      const queue = byDepth.get(entry.depth) ?? createQueue<FrontierEntry>();
      bySource.set(entry.source, byDepth.set(entry.depth, queue));
      queue.push(entry);
    },
    remove: (entry) => {
      if (waiting.delete(entry.url)) count(entry.source, -1);
    },
    take: (wanted, sources) => {
      const taken: FrontierEntry[] = [];
      for (const source of sources) taken.push(...takeFrom(source, wanted - taken.length));
      return taken;
    },
    size: (sources) => (sources ? sources.reduce((sum, source) => sum + (counts.get(source) ?? 0), 0) : waiting.size),
  };
}
