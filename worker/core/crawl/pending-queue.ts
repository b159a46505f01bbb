import { sectionOf } from "../url/section.ts";
import type { AddressSource, FrontierEntry } from "./crawl-memory.ts";
import { type Fifo, newFifo, peek, push, shift } from "./fifo.ts";

/** After this many pages of a section its other pages count as one click further away, after three times as many as two, and so on. */
const PAGES_PER_STEP = 20;
/** Sections that are kept apart. A site with more has the pages of the others taken together. */
const MAX_SECTIONS = 300;

type Section = { taken: number; bySource: Map<AddressSource, Map<number, Fifo<FrontierEntry>>> };

/**
 * Addresses that wait for a place under the page limit. Those near the start page come first, and no section of the site gets all places.
 * The functions here change the queue in place: copying up to 100,000 addresses for each page would cost more than the visit.
 */
export type PendingQueue = {
  entries: Map<string, FrontierEntry>;
  /** By name. Replaced and removed entries stay in their queues until they come to the front. */
  sections: Map<string, Section>;
  counts: Map<AddressSource, number>;
};

export function newPendingQueue(): PendingQueue {
  return { entries: new Map(), sections: new Map(), counts: new Map() };
}

/** Adds an address. It replaces an entry for the same address. */
export function addToQueue(pending: PendingQueue, entry: FrontierEntry): void {
  const before = pending.entries.get(entry.url);
  if (before) changeCount(pending, before.source, -1);
  pending.entries.set(entry.url, entry);
  changeCount(pending, entry.source, 1);
  const { bySource } = sectionFor(pending, entry.url);
  const byDepth = bySource.get(entry.source) ?? new Map<number, Fifo<FrontierEntry>>();
  const queue = byDepth.get(entry.depth) ?? newFifo<FrontierEntry>();
  bySource.set(entry.source, byDepth.set(entry.depth, queue));
  push(queue, entry);
}

export function removeFromQueue(pending: PendingQueue, entry: FrontierEntry): void {
  if (pending.entries.delete(entry.url)) changeCount(pending, entry.source, -1);
}

/** Removes and returns up to `count` addresses: all of the first source before any of the next one. */
export function takeNearest(pending: PendingQueue, count: number, sources: readonly AddressSource[]): FrontierEntry[] {
  const taken: FrontierEntry[] = [];
  for (const source of sources) taken.push(...takeFromSource(pending, source, count - taken.length));
  return taken;
}

function takeFromSource(pending: PendingQueue, source: AddressSource, wanted: number): FrontierEntry[] {
  const taken: FrontierEntry[] = [];
  if (wanted === 0 || (pending.counts.get(source) ?? 0) === 0) return taken;
  const offers = [...pending.sections.values()]
    .map((section) => offerOf(pending, section, source))
    .filter((offer) => offer !== null);
  while (taken.length < wanted) {
    const best = cheapest(offers);
    const offer = best === null ? undefined : offers[best];
    const entry = offer && shift(offer.queue);
    if (best === null || !offer || !entry) break;
    offer.section.taken += 1;
    removeFromQueue(pending, entry);
    taken.push(entry);
    const next = offerOf(pending, offer.section, source);
    offers.splice(best, 1, ...(next ? [next] : []));
  }
  return taken;
}

/** The next address that one section could give, and its cost: the lowest goes first. */
type Offer = { section: Section; queue: Fifo<FrontierEntry>; cost: number };

/** Returns the index of the offer with the lowest cost; of equals, that of the section with the fewest places so far. */
function cheapest(offers: readonly Offer[]): number | null {
  let best: number | null = null;
  for (const [at, { cost, section }] of offers.entries()) {
    const champion = best === null ? undefined : offers[best];
    if (!champion || cost < champion.cost || (cost === champion.cost && section.taken < champion.section.taken)) best = at;
  }
  return best;
}

function offerOf(pending: PendingQueue, section: Section, source: AddressSource): Offer | null {
  const found = nearestQueue(pending, section, source);
  if (!found) return null;
  return { section, queue: found.queue, cost: found.depth + Math.floor(Math.log2(1 + section.taken / PAGES_PER_STEP)) };
}

/** Returns the queue with the lowest depth that has an entry left, and drops the empty ones before it. */
function nearestQueue(pending: PendingQueue, section: Section, source: AddressSource) {
  const queues = section.bySource.get(source) ?? new Map<number, Fifo<FrontierEntry>>();
  for (const [depth, queue] of [...queues].sort(([a], [b]) => a - b)) {
    if (dropStale(pending, queue)) return { depth, queue };
    queues.delete(depth);
  }
  return null;
}

/** Drops entries at the front that were replaced or removed meanwhile. Returns false when the queue is empty then. */
function dropStale(pending: PendingQueue, queue: Fifo<FrontierEntry>): boolean {
  for (let [head] = peek(queue, 1); head; [head] = peek(queue, 1)) {
    if (pending.entries.get(head.url) === head) return true;
    shift(queue);
  }
  return false;
}

function sectionFor({ sections }: PendingQueue, url: string): Section {
  const name = sectionOf(url);
  const key = sections.has(name) || sections.size < MAX_SECTIONS ? name : "";
  const section = sections.get(key) ?? { taken: 0, bySource: new Map() };
  sections.set(key, section);
  return section;
}

function changeCount({ counts }: PendingQueue, source: AddressSource, by: number): void {
  counts.set(source, (counts.get(source) ?? 0) + by);
}
