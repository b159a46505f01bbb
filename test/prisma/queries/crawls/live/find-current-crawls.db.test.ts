import { afterAll, beforeAll, expect, it } from "vitest";
import { findCurrentCrawls } from "#prisma/queries/crawls/live/find-current-crawls.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

type State = "queued" | "finished" | "failed" | "cancelled";

/** Adds Crawls in these states, the oldest first, and returns the current ones by their place in the list. */
async function currentOf(states: readonly State[]) {
  const site = await desk.addSite();
  await desk.db.crawl.deleteMany({ where: { siteId: site.siteId } });
  const at = (day: number) => new Date(Date.UTC(2026, 9, day + 1));
  for (const [day, state] of states.entries()) {
    const finishedAt = state === "queued" ? null : at(day);
    await desk.db.crawl.create({
      data: { id: `${site.siteId}-${day}`, siteId: site.siteId, reason: "scheduled", state, queuedAt: at(day), finishedAt },
    });
  }
  const { goingOn, ended, finished } = await findCurrentCrawls(desk.db, site);
  const dayOf = (crawl: { id: string } | null) => (crawl ? Number(crawl.id.split("-").at(-1)) : null);
  return { goingOn: dayOf(goingOn), ended: dayOf(ended), finished: dayOf(finished) };
}

it.each<[string, State[], object]>([
  ["none", [], { goingOn: null, ended: null, finished: null }],
  ["the first that waits", ["queued"], { goingOn: 0, ended: null, finished: null }],
  ["finished ones", ["finished", "finished"], { goingOn: null, ended: 1, finished: 1 }],
  ["a failed one after a finished one", ["finished", "failed", "queued"], { goingOn: 2, ended: 1, finished: 0 }],
  [
    "a finished one before many failures",
    ["finished", ...Array<State>(9).fill("failed"), "cancelled"],
    { goingOn: null, ended: 10, finished: 0 },
  ],
  ["failures only", Array<State>(7).fill("failed"), { goingOn: null, ended: 6, finished: null }],
])("finds the current crawls of a site with %s", async (_what, states, current) => {
  expect(await currentOf(states)).toEqual(current);
});
