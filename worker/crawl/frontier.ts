import type { AddressSource, CrawlMemory, FrontierEntry } from "../core/crawl/crawl-memory.ts";
import type { LeftOut, NotCheckedCode } from "../core/report/not-checked.ts";
import { createQueue } from "./queue.ts";
import { createTrapDetector } from "./spider-trap.ts";
import type { Tally } from "./tally.ts";

/** Links that may be followed one after the other from the start page. */
export const MAX_DEPTH = 32;
/** Addresses noted beyond the page limit, so that what was left out can be counted without filling the memory. */
const MAX_WAITING = 100_000;
/** Waiting addresses that are put on record at a time. */
const PROMOTED_AT_A_TIME = 100;
/** Places given back for each one under the page limit. A site where every address leads to yet another would never end otherwise. */
const GIVEN_BACK_PER_PLACE = 5;

/** Who gets a place first under the page limit. */
const RANKS: AddressSource[] = ["start", "known", "link", "sitemap"];

export type Frontier = {
  /**
   * Takes in canonical, in-scope addresses. Each is visited at most once; what is over the page limit waits for a place.
   * Addresses from sitemaps wait behind those that pages link to: under a limit, what is near the start page matters most.
   */
  add(entries: FrontierEntry[]): Promise<void>;
  /** Counts addresses as accepted before: the Crawl goes on after a crash. */
  resume(done: FrontierEntry[], pending: FrontierEntry[]): void;
  /**
   * Until then, only `take` accepts addresses. These pages of earlier Crawls get their places first, what waits by now the next ones: under a
   * limit, it is the same pages that are watched every day.
   */
  open(known: FrontierEntry[]): Promise<void>;
  /**
   * The next address to visit; null when there is none now. `isIdle`: no visit is under way that may find some. Else what only a sitemap
   * names waits on, unless there is ample room.
   */
  take(options: { isIdle: boolean }): Promise<FrontierEntry | null>;
  /** The addresses that `take` gives next, as far as is known now. */
  upcoming(count: number): string[];
  /** Whether adding this address, whatever its source, would change nothing. */
  hasSeen(url: string): boolean;
  /** Whether there is something to take now. */
  hasNext(): boolean;
  /** A visit showed that the address is no page of its own: its place under the page limit goes to another, as long as that is not the rule. */
  giveBack(): void;
  /** Addresses accepted for visiting, done or not, also where their place was given back. Never falls. */
  accepted(): number;
  /** Enters what was never accepted into the account. */
  accountFor(tally: Tally): void;
};

type FrontierOptions = {
  memory: CrawlMemory;
  pageLimit: number;
  /** Why an address must not be visited, whoever leads to it; null where it may. */
  refusal?(url: string): NotCheckedCode | null;
};

export function createFrontier({ memory, pageLimit, refusal = () => null }: FrontierOptions): Frontier {
  const isTrap = createTrapDetector();
  const seen = new Set<string>();
  const queue = createQueue<FrontierEntry>();
  const waiting = new Map<string, FrontierEntry>();
  const leftOut = new Map<NotCheckedCode, Required<LeftOut>>();
  const leaveOut = (code: NotCheckedCode, url: string) => {
    const { count, example } = leftOut.get(code) ?? { count: 0, example: url };
    leftOut.set(code, { count: count + 1, example });
    return false;
  };
  let accepted = 0;
  let givenBack = 0;
  let isOpen = false;
  const placesTaken = () => accepted - Math.min(givenBack, pageLimit * GIVEN_BACK_PER_PLACE);

  /** Addresses that may be visited as far as depth and traps go, each once. */
  const admit = (entry: FrontierEntry): boolean => {
    if (seen.has(entry.url)) return isPromoted(entry);
    if (seen.size - accepted > MAX_WAITING) {
      return leaveOut("too-many-addresses", entry.url);
    }
    seen.add(entry.url);
    const code = refusal(entry.url) ?? (entry.depth > MAX_DEPTH ? "depth" : isTrap(entry.url) ? "trap" : null);
    return code === null || leaveOut(code, entry.url);
  };
  /** A page links to an address that so far only a sitemap named, or it is known from earlier. */
  const isPromoted = (entry: FrontierEntry) => {
    const before = waiting.get(entry.url)?.source;
    return before !== undefined && RANKS.indexOf(entry.source) < RANKS.indexOf(before);
  };

  const accept = async (entries: FrontierEntry[]) => {
    accepted += entries.length;
    await memory.addPending(entries);
    for (const entry of entries) queue.push(entry);
  };
  const promoteWaiting = async (limit: number) => {
    const promoted: FrontierEntry[] = [];
    const room = Math.min(pageLimit - placesTaken(), limit);
    for (const [url, entry] of waiting) {
      if (promoted.length >= room) break;
      promoted.push(entry);
      waiting.delete(url);
    }
    if (promoted.length > 0) await accept(promoted);
  };

  const add = async (entries: FrontierEntry[]) => {
    const admitted: FrontierEntry[] = [];
    for (const entry of entries.filter(admit)) {
      waiting.delete(entry.url);
      const hasRoom = isOpen && placesTaken() + admitted.length < pageLimit;
      if (hasRoom && entry.source !== "sitemap") admitted.push(entry);
      else waiting.set(entry.url, entry);
    }
    if (admitted.length > 0) await accept(admitted);
  };

  return {
    add,
    open: async (known) => {
      isOpen = true;
      await add(known);
      await promoteWaiting(waiting.size);
    },
    resume: (done, pending) => {
      for (const { url } of [...done, ...pending]) {
        seen.add(url);
        isTrap(url);
      }
      accepted += done.length + pending.length;
      for (const entry of pending) queue.push(entry);
    },
    take: async ({ isIdle }) => {
      const hasAmpleRoom = placesTaken() + waiting.size <= pageLimit / 2;
      if (queue.size() === 0 && (isIdle || hasAmpleRoom)) await promoteWaiting(PROMOTED_AT_A_TIME);
      return queue.shift();
    },
    upcoming: (count) => queue.peek(count).map(({ url }) => url),
    // One that waits may be promoted by a better source.
    hasSeen: (url) => seen.has(url) && !waiting.has(url),
    hasNext: () => queue.size() > 0 || (waiting.size > 0 && placesTaken() < pageLimit),
    giveBack: () => {
      givenBack++;
    },
    accepted: () => accepted,
    accountFor: (tally) => {
      tally.leaveOut("page-limit", waiting.size);
      for (const [code, { count, example }] of leftOut) tally.leaveOut(code, count, example);
    },
  };
}
