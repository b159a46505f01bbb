import { type LocalHost, type News, paceOf, wantedBy } from "./local-host.ts";
import { LONGEST_DELAY_MS, type Pace } from "./pace.ts";
import type { ShareGrant, ShareRequest } from "./share-host.ts";

/** A lease in use is renewed this often, one that fell short is requested this often. */
const RENEW_MS = 2_000;
const RETRY_MS = 300;
/** A lease ends a little earlier here than for the other workers, because its grant took time to arrive. */
const SAFETY_MS = 500;

/** Returns true if the lease allows one more request to start now. */
export function isCovered<Waiter>({ lease, active }: LocalHost<Waiter>, now: number): boolean {
  return now < lease.until && active < lease.slots;
}

/** Returns true if a lease that does not cover the next request should be requested now: it is due, or more is needed than last time. */
export function needsMore<Waiter>(host: LocalHost<Waiter>, usual: Pace, now: number): boolean {
  return now >= host.lease.renewAt || wantedBy(host, usual, now) > host.lease.wanted;
}

/** Returns the request for this worker's part in the host. */
export function leaseRequest<Waiter>(host: LocalHost<Waiter>, workerId: string, usual: Pace, now: number): ShareRequest {
  const { atATime, delayMs } = paceOf(host, usual);
  const left = (until: number | null) => (until === null ? 0 : Math.max(0, until - now));
  return {
    workerId,
    wanted: wantedBy(host, usual, now),
    active: host.active,
    atATime,
    delayMs,
    share: host.backOff.share,
    holdMs: left(host.news.heldUntil),
    freeInMs: left(host.freeAt),
    crawlDelayMs: host.news.crawlDelayMs,
  };
}

/** Notes that a request went out: its news is on the way, and the next request is due in two seconds at the latest. */
export function leaseRequested<Waiter>(host: LocalHost<Waiter>, { wanted }: ShareRequest, sentAt: number): LocalHost<Waiter> {
  return {
    ...host,
    news: { crawlDelayMs: null, heldUntil: null },
    lease: { ...host.lease, wanted, renewAt: sentAt + RENEW_MS },
  };
}

/** Takes a grant. A Crawl-delay that this process has read since the request overrules the one in the grant. */
export function leaseGranted<Waiter>(
  host: LocalHost<Waiter>,
  { wanted }: ShareRequest,
  { slots, leaseMs, heldMs, freeInMs, crawlDelayMs }: ShareGrant,
  { sentAt, now }: { sentAt: number; now: number },
): LocalHost<Waiter> {
  const isEnough = slots >= Math.max(wanted, host.active);
  return {
    ...host,
    lease: { slots, wanted, until: sentAt + leaseMs - SAFETY_MS, renewAt: sentAt + (isEnough ? RENEW_MS : RETRY_MS) },
    heldUntil: Math.max(host.heldUntil, now + heldMs),
    freeAt: Math.max(host.freeAt, now + freeInMs),
    crawlDelayMs: host.news.crawlDelayMs === null ? Math.min(crawlDelayMs, LONGEST_DELAY_MS) : host.crawlDelayMs,
  };
}

/** Takes back the news of a request that failed; what was learnt since overrules it. The lease holds until it ends. */
export function leaseFailed<Waiter>(host: LocalHost<Waiter>, unsent: News): LocalHost<Waiter> {
  const { crawlDelayMs, heldUntil } = host.news;
  return { ...host, news: { crawlDelayMs: crawlDelayMs ?? unsent.crawlDelayMs, heldUntil: heldUntil ?? unsent.heldUntil } };
}
