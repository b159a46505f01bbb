import { describe, expect, it } from "vitest";
import {
  createLocalHost,
  dropPace,
  endRequest,
  enqueue,
  holdOff,
  isForgettable,
  isLeaseDue,
  keepPace,
  type LocalHost,
  NO_LEASE,
  noteAnswer,
  paceOf,
  setCrawlDelay,
  WHOLE_HOST,
  wantedBy,
  withdraw,
} from "#worker/core/pace/local-host.ts";

const NEW = createLocalHost<string>("site.example", WHOLE_HOST);
const LEASED = {
  ...createLocalHost<string>("site.example", NO_LEASE),
  lease: { slots: 2, wanted: 2, until: 9000, renewAt: 2000 },
};
const USUAL = { atATime: 2, delayMs: 0 };
const NOW = 1000;
const MAX_HOLD_MS = 3_600_000;

describe("a host's pace", () => {
  it("is the usual one, or the most permissive of its Crawls", () => {
    const gentle = { atATime: 2, delayMs: 150 };
    const fast = { atATime: 8, delayMs: 0 };
    const one = keepPace(NEW, gentle);
    expect(paceOf(NEW, USUAL)).toEqual(USUAL);
    expect(paceOf(one, USUAL)).toEqual(gentle);
    expect(paceOf(keepPace(one, fast), USUAL)).toEqual(fast);
    expect(paceOf(dropPace(keepPace(one, fast), fast), USUAL)).toEqual(gentle);
  });

  it("drops one of two equal paces at a time, and ignores one that it does not have", () => {
    const [first, second] = [{ ...USUAL }, { ...USUAL }];
    const both = keepPace(keepPace(NEW, first), second);
    expect(dropPace(both, first).paces).toEqual([second]);
    expect(dropPace(both, { ...USUAL }).paces).toHaveLength(2);
  });

  it.each([
    ["within bounds", 700, 700],
    ["longer than any Crawl could keep", 86_400_000, 30_000],
    ["endless", Number.POSITIVE_INFINITY, 30_000],
    ["negative", -5, 0],
    ["no number", Number.NaN, 0],
  ])("keeps a Crawl-delay: %s", (_, delayMs, expected) => {
    const host = setCrawlDelay(NEW, delayMs);
    expect(paceOf(host, USUAL).delayMs).toBe(expected);
    expect(host.news).toEqual({ crawlDelayMs: expected, heldUntil: null });
  });
});

describe("a pause that a host asks for", () => {
  it.each([
    ["within bounds", 5000, NOW + 5000],
    ["longer than an hour", 1e15, NOW + MAX_HOLD_MS],
    ["endless", Number.POSITIVE_INFINITY, NOW + MAX_HOLD_MS],
    ["negative", -1e15, NOW],
    ["no number", Number.NaN, NOW],
  ])("is kept: %s", (_, pauseMs, until) => {
    const { heldUntil, news } = holdOff(NEW, pauseMs, NOW);
    expect([heldUntil, news.heldUntil]).toEqual([until, until]);
  });

  it("never shortens an earlier one", () => {
    expect(holdOff(holdOff(NEW, 9000, NOW), 10, NOW).heldUntil).toBe(NOW + 9000);
  });
});

describe("an answer", () => {
  const answer = (status: number, retryAfterMs: number | null = null) => ({ ms: 5, status, retryAfterMs });

  it.each([
    [200, 60_000, 0],
    [503, null, 0],
    [503, 3000, 3000],
    [429, 3000, 3000],
    [429, 0, 0],
    [429, null, 5000],
  ])("of %i with Retry-After %s pauses for %i ms", (status, retryAfterMs, pauseMs) => {
    const host = noteAnswer(NEW, answer(status, retryAfterMs), NOW);
    expect(host.heldUntil).toBe(pauseMs === 0 ? 0 : NOW + pauseMs);
    expect(host.news === NEW.news).toBe(pauseMs === 0);
  });

  it("doubles the pause while 429 follows 429, up to a minute, and starts again after a success", () => {
    let host: LocalHost<string> = NEW;
    const pauses: number[] = [];
    for (let time = 0; pauses.length < 8; time += 10_000_000) {
      host = noteAnswer(host, answer(429), time);
      pauses.push(host.heldUntil - time);
    }
    expect(pauses).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000, 60_000]);
    expect(noteAnswer(noteAnswer(host, answer(200), 1e9), answer(429), 1e9).heldUntil).toBe(1e9 + 5000);
  });
});

describe("waiting requests", () => {
  it("leave from anywhere in the line, and only once", () => {
    const host = ["a", "b", "c"].reduce(enqueue<string>, NEW);
    const left = withdraw(host, "b");
    expect(left.waiting).toEqual(["a", "c"]);
    expect(withdraw(left, "b").waiting).toEqual(["a", "c"]);
    expect(host.waiting).toHaveLength(3);
  });

  it("are wanted with those under way, up to the pace; a Crawl wants all of its pace until it has paused", () => {
    const waiting = enqueue(NEW, "a");
    const crawled = keepPace(NEW, { atATime: 8, delayMs: 0 });
    expect(wantedBy(NEW, USUAL, NOW)).toBe(0);
    expect(wantedBy(waiting, USUAL, NOW)).toBe(1);
    expect(wantedBy({ ...waiting, active: 7 }, USUAL, NOW)).toBe(2);
    expect(wantedBy({ ...crawled, usedAt: NOW - 400 }, USUAL, NOW)).toBe(8);
    expect(wantedBy({ ...crawled, usedAt: NOW - 600 }, USUAL, NOW)).toBe(0);
  });
});

describe("isLeaseDue", () => {
  it.each([
    ["in use and fresh", { active: 1 }, NOW, false],
    ["in use and due", { active: 1 }, 2000, true],
    ["waited for and due", { waiting: ["a"] }, 2000, true],
    ["unused since a moment", { usedAt: NOW - 100 }, NOW, false],
    ["unused for long: it goes back", { usedAt: NOW - 600 }, NOW, true],
    ["unused, with news", { usedAt: NOW, news: { crawlDelayMs: 0, heldUntil: null } }, NOW, true],
  ] as const)("says of a lease that is %s", (_, change, now, expected) => {
    expect(isLeaseDue({ ...LEASED, ...change }, now)).toBe(expected);
  });
});

describe("isForgettable", () => {
  const idle = endRequest({ ...NEW, active: 1 }, NOW);

  it("is true for a host that is unused and remembers nothing", () => {
    expect(isForgettable(idle, NOW)).toBe(true);
    expect(isForgettable(LEASED, 9000)).toBe(true);
  });

  it.each([
    ["is requested", { active: 1 }],
    ["is waited for", { waiting: ["a"] }],
    ["has a Crawl", { paces: [USUAL] }],
    ["has a Crawl-delay", { crawlDelayMs: 1 }],
    ["may not be requested yet", { freeAt: NOW + 1 }],
    ["asked for a pause", { heldUntil: NOW + 1 }],
    ["refused", { backOff: { ...NEW.backOff, share: 0.5 } }],
    ["has a pause to pass on", { news: { crawlDelayMs: null, heldUntil: 1 } }],
    ["has a lease to give back", { lease: LEASED.lease }],
  ])("is false for one that %s", (_, change) => {
    expect(isForgettable({ ...idle, ...change }, NOW)).toBe(false);
  });
});
