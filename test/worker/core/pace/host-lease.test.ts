import { describe, expect, it } from "vitest";
import { isCovered, leaseFailed, leaseGranted, leaseRequest, leaseRequested, needsMore } from "#worker/core/pace/host-lease.ts";
import { createLocalHost, enqueue, holdOff, type LocalHost, NO_LEASE, setCrawlDelay } from "#worker/core/pace/local-host.ts";

const USUAL = { atATime: 4, delayMs: 0 };
const NEW = createLocalHost<string>("site.example", NO_LEASE);
const GRANT = { slots: 4, leaseMs: 10_000, heldMs: 0, freeInMs: 0, crawlDelayMs: 0 };
const SENT = 1000;
const CAME = 1200;

const request = (host: LocalHost<string>, now = SENT) => leaseRequest(host, "worker-1", USUAL, now);
const grant = (host: LocalHost<string>, change: Partial<typeof GRANT> = {}) =>
  leaseGranted(leaseRequested(host, request(host), SENT), request(host), { ...GRANT, ...change }, { sentAt: SENT, now: CAME });

describe("leaseRequest", () => {
  it("says what is wanted, under way and learnt, with times from now on", () => {
    const host = { ...holdOff(setCrawlDelay(enqueue(NEW, "a"), 700), 5000, SENT - 100), active: 1, freeAt: SENT + 30 };
    expect(request(host)).toEqual({
      workerId: "worker-1",
      wanted: 2,
      active: 1,
      atATime: 4,
      delayMs: 700,
      share: 1,
      holdMs: 4900,
      freeInMs: 30,
      crawlDelayMs: 700,
    });
  });

  it("never names a time that is over", () => {
    expect(request({ ...holdOff(NEW, 10, 0), freeAt: 5 }, 9000)).toMatchObject({ holdMs: 0, freeInMs: 0 });
  });
});

describe("a lease", () => {
  it("covers as many requests as granted, until shortly before the others count it as over", () => {
    const host = grant(enqueue(NEW, "a"), { slots: 2 });
    expect(isCovered(host, CAME)).toBe(true);
    expect(isCovered({ ...host, active: 2 }, CAME)).toBe(false);
    expect(isCovered(host, SENT + 9_499)).toBe(true);
    expect(isCovered(host, SENT + 9_500)).toBe(false);
  });

  it("is requested again soon where it falls short of what is wanted, or of what is under way", () => {
    expect(grant(enqueue(NEW, "a"), { slots: 1 }).lease.renewAt).toBe(SENT + 2000);
    expect(grant(enqueue(NEW, "a"), { slots: 0 }).lease.renewAt).toBe(SENT + 300);
    expect(grant({ ...NEW, active: 2 }, { slots: 1 }).lease.renewAt).toBe(SENT + 300);
  });

  it("is requested once at a time, and again at once when more is needed", () => {
    const waiting = enqueue(NEW, "a");
    expect(needsMore(waiting, USUAL, SENT)).toBe(true);
    const asked = leaseRequested(waiting, request(waiting), SENT);
    expect(needsMore(asked, USUAL, SENT + 1999)).toBe(false);
    expect(needsMore(enqueue(asked, "b"), USUAL, SENT + 1)).toBe(true);
    expect(needsMore(asked, USUAL, SENT + 2000)).toBe(true);
  });
});

describe("leaseGranted", () => {
  it("takes over pauses and delays of the other workers, and never shortens its own", () => {
    const own = { ...NEW, heldUntil: 50_000, freeAt: 40_000 };
    expect(grant(own, { heldMs: 10, freeInMs: 10 })).toMatchObject({ heldUntil: 50_000, freeAt: 40_000 });
    expect(grant(NEW, { heldMs: 500, freeInMs: 70 })).toMatchObject({ heldUntil: CAME + 500, freeAt: CAME + 70 });
  });

  it("takes over the others' Crawl-delay, bounded, unless robots.txt was read since", () => {
    expect(grant(NEW, { crawlDelayMs: 800 }).crawlDelayMs).toBe(800);
    expect(grant(NEW, { crawlDelayMs: 1e12 }).crawlDelayMs).toBe(30_000);
    const readSince = setCrawlDelay(leaseRequested(NEW, request(NEW), SENT), 300);
    expect(leaseGranted(readSince, request(NEW), { ...GRANT, crawlDelayMs: 800 }, { sentAt: SENT, now: CAME })).toMatchObject({
      crawlDelayMs: 300,
      news: { crawlDelayMs: 300 },
    });
  });

  it("counts an answer that comes after the lease's time as no lease", () => {
    const late = leaseGranted(NEW, request(NEW), GRANT, { sentAt: SENT, now: SENT + 20_000 });
    expect(isCovered(late, SENT + 20_000)).toBe(false);
  });
});

describe("leaseFailed", () => {
  const learnt = holdOff(setCrawlDelay(NEW, 700), 5000, SENT);
  const asked = leaseRequested(learnt, request(learnt), SENT);

  it("keeps the news for the next request, and the lease that there was", () => {
    expect(asked.news).toEqual({ crawlDelayMs: null, heldUntil: null });
    const failed = leaseFailed(asked, learnt.news);
    expect(failed.news).toEqual(learnt.news);
    expect(failed.lease).toEqual(asked.lease);
  });

  it("prefers what was learnt since", () => {
    const since = holdOff(setCrawlDelay(asked, 0), 9000, SENT);
    expect(leaseFailed(since, learnt.news).news).toEqual({ crawlDelayMs: 0, heldUntil: SENT + 9000 });
  });
});
