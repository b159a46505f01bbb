import type { AddressSource, FrontierEntry } from "./crawl-memory.ts";
import { type Fifo, newFifo, peek, push, shift, sizeOf } from "./fifo.ts";
import { addToQueue, newPendingQueue, type PendingQueue, removeFromQueue, takeNearest } from "./pending-queue.ts";
import {
  giveBackPlace,
  newPlaceBudget,
  type PlaceBudget,
  placesLeft,
  placesPromised,
  placesTaken,
  takePlaces,
} from "./place-budget.ts";
import { countRefusals, noteRefusal, type RefusalCode, type Refusals } from "./refusals.ts";

/** Addresses kept beyond the page limit, so that what was left out can be counted without filling the memory. */
const MAX_PENDING = 100_000;
/** Pending addresses accepted at a time. A small number leaves more of the choice to what is found meanwhile. */
const ACCEPTED_AT_A_TIME = 100;

/** Sources in the order in which they get places under the page limit. */
const RANKS: readonly AddressSource[] = ["start", "known", "link", "sitemap", "hinted"];
/** Sources whose addresses need not wait until all visits under way have ended. */
const SURE: readonly AddressSource[] = ["start", "known", "link"];
/** Sources that the Crawl opens with: under a limit, the same pages are visited every day. */
const FIRST: readonly AddressSource[] = ["start", "known"];

/**
 * All addresses of a Crawl: seen → pending (waits for a place under the page limit) → queued (accepted and on record) → taken.
 * The transitions below do no I/O and change the state in place: it may hold 100,000 addresses, too many to copy for each page.
 */
export type FrontierState = {
  seen: Set<string>;
  pending: PendingQueue;
  queue: Fifo<FrontierEntry>;
  places: PlaceBudget;
  refusals: Refusals;
  /** Until the Crawl opens its frontier, only the start page and where it redirects to are accepted. */
  isOpen: boolean;
  /** The highest number of addresses found so far, so that a number once shown never falls. */
  mostFound: number;
};

/** Returns why an address must not be visited, or null. */
export type Refuse = (entry: FrontierEntry) => RefusalCode | null;

export function newFrontier(pageLimit: number): FrontierState {
  return {
    seen: new Set(),
    pending: newPendingQueue(),
    queue: newFifo(),
    places: newPlaceBudget(pageLimit),
    refusals: new Map(),
    isOpen: false,
    mostFound: 0,
  };
}

/** Makes addresses pending that may be visited, each once. One that a better source names moves up to it. */
export function admit(state: FrontierState, entries: readonly FrontierEntry[], refuse: Refuse): void {
  for (const entry of entries) if (mayWait(state, entry, refuse)) addToQueue(state.pending, entry);
}

function mayWait(state: FrontierState, entry: FrontierEntry, refuse: Refuse): boolean {
  if (state.seen.has(entry.url)) return isFromBetterSource(state, entry);
  const isFull = state.pending.entries.size > MAX_PENDING || countRefusals(state.refusals) > MAX_PENDING;
  if (!isFull) state.seen.add(entry.url);
  const code = isFull ? "too-many-addresses" : refuse(entry);
  if (code !== null) noteRefused(state, code, entry);
  return code === null;
}

/** A page links to an address that so far only a sitemap named, or an earlier Crawl visited it. */
function isFromBetterSource({ pending }: FrontierState, { url, source }: FrontierEntry): boolean {
  const before = pending.entries.get(url)?.source;
  return before !== undefined && RANKS.indexOf(source) < RANKS.indexOf(before);
}

function noteRefused(state: FrontierState, code: RefusalCode, { url }: FrontierEntry): void {
  state.refusals = noteRefusal(state.refusals, code, url);
}

/** Opens the frontier. Returns the pages that get their places first: put them on record, then queue them. */
export function openFrontier(
  state: FrontierState,
  known: readonly FrontierEntry[],
  { refuse, refuseNow }: { refuse: Refuse; refuseNow: Refuse },
): FrontierEntry[] {
  state.isOpen = true;
  admit(state, known, refuse);
  return accept(state, state.pending.entries.size, FIRST, refuseNow);
}

/**
 * Gives a place to one pending address at once. Returns it as a list (put it on record, then queue it), which is empty where the
 * address is not pending as this entry, or where no place is left.
 */
export function acceptAtOnce(state: FrontierState, entry: FrontierEntry): FrontierEntry[] {
  if (!state.isOpen || placesLeft(state.places) < 1 || state.pending.entries.get(entry.url) !== entry) return [];
  removeFromQueue(state.pending, entry);
  state.places = takePlaces(state.places, 1);
  return [entry];
}

/** Accepts pending addresses that are sure to be visited. Before the frontier is open, one at a time. */
export function acceptSure(state: FrontierState, refuseNow: Refuse): FrontierEntry[] {
  return accept(state, state.isOpen ? ACCEPTED_AT_A_TIME : 1, SURE, refuseNow);
}

/**
 * Accepts pending addresses of all sources, unless a visit under way (`isIdle` false) may still find better ones. Where there is
 * ample room, nothing has to wait.
 */
export function acceptAny(state: FrontierState, { isIdle }: { isIdle: boolean }, refuseNow: Refuse): FrontierEntry[] {
  const hasAmpleRoom = placesTaken(state.places) + state.pending.entries.size <= state.places.pageLimit / 2;
  return isIdle || hasAmpleRoom ? accept(state, ACCEPTED_AT_A_TIME, RANKS, refuseNow) : [];
}

/** Gives places to up to `limit` pending addresses. Those refused by now, such as members of a trap found meanwhile, get none. */
function accept(state: FrontierState, limit: number, sources: readonly AddressSource[], refuseNow: Refuse): FrontierEntry[] {
  const accepted: FrontierEntry[] = [];
  for (const wanted = Math.min(placesLeft(state.places), limit); accepted.length < wanted; ) {
    const taken = takeNearest(state.pending, wanted - accepted.length, sources);
    if (taken.length === 0) break;
    for (const entry of taken) {
      const code = refuseNow(entry);
      if (code === null) accepted.push(entry);
      else noteRefused(state, code, entry);
    }
  }
  state.places = takePlaces(state.places, accepted.length);
  return accepted;
}

/** Queues accepted addresses, which are on record by now. */
export function enqueue(state: FrontierState, accepted: readonly FrontierEntry[]): void {
  for (const entry of accepted) push(state.queue, entry);
}

/** Takes over what an earlier run of the same Crawl had accepted: the addresses that are done, and those still to visit. */
export function resumeState(state: FrontierState, done: readonly FrontierEntry[], queued: readonly FrontierEntry[]): void {
  for (const { url } of [...done, ...queued]) state.seen.add(url);
  state.places = takePlaces(state.places, done.length + queued.length);
  enqueue(state, queued);
}

/** Removes and returns the next address to visit, or null when none is queued. */
export function takeQueued({ queue }: FrontierState): FrontierEntry | null {
  return shift(queue);
}

export function countQueued({ queue }: FrontierState): number {
  return sizeOf(queue);
}

export function upcoming({ queue }: FrontierState, count: number): string[] {
  return peek(queue, count).map(({ url }) => url);
}

/** Returns true if adding this address would change nothing. One that no plain link led to may still move up. */
export function hasSeen({ seen, pending }: FrontierState, url: string): boolean {
  const source = pending.entries.get(url)?.source;
  return seen.has(url) && source !== "sitemap" && source !== "hinted";
}

/** Returns true if an address is queued, or pending with a place left for it. */
export function hasNext({ queue, pending, places }: FrontierState): boolean {
  return sizeOf(queue) > 0 || (pending.entries.size > 0 && placesLeft(places) > 0);
}

export function giveBack(state: FrontierState): void {
  state.places = giveBackPlace(state.places);
}

/** Returns how many pending addresses will get a place, as far as is known now. */
export function promised({ places, pending }: FrontierState): number {
  return placesPromised(places, pending.entries.size);
}

/** Returns how many addresses were accepted or will be. It never falls. */
export function countFound(state: FrontierState): number {
  state.mostFound = Math.max(state.mostFound, state.places.accepted + promised(state));
  return state.mostFound;
}
