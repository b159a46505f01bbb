import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import type { Claim } from "#prisma/queries/crawls/claim-crawl.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { recordCrawl } from "#prisma/queries/crawls/recording/record-crawl.ts";
import { recordLateLinks } from "#prisma/queries/crawls/recording/record-late-links.ts";
import { brokenLink, CRAWL_END, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const SLOW = "https://slow.example/";
const DOWN = "https://down.example/";
const GONE = "https://gone.example/";
const down = brokenLink(DOWN, { rule: "links/unreachable", status: null });
const works = (url: string) => brokenLink(url, { state: "ok", rule: null, status: 200, reason: "" });
const PENDING = [{ code: "links-pending", count: 1, message: "We are still checking 1 link." } as const];

/** Crawls a page with three links. The verdict on `SLOW` comes late, others when the Crawl is recorded. */
async function crawlWith(siteId: string, verdicts: LinkVerdict[]) {
  const { db, queue } = desk;
  const claim = await desk.startCrawl(siteId);
  const memory = createCrawlMemory(db, claim);
  const snapshot = makeSnapshot({ links: [SLOW, DOWN, GONE].map(makeLink) });
  await memory.recordVisit(makeVisit({ url: "https://bakery.example/", snapshot }), "checks-1");
  await memory.recordVerdicts(verdicts);
  const end = { ...CRAWL_END, notChecked: PENDING, lateTargets: [SLOW] };
  await recordCrawl({ db, queue, now: new Date() }, claim, { ...end, notChecked: [...PENDING] });
  return claim;
}

async function recordLate(claim: Claim, verdict: LinkVerdict) {
  const { db, queue } = desk;
  await createCrawlMemory(db, claim).recordVerdicts([verdict]);
  const end = { ...CRAWL_END, targets: [SLOW], linksFound: 3, linksChecked: 3 };
  return await recordLateLinks({ db, queue, now: new Date() }, claim, end);
}

async function statesOf(siteId: string) {
  const issues = await desk.db.issue.findMany({ where: { siteId }, select: { text: true, state: true } });
  return Object.fromEntries(issues.map(({ text, state }) => [text, state]));
}

async function digestsOf(siteId: string) {
  const mails = await desk.db.delivery.findMany({ where: { siteId, kind: "digest" }, orderBy: { id: "asc" } });
  return mails.map(({ payload }) => {
    const { opened, fixed } = payloadSchemas.digest.parse(payload).digest;
    return { opened: opened.map(({ text }) => text), fixed: fixed.map(({ text }) => text) };
  });
}

describe("recordLateLinks", () => {
  it("mails what is known at once, and what links that answered slowly say in a mail of its own, each once", async () => {
    const { siteId } = await desk.addSite();
    await crawlWith(siteId, [works(SLOW), works(DOWN), works(GONE)]);
    const claim = await crawlWith(siteId, [works(DOWN), brokenLink(GONE)]);
    expect(await digestsOf(siteId)).toEqual([{ opened: [GONE], fixed: [] }]);
    expect(await recordLate(claim, brokenLink(SLOW))).toEqual({ opened: 1, fixed: 0 });
    expect(await digestsOf(siteId)).toEqual([
      { opened: [GONE], fixed: [] },
      { opened: [SLOW], fixed: [] },
    ]);
    const crawl = await desk.db.crawl.findUniqueOrThrow({ where: { id: claim.crawlId } });
    expect(crawl).toMatchObject({ opened: 2, fixed: 0, linksChecked: 3, notChecked: [] });
    expect(await recordLate(claim, brokenLink(SLOW))).toEqual({ opened: 0, fixed: 0 });
    expect(await digestsOf(siteId)).toHaveLength(2);
  });

  it("takes no verdict of an earlier Crawl for one of this, and none of this for a second look", async () => {
    const { siteId } = await desk.addSite();
    const first = await crawlWith(siteId, [down, works(GONE)]);
    await recordLate(first, brokenLink(SLOW, { rule: "links/unreachable", status: null }));
    expect(await statesOf(siteId)).toEqual({ [DOWN]: "unconfirmed", [SLOW]: "unconfirmed" });
    const second = await crawlWith(siteId, [down, works(GONE)]);
    expect(await statesOf(siteId)).toEqual({ [DOWN]: "open", [SLOW]: "unconfirmed" });
    await recordLate(second, works(SLOW));
    expect(await statesOf(siteId)).toEqual({ [DOWN]: "open", [SLOW]: "fixed" });
  });

  it("fixes a link that works again at two Crawls, and leaves what a person decided meanwhile", async () => {
    const { siteId } = await desk.addSite();
    const first = await crawlWith(siteId, [works(DOWN), brokenLink(GONE)]);
    await recordLate(first, brokenLink(SLOW));
    const second = await crawlWith(siteId, [works(DOWN), brokenLink(GONE)]);
    await desk.db.issue.updateMany({ where: { siteId, text: GONE }, data: { state: "fixed" } });
    expect(await recordLate(second, works(SLOW))).toEqual({ opened: 0, fixed: 0 });
    expect(await statesOf(siteId)).toEqual({ [GONE]: "fixed", [SLOW]: "open" });
    const third = await crawlWith(siteId, [works(DOWN), works(GONE)]);
    expect(await recordLate(third, works(SLOW))).toEqual({ opened: 0, fixed: 1 });
    expect(await statesOf(siteId)).toEqual({ [GONE]: "fixed", [SLOW]: "fixed" });
  });

  it("leaves them to the next Crawl once that has begun", async () => {
    const { siteId } = await desk.addSite();
    const claim = await crawlWith(siteId, [works(DOWN), works(GONE)]);
    await desk.startCrawl(siteId, new Date(Date.now() + 1000));
    expect(await recordLate(claim, brokenLink(SLOW))).toBeNull();
    expect(await statesOf(siteId)).toEqual({});
  });
});
