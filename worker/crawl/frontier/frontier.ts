import type { CrawlMemory, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import {
  acceptAny,
  acceptAtOnce,
  acceptSure,
  admit,
  countFound,
  countQueued,
  enqueue,
  giveBack,
  hasNext,
  hasSeen,
  newFrontier,
  openFrontier,
  promised,
  type Refuse,
  resumeState,
  takeQueued,
  upcoming,
} from "#worker/core/crawl/frontier-state.ts";
import type { RefusalCode } from "#worker/core/crawl/refusals.ts";
import type { Tally } from "../memo/tally.ts";
import type { Traps } from "./traps.ts";

/** Links that may be followed one after the other from the start page. */
export const MAX_DEPTH = 32;

/** The addresses that a Crawl has found. `frontier-state.ts` decides on them; this keeps them on record, too. */
export type Frontier = {
  /**
   * Adds canonical, in-scope addresses. Each is visited at most once; those over the page limit wait for a place. Addresses from
   * sitemaps wait behind those that pages link to, because pages near the start page matter most.
   */
  add(entries: readonly FrontierEntry[]): void;
  /** Adds the address that a page redirects to. It gets a place at once, if there is one, so that it is on record before that page. */
  addInstead(entry: FrontierEntry): Promise<void>;
  /** Takes over the addresses that an earlier run of this Crawl accepted. */
  resume(done: FrontierEntry[], pending: FrontierEntry[]): void;
  /** Gives pages of earlier Crawls their places first, then all others. Before this, only `take` accepts addresses. */
  open(known: FrontierEntry[]): Promise<void>;
  /**
   * Returns the next address to visit, or null when there is none now. `isIdle`: no visit under way may find more. Otherwise addresses
   * that only a sitemap names keep waiting, unless there is ample room.
   */
  take(options: { isIdle: boolean }): Promise<FrontierEntry | null>;
  /** The addresses that `take` returns next, as far as is known now. */
  upcoming(count: number): string[];
  /** True if adding this address, from any source, would change nothing. */
  hasSeen(url: string): boolean;
  /** True if there is something to take now. */
  hasNext(): boolean;
  /** Frees the place of an address that is no page of its own. After too many of those it has no effect. */
  giveBack(): void;
  /** Counts the addresses accepted for a visit, done or not, including those whose place was given back. Never falls. */
  accepted(): number;
  /** Counts the addresses that wait and will get a place, as far as is known now. */
  promised(): number;
  /** Counts the accepted and promised addresses. Never falls. */
  found(): number;
  /** Adds the addresses that were never accepted to the account. */
  accountFor(tally: Tally): void;
};

type FrontierOptions = {
  memory: Pick<CrawlMemory, "addPending">;
  pageLimit: number;
  traps: Traps;
  maxDepth?: number | undefined;
  /** Returns why an address must not be visited from anywhere, or null. */
  refusal?(url: string): RefusalCode | null;
  /** True if it has only the addresses that it is opened with, and those that they lead to instead. */
  isClosed?: boolean;
};

export function createFrontier(options: FrontierOptions): Frontier {
  const { memory, pageLimit, traps, maxDepth = MAX_DEPTH, refusal = () => null, isClosed = false } = options;
  const state = newFrontier(pageLimit);
  const refuse: Refuse = (entry) => {
    const trap = isWatched(entry) ? null : traps.judge(entry.url);
    return refusal(entry.url) ?? (entry.depth > maxDepth ? "depth" : trap);
  };
  const refuseNow: Refuse = (entry) => (isWatched(entry) ? null : traps.judgeAgain(entry.url));
  /** On record first: after a crash, an address that was visited must be known as accepted. */
  const queueUp = async (accepted: FrontierEntry[]) => {
    if (accepted.length === 0) return;
    await memory.addPending(accepted);
    enqueue(state, accepted);
  };

  return {
    add: (entries) => {
      if (!isClosed) admit(state, entries, refuse);
    },
    addInstead: async (entry) => {
      admit(state, [entry], refuse);
      await queueUp(acceptAtOnce(state, entry));
    },
    open: async (known) => queueUp(openFrontier(state, known, { refuse, refuseNow })),
    resume: (done, pending) => {
      for (const { url } of [...done, ...pending]) traps.judge(url);
      resumeState(state, done, pending);
    },
    take: async (options) => {
      if (countQueued(state) === 0) await queueUp(acceptSure(state, refuseNow));
      if (countQueued(state) === 0) await queueUp(acceptAny(state, options, refuseNow));
      return takeQueued(state);
    },
    upcoming: (count) => upcoming(state, count),
    hasSeen: (url) => hasSeen(state, url),
    hasNext: () => hasNext(state),
    giveBack: () => giveBack(state),
    accepted: () => state.places.accepted,
    promised: () => promised(state),
    found: () => countFound(state),
    accountFor: (tally) => {
      tally.leaveOut("page-limit", state.pending.entries.size - promised(state));
      for (const [code, { count, example }] of state.refusals) tally.leaveOut(code, count, example);
    },
  };
}

/** A page that earlier Crawls visited is visited again, also in a trap: what it says is on record. */
function isWatched({ source }: FrontierEntry): boolean {
  return source === "known" || source === "start";
}
