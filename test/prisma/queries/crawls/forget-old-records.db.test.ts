import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeBlock, makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";

const HOME = "https://bakery.example/";
const DAY_MS = 86_400_000;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** Crawls a Site whose one page has this text and this link. */
async function crawl(siteId: string, text: string, target: string) {
  const claim = await desk.startCrawl(siteId);
  const block = makeBlock(text);
  const snapshot = makeSnapshot({ contentHash: text, blocks: [block], links: [makeLink(target)] });
  const memory = createCrawlMemory(desk.db, claim);
  await memory.recordVisit(makeVisit({ url: HOME, outcome: "changed", snapshot, newBlocks: [block] }), "checks-1");
  await memory.recordVerdicts([brokenLink(target)]);
  return claim;
}

async function left(siteId: string) {
  const { db } = desk;
  const blocks = await db.block.findMany({ where: { siteId }, orderBy: { text: "asc" } });
  const targets = await db.linkTarget.findMany({ where: { siteId }, orderBy: { url: "asc" } });
  const snapshots = await db.snapshot.count({ where: { page: { siteId } } });
  return { blocks: blocks.map(({ text }) => text), targets: targets.map(({ url }) => url), snapshots };
}

describe("forgetOldRecords", () => {
  it("keeps current Snapshots of any age, and old ones for a while", async () => {
    const { siteId } = await desk.addSite();
    await desk.record(await crawl(siteId, "Before.", "https://before.example/"));
    await desk.record(await crawl(siteId, "Now.", "https://now.example/"));
    await forgetOldRecords(desk.db, inDays(29));
    const all = { blocks: ["Before.", "Now."], targets: ["https://before.example/", "https://now.example/"], snapshots: 2 };
    expect(await left(siteId)).toEqual(all);
    await forgetOldRecords(desk.db, inDays(31));
    expect(await left(siteId)).toEqual({ ...all, targets: ["https://now.example/"] });
    expect(await forgetOldRecords(desk.db, inDays(91))).toBeGreaterThan(0);
    const now = { blocks: ["Now."], targets: ["https://now.example/"], snapshots: 1 };
    expect(await left(siteId)).toEqual(now);
    await forgetOldRecords(desk.db, inDays(4_000));
    expect(await left(siteId)).toEqual(now);
  });

  it("keeps activities for a year, and invitations for 30 days after their end", async () => {
    const { db } = desk;
    const { teamId, userId } = await db.member.findFirstOrThrow();
    await db.activity.create({ data: { teamId, userId, kind: "person_left", at: new Date() } });
    const invitation = { teamId, email: "a@client.example", role: "viewer", tokenHash: "hash", invitedById: userId } as const;
    await db.invitation.create({ data: { ...invitation, expiresAt: new Date() } });
    const counts = async () => [await db.activity.count(), await db.invitation.count()];
    await forgetOldRecords(db, inDays(29));
    expect(await counts()).toEqual([1, 1]);
    await forgetOldRecords(db, inDays(31));
    expect(await counts()).toEqual([1, 0]);
    await forgetOldRecords(db, inDays(364));
    expect(await counts()).toEqual([1, 0]);
    await forgetOldRecords(db, inDays(366));
    expect(await counts()).toEqual([0, 0]);
  });

  it("deletes expired links, sessions and counters, and no others", async () => {
    const { db } = desk;
    const { userId } = await db.member.findFirstOrThrow();
    for (const days of [-1, 1]) {
      const [name, expiresAt] = [`in ${days} days`, inDays(days)];
      await db.verification.create({ data: { id: name, identifier: name, value: name, expiresAt } });
      await db.session.create({ data: { id: name, token: name, userId, expiresAt } });
      await db.rateLimit.create({ data: { id: name, key: name, count: 1, lastRequest: inDays(days - 2).getTime() } });
    }
    await forgetOldRecords(db, new Date());
    const left = [await db.verification.findMany(), await db.session.findMany(), await db.rateLimit.findMany()];
    expect(left.map((rows) => rows.map(({ id }) => id))).toEqual([["in 1 days"], ["in 1 days"], ["in 1 days"]]);
  });

  it("skips a Site while it is crawled", async () => {
    const { siteId } = await desk.addSite();
    await desk.record(await crawl(siteId, "Before.", "https://before.example/"));
    const claim = await crawl(siteId, "Now.", "https://now.example/");
    await forgetOldRecords(desk.db, inDays(91));
    expect((await left(siteId)).blocks).toEqual(["Before.", "Now."]);
    await desk.record(claim);
    await forgetOldRecords(desk.db, inDays(91));
    expect((await left(siteId)).blocks).toEqual(["Now."]);
  });

  it("deletes old mail except first reports", async () => {
    const { siteId, email } = await desk.addSite();
    const mails = [
      { kind: "first_report", state: "sent" },
      { kind: "digest", state: "sent" },
      { kind: "digest", state: "pending" },
      { kind: "crawl_failing", state: "refused" },
    ] as const;
    await desk.db.delivery.createMany({
      data: mails.map((mail, at) => ({ ...mail, siteId, email, dedupeKey: `${siteId} ${at}`, payload: {} })),
    });
    await forgetOldRecords(desk.db, inDays(89));
    expect(await desk.db.delivery.count({ where: { siteId } })).toBe(4);
    await forgetOldRecords(desk.db, inDays(91));
    const kept = await desk.db.delivery.findMany({ where: { siteId }, orderBy: { dedupeKey: "asc" } });
    expect(kept.map(({ kind, state }) => [kind, state])).toEqual([
      ["first_report", "sent"],
      ["digest", "pending"],
    ]);
  });
});
