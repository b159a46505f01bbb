import { describe, expect, it } from "vitest";
import { addSample, type PaceSample, paceOfCrawl, roughTime } from "#worker/core/view/crawls/crawl-pace.ts";

/** Samples of a Crawl that reads so many pages a second, one each second. */
function reading(seconds: number, perSecond: number, found: number): PaceSample[] {
  let samples: PaceSample[] = [];
  for (let second = 0; second <= seconds; second += 1)
    samples = addSample(samples, { at: second * 1000, done: second * perSecond, found });
  return samples;
}

describe("paceOfCrawl", () => {
  it("says nothing of the first seconds", () => {
    expect(paceOfCrawl([])).toEqual({ perMinute: null, leftMs: null });
    expect(paceOfCrawl(reading(4, 2, 100))).toEqual({ perMinute: null, leftMs: null });
  });

  it("gives the pace before it dares an estimate", () => {
    expect(paceOfCrawl(reading(10, 2, 100))).toEqual({ perMinute: 120, leftMs: null });
    expect(paceOfCrawl(reading(30, 2, 120))).toEqual({ perMinute: 120, leftMs: 30_000 });
  });

  it("gives no estimate of a crawl that stands still or has read all", () => {
    expect(paceOfCrawl(reading(30, 0, 100))).toEqual({ perMinute: 0, leftMs: null });
    expect(paceOfCrawl(reading(50, 2, 100))).toEqual({ perMinute: 120, leftMs: null });
  });

  it("forgets what is more than a minute ago", () => {
    const fast = reading(60, 10, 5_000);
    const slow = Array.from({ length: 61 }, (_, at) => ({ at: (61 + at) * 1000, done: 600 + at, found: 5_000 }));
    expect(paceOfCrawl(slow.reduce<PaceSample[]>(addSample, fast)).perMinute).toBe(60);
  });
});

it.each([
  [20_000, "less than a minute"],
  [70_000, "about 1 minute"],
  [4.4 * 60_000, "about 4 minutes"],
  [125 * 60_000, "about 2 hours"],
])("rounds %d ms", (ms, words) => {
  expect(roughTime(ms)).toBe(words);
});
