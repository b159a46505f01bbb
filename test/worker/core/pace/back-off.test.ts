import { describe, expect, it } from "vitest";
import { type BackOff, backOffAfter, FULL_PACE, underShare } from "#worker/core/pace/back-off.ts";

describe("backOffAfter", () => {
  const answered = (before: BackOff, times: number[]) =>
    times.reduce((state, ms) => backOffAfter(state, { ms, isRefusal: false }), before);
  const many = (count: number, ms: number) => Array.from({ length: count }, () => ms);

  it.each([
    ["a steady host", many(200, 200)],
    ["a host that was always slow", many(200, 8000)],
    ["one that differs within what is usual on a network", Array.from({ length: 200 }, (_, index) => 80 + (index % 7) * 40)],
    ["a first answer that took a connection to be made", [900, ...many(50, 60)]],
    ["single slow pages among quick ones", Array.from({ length: 200 }, (_, index) => (index % 40 === 39 ? 1500 : 90))],
    ["answers on this machine that wait for our own work", Array.from({ length: 100 }, (_, index) => (index % 3) * 120)],
  ])("keeps the full pace for %s", (_, times) => {
    expect(answered(FULL_PACE, times).share).toBe(1);
  });

  it("halves the pace repeatedly while answers are slow, but never to zero", () => {
    const usual = answered(FULL_PACE, many(50, 200));
    expect(answered(usual, many(6, 1500)).share).toBe(0.5);
    const least = answered(usual, many(60, 1500)).share;
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(0.5);
    expect(underShare(4, least)).toBe(1);
  });

  it("restores the pace step by step when the answers are quick again", () => {
    const slow = answered(answered(FULL_PACE, many(50, 200)), many(12, 1500));
    const steps = [10, 20, 60].map((count) => answered(slow, many(count, 200)).share);
    expect(steps).toEqual([...steps].sort());
    expect(steps.at(-1)).toBe(1);
  });

  it("accepts a permanently slow host as normal", () => {
    const usual = answered(FULL_PACE, many(50, 200));
    expect(answered(usual, many(1000, 1500)).share).toBe(1);
  });

  it("halves the pace at every refusal and counts those in a row", () => {
    const once = backOffAfter(FULL_PACE, { ms: 5, isRefusal: true });
    const twice = backOffAfter(once, { ms: 5, isRefusal: true });
    expect([once.share, twice.share, twice.refusals]).toEqual([0.5, 0.25, 2]);
    expect(backOffAfter(twice, { ms: 5, isRefusal: false }).refusals).toBe(0);
  });
});
