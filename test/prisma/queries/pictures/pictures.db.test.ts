import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePictureKey } from "#prisma/pictures/picture-store.ts";
import { changeSignedInPictures } from "#prisma/queries/pictures/change-signed-in-pictures.ts";
import { findDroppedPictures } from "#prisma/queries/pictures/dropped-pictures.ts";
import { findIssuePicture } from "#prisma/queries/pictures/find-issue-picture.ts";
import { findMistakesOnPage } from "#prisma/queries/pictures/find-mistakes-on-page.ts";
import { findPagePicture } from "#prisma/queries/pictures/find-page-picture.ts";
import { findPagesToDraw } from "#prisma/queries/pictures/find-pages-to-draw.ts";
import { findPictureKey } from "#prisma/queries/pictures/find-picture-key.ts";
import { findSiteToDraw } from "#prisma/queries/pictures/find-site-to-draw.ts";
import { forgetOldPictures } from "#prisma/queries/pictures/forget-old-pictures.ts";
import { recordPicture, recordUndrawn, reservePicture } from "#prisma/queries/pictures/record-picture.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

/** The real time, because a trigger of the database notes dropped pictures by its own clock. */
const NOW = new Date();
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TEXT = "You will recieve an answer.";

/** Creates a Site with one page, which says a mistake in its second Snapshot and has a broken link. */
async function seed() {
  const { db } = database;
  const { siteId, teamId } = await addTestSite(db);
  const { id: pageId } = await db.page.create({ data: { siteId, url: "https://bakery.example/" } });
  const block = { siteId, hash: "h", kind: "paragraph", text: TEXT, firstCrawlId: "" };
  await db.block.create({ data: block });
  const [before, snapshotId] = [await addSnapshot(siteId, pageId), await addSnapshot(siteId, pageId)];
  const { issueId } = await addMistake({ siteId, pageId }, "spelling", "recieve");
  await addMistake({ siteId, pageId }, "links", "https://bakery.example/gone");
  const occurrence = await db.occurrence.findFirstOrThrow({ where: { issueId } });
  return { teamId, siteId, pageId, snapshotId, before, occurrence };
}

/** Adds a Snapshot that is the page's current one. */
async function addSnapshot(siteId: string, pageId: string): Promise<string> {
  const { db } = database;
  const { id: crawlId } = await db.crawl.create({ data: { siteId, reason: "requested", state: "finished" } });
  const content = { title: "", contentHash: crawlId, blocks: [], links: [], anchors: [] };
  const { id: snapshotId } = await db.snapshot.create({ data: { pageId, crawlId, ...content } });
  await db.page.update({ where: { id: pageId }, data: { snapshotId } });
  return snapshotId;
}

async function addMistake({ siteId, pageId }: { siteId: string; pageId: string }, check: string, text: string) {
  const range = { blockHash: "h", start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length };
  const place = { pageId, selector: "p", excerpt: text, ...(check === "links" ? {} : range) };
  const wording = { check, rule: `${check}/x`, severity: "error", confidence: 0.9, message: "", subject: text, excerpt: text };
  const issue = await database.db.issue.create({
    data: { siteId, fingerprint: text, text, ...wording, state: "open", openedAt: NOW, occurrences: { create: place } },
  });
  return { issueId: issue.id };
}

type Seeded = Awaited<ReturnType<typeof seed>>;

/** Records a picture of the first page with one mark. Returns its key; null if it was refused. */
async function take({ siteId, pageId, snapshotId, occurrence }: Seeded, changed: Partial<Taken> = {}): Promise<string | null> {
  const key = makePictureKey();
  const mark = { issueId: occurrence.issueId, occurrenceId: occurrence.id, rects: [{ x: 10, y: 20, width: 30, height: 15 }] };
  await reservePicture(database.db, { key, now: NOW });
  const size = { width: 1280, height: 900, bytes: 5_000 };
  const sought = [occurrence.id];
  const picture = { siteId, pageId, snapshotId, key, ...size, takenAt: NOW, marks: [mark], sought, ...changed };
  return (await recordPicture(database.db, picture)) ? key : null;
}
type Taken = Parameters<typeof recordPicture>[1];

const dropped = () => findDroppedPictures(database.db, later(1));

describe("recording a picture", () => {
  it("shows it with its marks, to its Team only", async () => {
    const { db } = database;
    const [own, other] = [await seed(), await seed()];
    const key = await take(own);
    const { teamId, siteId, pageId, occurrence } = own;
    const found = await findPagePicture(db, { teamId, siteId, pageId });
    expect(found).toMatchObject({
      pageId,
      width: 1280,
      height: 900,
      isCurrent: true,
      marks: [{ occurrenceId: occurrence.id }],
    });
    const pictureId = found?.id ?? "";
    const { issueId } = occurrence;
    expect(await findIssuePicture(db, { teamId, siteId, issueId })).toEqual(found);
    expect(await findPictureKey(db, { teamId, siteId, pictureId })).toBe(key);
    for (const stranger of [
      { teamId: other.teamId, siteId },
      { teamId: other.teamId, siteId: other.siteId },
      { teamId, siteId: other.siteId },
    ]) {
      expect(await findPagePicture(db, { ...stranger, pageId })).toBeNull();
      expect(await findIssuePicture(db, { ...stranger, issueId })).toBeNull();
      expect(await findPictureKey(db, { ...stranger, pictureId })).toBeNull();
    }
  });

  it("keeps the newest picture and the last one of what the page said before, and drops the others", async () => {
    const { db } = database;
    const own = await seed();
    const { teamId, siteId, pageId, snapshotId, before } = own;
    const first = await takeAt(own, before, later(-3));
    const old = await takeAt(own, before, later(-2));
    const doubled = await takeAt(own, snapshotId, later(-1));
    const newest = await takeAt(own, snapshotId, NOW);
    const keys = await db.picture.findMany({ where: { pageId }, orderBy: { takenAt: "asc" }, select: { key: true } });
    expect(keys.map(({ key }) => key)).toEqual([old, newest]);
    expect(await dropped()).toEqual(expect.arrayContaining([first, doubled]));
    expect((await findPagePicture(db, { teamId, siteId, pageId }))?.snapshotId).toBe(snapshotId);
    expect(await findPagePicture(db, { teamId, siteId, pageId, snapshotId: before })).toMatchObject({ isCurrent: false });
  });

  it("refuses a picture of a page that has changed meanwhile, whose name ran out, or that may not be drawn any more", async () => {
    const { db } = database;
    const own = await seed();
    expect(await take(own, { snapshotId: own.before })).toBeNull();
    expect(await take(own, { key: makePictureKey() })).toBeNull();
    await db.siteSignIn.create({ data: { siteId: own.siteId, kind: "header", keyId: "k", sealed: "s", setAt: NOW } });
    expect(await take(own)).toBeNull();
    await changeSignedInPictures(db, { teamId: own.teamId, siteId: own.siteId, isOn: true });
    const key = await take(own);
    expect(key).not.toBeNull();
    await changeSignedInPictures(db, { teamId: own.teamId, siteId: own.siteId, isOn: false });
    expect(await db.picture.count({ where: { siteId: own.siteId } })).toBe(0);
    expect(await dropped()).toContain(key);
  });

  it("leaves marks out of a current picture whose occurrence is gone", async () => {
    const { db } = database;
    const own = await seed();
    await take(own);
    await db.occurrence.delete({ where: { id: own.occurrence.id } });
    expect((await findPagePicture(db, own))?.marks).toEqual([]);
    expect(await findIssuePicture(db, { ...own, issueId: own.occurrence.issueId })).toBeNull();
  });
});

/** Records a picture as if the page had said what this Snapshot holds. */
async function takeAt(own: Seeded, snapshotId: string, takenAt: Date): Promise<string | null> {
  await database.db.page.update({ where: { id: own.pageId }, data: { snapshotId } });
  return take(own, { snapshotId, takenAt });
}

describe("changeSignedInPictures", () => {
  it("changes no Site of another Team", async () => {
    const [own, other] = [await seed(), await seed()];
    const wanted = { teamId: other.teamId, siteId: own.siteId, isOn: true };
    await expect(changeSignedInPictures(database.db, wanted)).rejects.toThrow("no longer in your list");
    expect((await findSiteToDraw(database.db, own.siteId))?.mayDrawSignedIn).toBe(false);
  });
});

describe("what deletes pictures", () => {
  it.each(["site", "team", "page"] as const)("notes their names when their %s is deleted", async (what) => {
    const { db } = database;
    const own = await seed();
    const key = await take(own);
    if (what === "site") await db.site.delete({ where: { id: own.siteId } });
    else if (what === "team") await db.team.delete({ where: { id: own.teamId } });
    else await db.page.delete({ where: { id: own.pageId } });
    expect(await dropped()).toContain(key);
  });

  it("forgets old pictures of what pages said before, and of pages without unsettled issues", async () => {
    const { db } = database;
    const own = await seed();
    await takeAt(own, own.before, later(-91));
    await takeAt(own, own.snapshotId, later(-31));
    await forgetOldPictures(db, NOW);
    expect(await db.picture.findMany({ where: { pageId: own.pageId }, select: { snapshotId: true } })).toEqual([
      { snapshotId: own.snapshotId },
    ]);
    await db.issue.updateMany({ where: { siteId: own.siteId }, data: { state: "fixed" } });
    await forgetOldPictures(db, later(-2));
    expect(await db.picture.count({ where: { pageId: own.pageId } })).toBe(1);
    await forgetOldPictures(db, NOW);
    expect(await db.picture.count({ where: { pageId: own.pageId } })).toBe(0);
  });
});

describe("findPagesToDraw", () => {
  const toDraw = async ({ siteId }: Seeded, now = NOW) =>
    (await findPagesToDraw(database.db, { siteId, now, take: 100 })).map(({ pageId }) => pageId);

  it("returns pages with unsettled issues until a picture was searched for all of them", async () => {
    const { db } = database;
    const own = await seed();
    expect(await toDraw(own)).toContain(own.pageId);
    const { mistakes, all } = await findMistakesOnPage(db, own);
    const range = { start: TEXT.indexOf("recieve"), end: TEXT.indexOf("recieve") + 7 };
    expect(all).toHaveLength(2);
    expect(mistakes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: own.occurrence.id, block: { kind: "paragraph", text: TEXT, ...range } }),
        expect.objectContaining({ block: null, target: "https://bakery.example/gone" }),
      ]),
    );
    await take(own, { sought: all });
    expect(await toDraw(own)).not.toContain(own.pageId);
    const { issueId, selector, excerpt } = own.occurrence;
    await db.occurrence.create({
      data: { issueId, selector, excerpt, pageId: own.pageId, blockHash: own.occurrence.blockHash },
    });
    expect(await toDraw(own)).toContain(own.pageId);
  });

  it("leaves out pages whose issues are settled or cannot be seen, and those that are gone", async () => {
    const { db } = database;
    const own = await seed();
    await db.page.update({ where: { id: own.pageId }, data: { gone: true } });
    expect(await toDraw(own)).toEqual([]);
    await db.page.update({ where: { id: own.pageId }, data: { gone: false } });
    expect(await toDraw(own)).toEqual([own.pageId]);
    await db.block.updateMany({ where: { siteId: own.siteId }, data: { kind: "title" } });
    await db.issue.updateMany({ where: { siteId: own.siteId, check: "links" }, data: { state: "ignored" } });
    expect(await toDraw(own)).toEqual([]);
  });

  it("tries a page again that could not be drawn, after some days or when it has changed", async () => {
    const { db } = database;
    const own = await seed();
    await db.snapshot.updateMany({ where: { pageId: own.pageId }, data: { createdAt: later(-1) } });
    await recordUndrawn(db, { pageId: own.pageId, now: NOW });
    expect(await toDraw(own)).not.toContain(own.pageId);
    expect(await toDraw(own, later(4))).toContain(own.pageId);
    await db.snapshot.update({ where: { id: own.snapshotId }, data: { createdAt: later(1) } });
    expect(await toDraw(own)).toContain(own.pageId);
  });
});
