import { describe, expect, it } from "vitest";
import { nextAttemptAt } from "#worker/core/schedule/next-attempt.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const pauseAfter = (attempts: number) => {
  const again = nextAttemptAt({ attempts, writtenAt: NOW }, NOW);
  return again && (again.getTime() - NOW.getTime()) / MINUTE_MS;
};

describe("nextAttemptAt", () => {
  it("waits a minute, then twice as long each time, at most six hours", () => {
    expect([1, 2, 3, 4, 8, 9, 10, 11, 1000].map(pauseAfter)).toEqual([1, 2, 4, 8, 128, 256, 360, 360, 360]);
  });

  it("continues for four days at most", () => {
    const tryWhenAged = (ms: number) => nextAttemptAt({ attempts: 9, writtenAt: new Date(NOW.getTime() - ms) }, NOW);
    expect(tryWhenAged(96 * HOUR_MS)).not.toBeNull();
    expect(tryWhenAged(96 * HOUR_MS + 1)).toBeNull();
  });

  it("tries a server that is down for an hour at least five times, and soon after it is back", () => {
    let moment = NOW.getTime();
    let attempts = 0;
    while (moment < NOW.getTime() + HOUR_MS) {
      attempts += 1;
      moment = nextAttemptAt({ attempts, writtenAt: NOW }, new Date(moment))?.getTime() ?? Number.POSITIVE_INFINITY;
    }
    expect(attempts).toBeGreaterThanOrEqual(5);
    expect(moment).toBeLessThan(NOW.getTime() + 2.2 * HOUR_MS);
  });
});
