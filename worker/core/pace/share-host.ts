import { underShare } from "./back-off.ts";
import { LONGEST_HOLD_MS } from "./pace.ts";

/** One worker's share of a host. Times are milliseconds since 1970 on the database's clock, which all workers use. */
export type HostShare = {
  /** Concurrent requests granted, and requested. */
  slots: number;
  wanted: number;
  /** Milliseconds between its requests, and its share of the pace: see `BackOff`. */
  delayMs: number;
  share: number;
  /** Time at which it began to hold slots or to wait. */
  since: number;
  /** End of the lease: then the worker counts as dead, and its slots are free. */
  until: number;
};

/** State of one host, shared by all workers: their shares, the end of its Retry-After pause, and the earliest next request. */
export type HostState = {
  shares: Record<string, HostShare>;
  heldUntil: number;
  freeAt: number;
  /** Crawl-delay from robots.txt, which all workers keep; 0 if there is none. */
  crawlDelayMs: number;
};

export const NEW_HOST: HostState = { shares: {}, heldUntil: 0, freeAt: 0, crawlDelayMs: 0 };

/** A worker's request for a share of a host. */
export type ShareRequest = {
  workerId: string;
  /** Concurrent requests wanted (0: it is done with the host), and under way. */
  wanted: number;
  active: number;
  atATime: number;
  delayMs: number;
  share: number;
  /** Milliseconds from now for which the host asked this worker to wait; 0 for none. */
  holdMs: number;
  /** Milliseconds from now until this worker's own delay allows another request. */
  freeInMs: number;
  /** Crawl-delay from robots.txt; null if this worker did not read it. */
  crawlDelayMs: number | null;
};

/** Answer to a `ShareRequest`. `slots` 0: the worker must ask again. */
export type ShareGrant = { slots: number; leaseMs: number; heldMs: number; freeInMs: number; crawlDelayMs: number };

/** Lease of a share, from the worker's last request. */
export const LEASE_MS = 10_000;
/** Lease of a waiting worker, which must ask again well before it ends. */
const WAIT_MS = 3_000;
/** Minimum time for which a worker keeps a host before another one's turn. */
const TURN_MS = 2_000;

/**
 * Divides a host among the workers that want it.
 * - Together they never exceed the pace, reduced to the lowest share among them.
 * - If a delay between requests is required, one worker at a time holds the host, so that it can keep the delay without
 * coordination.
 * - Workers beyond the number of slots take turns. A dead worker is dropped when its lease ends.
 */
export function shareHost(state: HostState, request: ShareRequest, now: number): { state: HostState; grant: ShareGrant } {
  const { workerId, wanted, active } = request;
  const others = Object.entries(state.shares).filter(([id, share]) => id !== workerId && share.until > now);
  const before = state.shares[workerId];
  const own = before && before.until > now ? before : null;
  const crawlDelayMs = request.crawlDelayMs ?? state.crawlDelayMs;
  const granted = wanted === 0 ? 0 : divide({ own, rivals: others.map(([, share]) => share), request, crawlDelayMs, now });
  // Requests under way count until they end.
  const slots = Math.max(active, granted);
  const since = own && own.slots > 0 === slots > 0 ? own.since : now;
  const leaseMs = slots > 0 ? LEASE_MS : WAIT_MS;
  const kept: HostShare = { slots, wanted, delayMs: request.delayMs, share: request.share, since, until: now + leaseMs };
  const shares = Object.fromEntries(slots === 0 && wanted === 0 ? others : [...others, [workerId, kept]]);
  const heldUntil = Math.max(state.heldUntil, request.holdMs > 0 ? now + Math.min(request.holdMs, LONGEST_HOLD_MS) : 0);
  const freeAt = Math.max(state.freeAt, now + request.freeInMs, afterDead(state, Math.max(request.delayMs, crawlDelayMs), now));
  const left = (until: number) => Math.max(0, until - now);
  const grant = { slots: granted, leaseMs, heldMs: left(heldUntil), freeInMs: left(freeAt), crawlDelayMs };
  return { state: { shares, heldUntil, freeAt, crawlDelayMs }, grant };
}

type Division = { own: HostShare | null; rivals: HostShare[]; request: ShareRequest; crawlDelayMs: number; now: number };

function divide({ own, rivals, request, crawlDelayMs, now }: Division): number {
  const { wanted, atATime } = request;
  const ceiling = underShare(atATime, Math.min(request.share, ...rivals.map(({ share }) => share)));
  const holders = rivals.filter(({ slots }) => slots > 0);
  const waiting = rivals.filter((rival) => rival.slots === 0);
  const isHungry = (rival: HostShare) => rival.wanted > rival.slots;
  const keepsDelay = [request, ...holders].every(({ delayMs }) => Math.max(delayMs, crawlDelayMs) > 0);
  /** Number of workers that may hold the host at a time. */
  const places = keepsDelay ? 1 : ceiling;
  if (own && own.slots > 0) {
    const isTurnOver = now - own.since >= TURN_MS && holders.every(({ since }) => since >= own.since);
    if (waiting.length > 0 && holders.length + 1 >= places && isTurnOver) return 0;
  } else {
    const before = waiting.filter(({ since }) => since < (own?.since ?? now));
    if (holders.length + before.length >= places) return 0;
  }
  if (keepsDelay) return Math.min(wanted, ceiling);
  const held = holders.reduce((sum, { slots }) => sum + slots, 0);
  const claimants = Math.min(places, rivals.filter((rival) => rival.slots > 0 || isHungry(rival)).length + 1);
  const fair = rivals.some(isHungry) ? Math.floor(ceiling / claimants) : ceiling;
  return Math.max(0, Math.min(wanted, ceiling - held, fair));
}

/**
 * Returns the earliest next request after a dead worker, whose last request is unknown: the delay starts at the end of its
 * lease.
 */
function afterDead({ shares }: HostState, delayMs: number, now: number): number {
  const dead = Object.values(shares).filter(({ slots, until }) => slots > 0 && until <= now);
  return dead.length > 0 && delayMs > 0 ? Math.max(...dead.map(({ until }) => until)) + delayMs : 0;
}
