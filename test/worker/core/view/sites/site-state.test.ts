import { describe, expect, it } from "vitest";
import { type SiteFacts, siteState } from "#worker/core/view/sites/site-state.ts";

const healthy: SiteFacts = { pausedBy: null, failedDays: 0, crawling: null, lastState: "finished" };

describe("siteState", () => {
  it.each<[Partial<SiteFacts>, string]>([
    [{}, "Watching"],
    [{ crawling: "running", pausedBy: "owner" }, "Crawling now"],
    [{ crawling: "queued" }, "Crawl starts soon"],
    [{ pausedBy: "plan", failedDays: 4 }, "Paused"],
    [{ pausedBy: "owner" }, "Paused"],
    [{ failedDays: 3, lastState: "failed" }, "Not readable"],
    [{ failedDays: 1, lastState: "failed" }, "Last crawl failed"],
    [{ lastState: "cancelled" }, "Last crawl stopped"],
    [{ lastState: null }, "Not crawled yet"],
  ])("formats %j as %j", (facts, words) => expect(siteState({ ...healthy, ...facts }).words).toBe(words));
});
