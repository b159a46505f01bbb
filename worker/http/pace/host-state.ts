import { type BackOff, FULL_PACE, underShare } from "#worker/core/pace/back-off.ts";
import { LONGEST_DELAY_MS, type Pace } from "#worker/core/pace/pace.ts";

/** A request that waits for its turn. */
export type Waiter = { start(): void; refuse(reason: unknown): void };

/** What this process knows about one host. Times are milliseconds on a clock that never goes back. */
export type LocalHost = {
  host: string;
  /** What the Crawls of this host's Site allow; the most permissive counts. */
  paces: Set<Pace>;
  crawlDelayMs: number;
  /** What the other processes do not know yet. */
  news: { crawlDelayMs: number | null; heldUntil: number | null };
  active: number;
  waiting: Waiter[];
  /** Before it, this process's own delay lets no request start; and the host asked to be left alone. */
  freeAt: number;
  heldUntil: number;
  backOff: BackOff;
  /** When the last request began or ended. */
  usedAt: number;
  timer: NodeJS.Timeout | null;
  lease: Lease;
};

/**
 * This process's part in the host: so many of the requests `wanted`, until when. `renewAt`: when to ask again at the latest. Without other
 * processes it is all of the host, for ever.
 */
export type Lease = { slots: number; wanted: number; until: number; renewAt: number };

export const NO_LEASE: Lease = { slots: 0, wanted: 0, until: Number.NEGATIVE_INFINITY, renewAt: Number.NEGATIVE_INFINITY };
export const WHOLE_HOST: Lease = {
  slots: Number.POSITIVE_INFINITY,
  wanted: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  renewAt: Number.POSITIVE_INFINITY,
};

export function createLocalHost(host: string, lease: Lease): LocalHost {
  return {
    host,
    paces: new Set(),
    crawlDelayMs: 0,
    news: { crawlDelayMs: null, heldUntil: null },
    active: 0,
    waiting: [],
    freeAt: 0,
    heldUntil: 0,
    backOff: FULL_PACE,
    usedAt: Number.NEGATIVE_INFINITY,
    timer: null,
    lease,
  };
}

/** Requests at a time and milliseconds between two, all considered. */
export function paceOf(lane: LocalHost, usual: Pace): Pace {
  const paces = lane.paces.size > 0 ? [...lane.paces] : [usual];
  const most = paces.reduce((best, pace) => (pace.atATime > best.atATime || pace.delayMs < best.delayMs ? pace : best));
  return { atATime: most.atATime, delayMs: Math.max(most.delayMs, Math.min(lane.crawlDelayMs, LONGEST_DELAY_MS)) };
}

/** Requests that may be under way now, as far as this process alone is concerned. */
export function ceilingOf(lane: LocalHost, { atATime }: Pace): number {
  return underShare(atATime, lane.backOff.share);
}

/** Link targets name thousands of hosts once: a lane that no one needs and that remembers nothing goes. */
export function isForgettable(lane: LocalHost, now: number): boolean {
  const { active, waiting, paces, crawlDelayMs, freeAt, heldUntil, backOff, lease, news } = lane;
  const isIdle = active === 0 && waiting.length === 0 && paces.size === 0;
  const isEmpty = crawlDelayMs === 0 && freeAt <= now && heldUntil <= now && backOff.share === 1 && news.heldUntil === null;
  return isIdle && isEmpty && (lease === WHOLE_HOST || lease.slots === 0 || lease.until <= now);
}
