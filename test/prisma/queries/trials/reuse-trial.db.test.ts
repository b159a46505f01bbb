import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { findTrial } from "#prisma/queries/trials/find-trial.ts";
import { reuseTrial } from "#prisma/queries/trials/reuse-trial.ts";
import { startTrial } from "#prisma/queries/trials/start-trial.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { TRIAL_KEPT_MS, TRIAL_SHARED_MS } from "#worker/core/trial/trial-limits.ts";

const SITE = { startUrl: "https://bakery.example/", name: "Bakery" };
const HOUR_MS = 3_600_000;

let desk: CrawlDesk;
let count = 0;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

async function start(now = new Date()) {
  const address = `https://bakery.example/?${++count}`;
  const { token } = await startTrial({ db: desk.db, queue: desk.queue, now }, { ...SITE, address, visitor: "ann" });
  return { address, token, again: (later: Date, visitor = "bob") => reuseTrial(desk.db, { address, visitor, now: later }) };
}

describe("reuseTrial", () => {
  it("shares a result for some hours after it was read, however often it was shared", async () => {
    const now = new Date();
    const { address, again } = await start(now);
    const inTime = new Date(now.getTime() + TRIAL_SHARED_MS - HOUR_MS);
    const shared = await again(inTime);
    if (!shared) throw new Error("The result was not shared.");
    expect(await findTrial(desk.db, { token: shared.token, now: inTime })).toMatchObject({ name: "Bakery" });
    expect(await desk.db.site.count({ where: { trials: { some: { address } } } })).toBe(1);
    expect(await again(new Date(now.getTime() + TRIAL_SHARED_MS + HOUR_MS))).toBeNull();
  });

  it("does not share a failed one, or that of another address", async () => {
    const { address, again } = await start();
    expect(await reuseTrial(desk.db, { address: `${address}0`, visitor: "bob", now: new Date() })).toBeNull();
    const crawl = { site: { trials: { some: { address } } } };
    await desk.db.crawl.updateMany({ where: crawl, data: { state: "failed", failureMessage: "It did not answer." } });
    expect(await again(new Date())).toBeNull();
  });

  it("is kept as long as its last visitor may see it, and then deleted with its site", async () => {
    const now = new Date();
    const { address, token, again } = await start(now);
    const shared = await again(new Date(now.getTime() + HOUR_MS));
    const { id } = await desk.db.site.findFirstOrThrow({ where: { trials: { some: { address } } } });
    const sites = () => desk.db.site.count({ where: { id } });
    const between = new Date(now.getTime() + TRIAL_KEPT_MS + HOUR_MS / 2);
    await forgetOldRecords(desk.db, between);
    expect(await sites()).toBe(1);
    expect(await findTrial(desk.db, { token, now: between })).toBeNull();
    expect(await findTrial(desk.db, { token: shared?.token ?? "", now: between })).not.toBeNull();
    await forgetOldRecords(desk.db, new Date(now.getTime() + TRIAL_KEPT_MS + 2 * HOUR_MS));
    expect(await sites()).toBe(0);
  });
});
