import { underShare } from "./back-off.ts";
import { LONGEST_HOLD_MS } from "./pace.ts";

/** One worker's part in a host. Times are milliseconds since 1970 on the database's clock, which all workers go by. */
export type HostShare = {
  /** Requests that it may have under way, and that it would like to. */
  slots: number;
  wanted: number;
  /** Its milliseconds between two requests, and how far it turned its pace down: see `BackOff`. */
  delayMs: number;
  share: number;
  /** Since when it has what it has. */
  since: number;
  /** Past this it counts as dead, and what it had is free. */
  until: number;
};

/** What all workers know about one host: who asks it, until when it wants to be left alone, and when the next request may start. */
export type HostState = {
  shares: Record<string, HostShare>;
  heldUntil: number;
  freeAt: number;
  /** robots.txt's Crawl-delay, which everybody keeps; 0 where there is none. */
  crawlDelayMs: number;
};

export const NEW_HOST: HostState = { shares: {}, heldUntil: 0, freeAt: 0, crawlDelayMs: 0 };

/** What a worker asks about a host. */
export type ShareRequest = {
  workerId: string;
  /** Requests that it would like to have under way (0: it is done with the host), and that it has. */
  wanted: number;
  active: number;
  atATime: number;
  delayMs: number;
  share: number;
  /** Milliseconds from now until which the host asked this worker to wait; 0 for none. */
  holdMs: number;
  /** Milliseconds from now before which this worker's own delay lets no request start. */
  freeInMs: number;
  /** What robots.txt says now; null: this worker did not read it. */
  crawlDelayMs: number | null;
};

/** What it is told. `slots` 0: it must ask again. */
export type ShareGrant = { slots: number; leaseMs: number; heldMs: number; freeInMs: number; crawlDelayMs: number };

/** A share ends so long after its worker last spoke. */
export const LEASE_MS = 10_000;
/** Who waits for a host asks again well within this, or counts no more. */
const WAIT_MS = 3_000;
/** Who has a host that takes one request after another has it so long before another worker's turn. */
const TURN_MS = 2_000;

/**
 * Divides a host among the workers that ask it. Together they never have more requests under way than the pace allows, turned down as far
 * as the worker that fares worst there. Where a pause between requests must be kept, one worker at a time has the host, so that
 * keeping it costs no word to the others. Where there are more workers than places, they take turns. Who died is forgotten when its share
 * ends.
 */
export function shareHost(state: HostState, request: ShareRequest, now: number): { state: HostState; grant: ShareGrant } {
  const { workerId, wanted, active } = request;
  const others = Object.entries(state.shares).filter(([id, share]) => id !== workerId && share.until > now);
  const before = state.shares[workerId];
  const own = before && before.until > now ? before : null;
  const crawlDelayMs = request.crawlDelayMs ?? state.crawlDelayMs;
  const granted = wanted === 0 ? 0 : divide({ own, rivals: others.map(([, share]) => share), request, crawlDelayMs, now });
  // What is under way stays counted until it ends.
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
  /** Workers that may have a part in the host at a time. */
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

/** A worker that died told no one of its last requests: the delay begins where its share ended. */
function afterDead({ shares }: HostState, delayMs: number, now: number): number {
  const dead = Object.values(shares).filter(({ slots, until }) => slots > 0 && until <= now);
  return dead.length > 0 && delayMs > 0 ? Math.max(...dead.map(({ until }) => until)) + delayMs : 0;
}
