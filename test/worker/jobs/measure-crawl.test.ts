import { beforeEach, expect, it } from "vitest";
import { measureCrawl } from "#worker/jobs/measure-crawl.ts";
import { registry } from "#worker/telemetry/registry.ts";

beforeEach(() => registry.resetMetrics());

const ACCOUNT = {
  state: "finished" as const,
  ms: 4_000,
  pages: { new: 2, changed: 1, unchanged: 7, gone: 0, failed: 1, skipped: 0 },
  notChecked: [{ code: "robots" as const, message: "We did not visit 3 pages.", count: 3 }],
};

it("counts ends, pages, time and what was not checked", async () => {
  measureCrawl("scheduled", ACCOUNT);
  measureCrawl("scheduled", { ...ACCOUNT, state: "failed", ms: 1_000 });
  const text = await registry.metrics();
  expect(text).toContain('flawless_crawls_ended_total{reason="scheduled",outcome="finished"} 1');
  expect(text).toContain('flawless_crawls_ended_total{reason="scheduled",outcome="failed"} 1');
  expect(text).toContain('flawless_pages_visited_total{outcome="unchanged"} 14');
  expect(text).toContain('flawless_not_checked_total{reason="robots"} 6');
  expect(text).toContain('flawless_crawl_duration_seconds_sum{reason="scheduled"} 5');
});

it("counts the pages of a crawl that is given back, and leaves its time to the run that ends it", async () => {
  measureCrawl("first", { ...ACCOUNT, state: "interrupted" });
  const text = await registry.metrics();
  expect(text).toContain('flawless_crawls_ended_total{reason="first",outcome="given_back"} 1');
  expect(text).toContain('flawless_pages_visited_total{outcome="new"} 2');
  expect(text).not.toContain("flawless_crawl_duration_seconds_sum");
});
