import { type BackOff, backOffAfter, FULL_PACE } from "./back-off.ts";
import { LONGEST_DELAY_MS, LONGEST_HOLD_MS, LONGEST_WAIT_MS, type Pace } from "./pace.ts";

/**
 * Holds what one process knows about one host, as a value. `Waiter` is a request that waits for its turn. Times are milliseconds on a clock
 * that never goes back.
 */
export type LocalHost<Waiter> = {
  name: string;
  /** Paces of the Crawls of this host's Site; the most permissive counts. */
  paces: readonly Pace[];
  crawlDelayMs: number;
  news: News;
  active: number;
  waiting: readonly Waiter[];
  /** Earliest next request: by our own delay, and by the host's Retry-After. */
  freeAt: number;
  heldUntil: number;
  backOff: BackOff;
  /** When the last request began or ended. */
  usedAt: number;
  lease: Lease;
};

/** Facts about a host that this process must still pass on to the others; null for none. */
export type News = { crawlDelayMs: number | null; heldUntil: number | null };

/** This process's lease of a host: `slots` requests at a time of those `wanted`. `renewAt`: latest time to request it again. */
export type Lease = { slots: number; wanted: number; until: number; renewAt: number };

export const NO_LEASE: Lease = { slots: 0, wanted: 0, until: Number.NEGATIVE_INFINITY, renewAt: Number.NEGATIVE_INFINITY };
/** The lease of a process that shares hosts with no other: all of the host, for ever. */
export const WHOLE_HOST: Lease = {
  slots: Number.POSITIVE_INFINITY,
  wanted: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  renewAt: Number.POSITIVE_INFINITY,
};

/** A host's answer: milliseconds to its first byte, its status, and the pause that its Retry-After names. */
export type HostAnswer = { ms: number; status: number; retryAfterMs: number | null };

/** Time after which an unused host returns its lease. */
const IDLE_MS = 500;
/** Pause after a 429 that names none; twice as long each time that one follows another. */
const DEFAULT_PAUSE_MS = 5_000;

/** Returns a host about which nothing is known yet. */
export function createLocalHost<Waiter>(name: string, lease: Lease): LocalHost<Waiter> {
  return {
    name,
    paces: [],
    crawlDelayMs: 0,
    news: { crawlDelayMs: null, heldUntil: null },
    active: 0,
    waiting: [],
    freeAt: 0,
    heldUntil: 0,
    backOff: FULL_PACE,
    usedAt: Number.NEGATIVE_INFINITY,
    lease,
  };
}

/** Adds a request that waits for its turn. */
export function enqueue<Waiter>(host: LocalHost<Waiter>, waiter: Waiter): LocalHost<Waiter> {
  return { ...host, waiting: [...host.waiting, waiter] };
}

/** Removes a request that gave up, if it still waits. */
export function withdraw<Waiter>(host: LocalHost<Waiter>, waiter: Waiter): LocalHost<Waiter> {
  return { ...host, waiting: host.waiting.filter((other) => other !== waiter) };
}

/** Counts a request as ended. */
export function endRequest<Waiter>(host: LocalHost<Waiter>, now: number): LocalHost<Waiter> {
  return { ...host, active: host.active - 1, usedAt: now };
}

/** Adds a Crawl's pace, which counts until `dropPace` is given the same object. */
export function keepPace<Waiter>(host: LocalHost<Waiter>, pace: Pace): LocalHost<Waiter> {
  return { ...host, paces: [...host.paces, pace] };
}

/** Removes the pace of a Crawl that has ended. */
export function dropPace<Waiter>(host: LocalHost<Waiter>, pace: Pace): LocalHost<Waiter> {
  return { ...host, paces: host.paces.filter((other) => other !== pace) };
}

/** Keeps robots.txt's Crawl-delay, bounded; one that makes no sense counts as none. */
export function setCrawlDelay<Waiter>(host: LocalHost<Waiter>, delayMs: number): LocalHost<Waiter> {
  const crawlDelayMs = bounded(delayMs, LONGEST_DELAY_MS);
  return { ...host, crawlDelayMs, news: { ...host.news, crawlDelayMs } };
}

/** Starts no request for this time, an hour at most. An earlier pause that ends later still counts. */
export function holdOff<Waiter>(host: LocalHost<Waiter>, pauseMs: number, now: number): LocalHost<Waiter> {
  const heldUntil = Math.max(host.heldUntil, now + bounded(pauseMs, LONGEST_HOLD_MS));
  return { ...host, heldUntil, news: { ...host.news, heldUntil } };
}

/** Adjusts the pace to an answer. A refusal that names a pause, and any 429, holds the host off. */
export function noteAnswer<Waiter>(
  host: LocalHost<Waiter>,
  { ms, status, retryAfterMs }: HostAnswer,
  now: number,
): LocalHost<Waiter> {
  const isRefusal = status === 429 || status === 503;
  const backOff = backOffAfter(host.backOff, { ms, isRefusal });
  const noted = { ...host, backOff };
  if (!isRefusal) return noted;
  const usualPauseMs = status === 429 ? DEFAULT_PAUSE_MS * 2 ** Math.min(4, backOff.refusals - 1) : 0;
  const pauseMs = retryAfterMs ?? Math.min(usualPauseMs, LONGEST_WAIT_MS);
  return pauseMs > 0 ? holdOff(noted, pauseMs, now) : noted;
}

/** Counts the host as unused from now on, so that its lease is given back. */
export function retire<Waiter>(host: LocalHost<Waiter>): LocalHost<Waiter> {
  return { ...host, usedAt: Number.NEGATIVE_INFINITY };
}

/** Returns the pace in force: requests at a time, and milliseconds between the starts of two. `usual`: for a host without a Crawl. */
export function paceOf<Waiter>({ paces, crawlDelayMs }: LocalHost<Waiter>, usual: Pace): Pace {
  const [first = usual, ...others] = paces;
  const most = others.reduce((best, pace) => (pace.atATime > best.atATime || pace.delayMs < best.delayMs ? pace : best), first);
  return { atATime: most.atATime, delayMs: Math.max(most.delayMs, crawlDelayMs) };
}

/** Returns how many requests at a time this process would like to have; a Crawl wants all that its pace allows until it pauses. */
export function wantedBy<Waiter>(host: LocalHost<Waiter>, usual: Pace, now: number): number {
  const { atATime } = paceOf(host, usual);
  const needed = host.active + host.waiting.length;
  if (needed === 0 && isIdle(host, now)) return 0;
  return host.paces.length > 0 ? atATime : Math.min(atATime, needed);
}

/** Returns true if a lease request is due: to renew the lease, to return it, or to pass news on. */
export function isLeaseDue<Waiter>(host: LocalHost<Waiter>, now: number): boolean {
  if (host.active > 0 || host.waiting.length > 0) return now >= host.lease.renewAt;
  const { crawlDelayMs, heldUntil } = host.news;
  return (host.lease.slots > 0 && isIdle(host, now)) || crawlDelayMs !== null || heldUntil !== null;
}

/** Returns true if nothing is lost by forgetting the host: link targets name thousands of hosts once. */
export function isForgettable<Waiter>(host: LocalHost<Waiter>, now: number): boolean {
  const { active, waiting, paces, crawlDelayMs, freeAt, heldUntil, backOff, lease, news } = host;
  const isUnused = active === 0 && waiting.length === 0 && paces.length === 0;
  const isEmpty = crawlDelayMs === 0 && freeAt <= now && heldUntil <= now && backOff.share === 1 && news.heldUntil === null;
  return isUnused && isEmpty && (lease === WHOLE_HOST || lease.slots === 0 || lease.until <= now);
}

function isIdle<Waiter>({ usedAt }: LocalHost<Waiter>, now: number): boolean {
  return now - usedAt > IDLE_MS;
}

/** Servers name pauses: 0 for one that is negative or no number. */
function bounded(ms: number, most: number): number {
  return ms > 0 ? Math.min(ms, most) : 0;
}
