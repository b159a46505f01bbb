import { describe, expect, it } from "vitest";
import { judgeReadiness, type ReadinessFacts } from "#worker/core/readiness.ts";

const HOUR = 3_600_000;
const RUNNING: ReadinessFacts = {
  process: "worker",
  phase: "running",
  database: true,
  queue: true,
  oldestCrawlMs: null,
  lastCrawlMs: null,
};

describe("judgeReadiness", () => {
  it.each<[string, Partial<ReadinessFacts>, boolean]>([
    ["an installation without sites", {}, true],
    ["one whose last crawl was long ago, with none waiting", { lastCrawlMs: 900 * HOUR }, true],
    ["crawls that wait while others finish", { oldestCrawlMs: 5 * HOUR, lastCrawlMs: 60_000 }, true],
    ["crawls that have not waited long", { oldestCrawlMs: 0.9 * HOUR, lastCrawlMs: 24 * HOUR }, true],
    ["crawls that wait while none finishes", { oldestCrawlMs: 1.1 * HOUR, lastCrawlMs: 1.1 * HOUR }, false],
    ["crawls that wait where none ever finished", { oldestCrawlMs: 1.1 * HOUR }, false],
    ["a lost database", { database: false, queue: false }, false],
    ["a lost queue", { queue: false }, false],
    ["a process that starts", { phase: "starting" }, false],
    ["a process that stops", { phase: "stopping" }, false],
  ])("judges %s", (_, facts, ready) => {
    const judged = judgeReadiness({ ...RUNNING, ...facts });
    expect(judged.ready).toBe(ready);
    expect(judged.reasons.length > 0).toBe(!ready);
  });

  it("keeps a web process ready while workers stall, and warns", () => {
    const judged = judgeReadiness({ ...RUNNING, process: "web", oldestCrawlMs: 2 * HOUR, lastCrawlMs: 3 * HOUR });
    expect(judged).toEqual({
      ready: true,
      reasons: [],
      warnings: ["Crawls have waited for over an hour, and none has finished meanwhile."],
      lastCrawlFinishedSecondsAgo: 10_800,
    });
  });

  it("gives one reason for a lost database, not two", () => {
    expect(judgeReadiness({ ...RUNNING, database: false, queue: false }).reasons).toEqual(["The database does not answer."]);
  });
});
