import type { AddressSource, CrawlMemory, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import type { LeftOut, NotCheckedCode } from "#worker/core/report/not-checked.ts";
import type { Tally } from "../memo/tally.ts";
import { createPendingQueue } from "./pending-queue.ts";
import { createQueue } from "./queue.ts";
import type { Traps } from "./traps.ts";

/** Links that may be followed one after the other from the start page. */
export const MAX_DEPTH = 32;
/** Addresses noted beyond the page limit, so that what was left out can be counted without filling the memory. */
const MAX_WAITING = 100_000;
/** Waiting addresses that are put on record at a time: fewer leave more of the choice to what is found meanwhile. */
const PROMOTED_AT_A_TIME = 100;
/** Places given back for each one under the page limit. A site where every address leads to yet another would never end otherwise. */
const GIVEN_BACK_PER_PLACE = 5;

/** Who gets a place first under the page limit. */
const RANKS: AddressSource[] = ["start", "known", "link", "sitemap"];
/** Those that need not wait until no visit is under way. */
const SURE: AddressSource[] = ["start", "known", "link"];

export type Frontier = {
  /**
   * Takes in canonical, in-scope addresses. Each is visited at most once; what is over the page limit waits for a place.
   * Addresses from sitemaps wait behind those that pages link to: under a limit, what is near the start page matters most.
   */
  add(entries: FrontierEntry[]): Promise<void>;
  /** The same for where a page turned out to be instead: a place is given at once, if there is one, so that it is on record before that page. */
  addInstead(entry: FrontierEntry): Promise<void>;
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
  /** True if adding this address, whatever its source, would change nothing. */
  hasSeen(url: string): boolean;
  /** True if there is something to take now. */
  hasNext(): boolean;
  /** A visit showed that the address is no page of its own: its place under the page limit goes to another, as long as that is not the rule. */
  giveBack(): void;
  /** Addresses accepted for visiting, done or not, also where their place was given back. Never falls. */
  accepted(): number;
  /** Addresses that wait and will have a place, as far as is known now. */
  promised(): number;
  /** Accepted and promised ones. Never falls. */
  found(): number;
  /** Enters what was never accepted into the account. */
  accountFor(tally: Tally): void;
};

type FrontierOptions = {
  memory: CrawlMemory;
  pageLimit: number;
  traps: Traps;
  maxDepth?: number | undefined;
  /** Why an address must not be visited, whoever leads to it; null where it may. */
  refusal?(url: string): NotCheckedCode | null;
};

export function createFrontier(options: FrontierOptions): Frontier {
  const { memory, pageLimit, traps, maxDepth = MAX_DEPTH, refusal = () => null } = options;
  const seen = new Set<string>();
  const queue = createQueue<FrontierEntry>();
  const waiting = createPendingQueue();
  const leftOut = createLeftOut();
  let accepted = 0;
  let givenBack = 0;
  let isOpen = false;
  let mostFound = 0;
  const placesTaken = () => accepted - Math.min(givenBack, pageLimit * GIVEN_BACK_PER_PLACE);
  const promised = () => Math.max(0, Math.min(waiting.size(), room()));
  const room = () => pageLimit - placesTaken();

  /** Addresses that may be visited as far as depth and traps go, each once. */
  const admit = (entry: FrontierEntry): boolean => {
    if (seen.has(entry.url)) return isPromoted(entry);
    if (waiting.size() > MAX_WAITING || leftOut.size() > MAX_WAITING) return leftOut.note("too-many-addresses", entry.url);
    seen.add(entry.url);
    // A page that is watched already stays so: what it says is on record.
    const judged = entry.source === "known" || entry.source === "start" ? null : traps.judge(entry.url);
    const code = refusal(entry.url) ?? (entry.depth > maxDepth ? "depth" : judged);
    return code === null || leftOut.note(code, entry.url);
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
  /** Gives places to so many that wait. What turned out to be a trap while it waited gets none. */
  const promote = async (limit: number, sources: readonly AddressSource[]) => {
    const promoted: FrontierEntry[] = [];
    for (const wanted = Math.min(room(), limit); promoted.length < wanted; ) {
      const taken = waiting.take(wanted - promoted.length, sources);
      if (taken.length === 0) break;
      promoted.push(...taken.filter((entry) => !isTrapByNow(entry)));
    }
    if (promoted.length > 0) await accept(promoted);
  };
  const isTrapByNow = ({ url, source }: FrontierEntry) => {
    const code = source === "known" || source === "start" ? null : traps.judgeAgain(url);
    return code !== null && !leftOut.note(code, url);
  };

  const add = async (entries: FrontierEntry[]) => {
    for (const entry of entries) if (admit(entry)) waiting.add(entry);
  };

  return {
    add,
    addInstead: async (entry) => {
      await add([entry]);
      if (!isOpen || room() < 1 || waiting.get(entry.url) !== entry) return;
      waiting.remove(entry);
      await accept([entry]);
    },
    open: async (known) => {
      isOpen = true;
      await add(known);
      await promote(waiting.size(), ["start", "known"]);
    },
    resume: (done, pending) => {
      for (const { url } of [...done, ...pending]) {
        seen.add(url);
        traps.judge(url);
      }
      accepted += done.length + pending.length;
      for (const entry of pending) queue.push(entry);
    },
    take: async ({ isIdle }) => {
      if (queue.size() > 0) return queue.shift();
      // Before it is open, one at a time: only the start page, and where it leads instead.
      await promote(isOpen ? PROMOTED_AT_A_TIME : 1, SURE);
      const hasAmpleRoom = placesTaken() + waiting.size() <= pageLimit / 2;
      if (queue.size() === 0 && (isIdle || hasAmpleRoom)) await promote(PROMOTED_AT_A_TIME, RANKS);
      return queue.shift();
    },
    upcoming: (count) => queue.peek(count).map(({ url }) => url),
    // One that only a sitemap named may be promoted by a link.
    hasSeen: (url) => seen.has(url) && waiting.get(url)?.source !== "sitemap",
    hasNext: () => queue.size() > 0 || (waiting.size() > 0 && room() > 0),
    giveBack: () => {
      givenBack++;
    },
    accepted: () => accepted,
    promised,
    found: () => {
      mostFound = Math.max(mostFound, accepted + promised());
      return mostFound;
    },
    accountFor: (tally) => {
      tally.leaveOut("page-limit", waiting.size() - promised());
      leftOut.accountFor(tally);
    },
  };
}

/** What is not visited for other reasons than the page limit: how many of each, and one to show. */
function createLeftOut() {
  const counts = new Map<NotCheckedCode, Required<LeftOut>>();
  let all = 0;
  return {
    size: () => all,
    /** Always false: the address is not to be visited. */
    note: (code: NotCheckedCode, url: string): false => {
      const { count, example } = counts.get(code) ?? { count: 0, example: url };
      counts.set(code, { count: count + 1, example });
      all += 1;
      return false;
    },
    accountFor: (tally: Tally) => {
      for (const [code, { count, example }] of counts) tally.leaveOut(code, count, example);
    },
  };
}
