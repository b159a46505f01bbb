import { describe, expect, it } from "vitest";
import { isGivenUp, nextTry } from "#worker/core/channels/next-try.ts";

const START = new Date("2026-11-29T00:00:00.000Z");
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(START.getTime() + ms);
const pauseMs = (failed: { attempts?: number; retryAfterMs?: number | null }, random = 0) => {
  const next = nextTry({ attempts: 1, createdAt: START, retryAfterMs: null, ...failed }, START, random);
  return next && next.getTime() - START.getTime();
};

describe("nextTry", () => {
  it("waits longer after each failure, at most a day", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1_000].map((attempts) => Number(pauseMs({ attempts })) / 1_000);
    expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400, 86_400]);
  });

  it("lengthens a pause by a tenth at most", () => {
    expect(pauseMs({ attempts: 4 }, 1)).toBe(Math.round(2.2 * HOUR_MS));
  });

  it("does not come before the time that the other side asks for, unless it is more than a day", () => {
    expect(pauseMs({ retryAfterMs: HOUR_MS })).toBe(HOUR_MS);
    expect(pauseMs({ attempts: 6, retryAfterMs: HOUR_MS })).toBe(10 * HOUR_MS);
    expect(pauseMs({ retryAfterMs: 999_999_999_000 })).toBe(24 * HOUR_MS);
  });

  it("ends after five days, by which a channel that always fails is given up", () => {
    let [now, attempts] = [START, 0];
    for (;;) {
      attempts += 1;
      const next = nextTry({ attempts, createdAt: START, retryAfterMs: null }, now, 0.5);
      if (!next) break;
      expect(isGivenUp(START, now)).toBe(false);
      now = next;
    }
    expect(attempts).toBe(12);
    expect(isGivenUp(START, now)).toBe(true);
    expect(now.getTime() - START.getTime()).toBeLessThan(6.5 * 24 * HOUR_MS);
    expect(nextTry({ attempts: 1, createdAt: START, retryAfterMs: null }, after(120 * HOUR_MS - 1), 0)).not.toBeNull();
  });
});
