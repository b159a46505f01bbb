import { expect, it } from "vitest";
import { crawlMinute } from "#worker/core/schedule/crawl-minute.ts";

it("gives a site the same minute every time", () => {
  expect(crawlMinute("https://bakery.example/")).toBe(crawlMinute("https://bakery.example/"));
});

it("spreads sites over the hour: uses all minutes, none more than twice its share", () => {
  const perMinute = new Array<number>(60).fill(0);
  for (let site = 0; site < 12_000; site += 1) {
    const minute = crawlMinute(`https://site-${site}.example/`);
    expect(Number.isInteger(minute)).toBe(true);
    perMinute[minute] = (perMinute[minute] ?? 0) + 1;
  }
  expect(perMinute).toHaveLength(60);
  expect(Math.min(...perMinute)).toBeGreaterThan(100);
  expect(Math.max(...perMinute)).toBeLessThan(400);
});
