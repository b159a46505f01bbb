import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { lockCrawl } from "#prisma/queries/crawls/lock-crawl.ts";
import { recordLateLinks } from "#prisma/queries/crawls/recording/record-late-links.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { eraseDeleted, eraseDueDeletions } from "#prisma/queries/deletion/erase-deleted.ts";
import { findDeleted } from "#prisma/queries/deletion/find-deleted.ts";
import { restoreDeleted } from "#prisma/queries/deletion/restore-deleted.ts";
import { findDecider } from "#prisma/queries/deliveries/find-decider.ts";
import { findMailedIssue } from "#prisma/queries/issues/find-mailed-issue.ts";
import { findSiteToDraw } from "#prisma/queries/pictures/find-site-to-draw.ts";
import { confirmRecipient } from "#prisma/queries/recipients/confirm-recipient.ts";
import { findRecipientByToken } from "#prisma/queries/recipients/find-recipient-by-token.ts";
import { findSubscription } from "#prisma/queries/recipients/find-subscription.ts";
import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";
import { createShareLink } from "#prisma/queries/sharing/create-share-link.ts";
import { findSharedSite } from "#prisma/queries/sharing/find-shared-site.ts";
import { addSite } from "#prisma/queries/sites/add-site.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { claimSitesToVerify, findSiteToVerify } from "#prisma/queries/sites/site-verification.ts";
import { findTeamOfSite } from "#prisma/queries/teams/find-teams.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import { makeToken } from "#prisma/secret-token.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "#test/app/dashboard/dashboard-fixture.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedPicture } from "#test/support/seed/seed-picture.ts";
import { DELETED_KEPT_DAYS } from "#worker/core/deletion/erased-at.ts";

const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const KINDS = ["report", "badge", "feed"] as const;

describe("a deleted site", () => {
  let fixture: DashboardFixture;
  let db: Database;
  let site: { teamId: string; siteId: string };
  const recipientToken = makeToken();
  const shareTokens = new Map<string, string>();

  beforeAll(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    site = { teamId: fixture.owner.teamId, siteId: fixture.site.siteId };
    await db.team.update({ where: { id: site.teamId }, data: { plan: "pro" } });
    await db.recipient.create({ data: { siteId: site.siteId, email: "reader@harbour.example", token: recipientToken } });
    for (const kind of KINDS)
      shareTokens.set(kind, (await createShareLink(db, { ...site, kind, label: "", expiresAt: null, now: NOW })).token);
    const [pageId = ""] = fixture.site.pageIds;
    await seedPicture(db, { siteId: site.siteId, pageId, takenAt: NOW, texts: ["recieve"] });
    await addWord(db, { ...site, userId: fixture.owner.userId, word: "roastery", now: NOW });
    await db.site.update({ where: { id: site.siteId }, data: { provenAt: NOW, provenBy: "tag", proofSoughtAt: days(-30) } });
  });
  afterAll(() => fixture?.close());

  const remove = () => db.$transaction((tx) => deleteSite(tx, { ...site, now: NOW }));
  const restore = async () => {
    const { id } = await db.deletion.findUniqueOrThrow({ where: { siteId: site.siteId } });
    await restoreDeleted({ db, now: NOW }, id);
  };

  /** Returns what finds the Site without its Team: secret addresses, links in mails, and the worker's jobs. */
  const reach = async () => {
    const issue = await db.issue.findFirstOrThrow({ where: { siteId: site.siteId, state: "open" } });
    return {
      shared: await Promise.all(
        KINDS.map((kind) => findSharedSite(db, { token: shareTokens.get(kind) ?? "", kind, now: NOW })),
      ).then((all) => all.find((found) => found !== null) ?? null),
      recipient: await findRecipientByToken(db, recipientToken),
      subscription: await findSubscription(db, recipientToken),
      decider: await findDecider(db, { email: fixture.owner.email, siteId: site.siteId, teamId: null }),
      mailedIssue: (await findMailedIssue(db, { issueId: issue.id, userId: fixture.owner.userId })) ?? null,
      team: await findTeamOfSite(db, { userId: fixture.owner.userId, siteId: site.siteId }),
      toVerify: await findSiteToVerify(db, site.siteId),
      toDraw: await findSiteToDraw(db, site.siteId),
      words: (await findWords(db, { ...site, take: 10 })).total || null,
    };
  };

  it("is reached by no secret address, link in a mail or job, and by all of them once it is restored", async () => {
    const before = await reach();
    for (const [name, found] of Object.entries(before)) expect(found, `${name} before`).not.toBeNull();
    await remove();
    for (const [name, found] of Object.entries(await reach())) expect(found, name).toBeNull();
    expect(await confirmRecipient(db, { token: recipientToken, now: NOW })).toBe(false);
    expect(await db.recipient.findUnique({ where: { token: recipientToken } })).toMatchObject({ confirmedAt: null });
    expect(await claimSitesToVerify(db, NOW)).not.toContain(site.siteId);
    expect(await findDeleted(db, { search: "brightwell" })).toMatchObject([
      { kind: "site", label: "Brightwell Coffee (https://example.com/)", deletedAt: NOW, dueAt: days(DELETED_KEPT_DAYS) },
    ]);
    await restore();
    expect(await reach()).toEqual(before);
    expect(await findDeleted(db)).toEqual([]);
  });

  it("stops its crawls, and sends nothing that was waiting", async () => {
    const { siteId } = site;
    const running = await db.crawl.create({ data: { siteId, reason: "requested", queuedAt: NOW } });
    const claim = await claimCrawl(db, running.id, NOW);
    const message = { kind: "digest" as const, email: "reader@harbour.example", payload: {} };
    await db.delivery.create({ data: { ...message, siteId, dedupeKey: "waiting" } });
    await db.delivery.create({ data: { ...message, siteId, dedupeKey: "sent", state: "sent" } });
    await seedChannels(db, site);
    expect(await db.channelDelivery.count({ where: { siteId, state: "pending" } })).toBe(1);
    await remove();
    expect(claim && (await db.$transaction((tx) => lockCrawl(tx, claim)))).toBe(false);
    await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: days(-1) } });
    await scheduleCrawls(db, fixture.queue, NOW);
    await rescueCrawls(db, fixture.queue, days(1));
    expect(await db.crawl.count({ where: { siteId, state: { in: ["queued", "running"] } } })).toBe(0);
    expect(await db.delivery.findMany({ where: { siteId }, select: { dedupeKey: true } })).toEqual([{ dedupeKey: "sent" }]);
    expect(await db.channelDelivery.count({ where: { siteId, state: { in: ["pending", "sending"] } } })).toBe(0);
    const late = { targets: [], notChecked: [], linksFound: 0, linksChecked: 0, needsNextCrawl: () => false };
    const ended = { crawlId: fixture.site.crawlIds[1], siteId };
    expect(await recordLateLinks({ db, queue: fixture.queue, now: NOW }, ended, late)).toBeNull();
    await restore();
    const restored = await db.site.findUniqueOrThrow({ where: { id: siteId } });
    expect(restored.pausedBy).toBeNull();
    expect(restored.nextCrawlAt.getTime()).toBeGreaterThan(NOW.getTime());
  });

  it("remembers an unsubscription that comes while it is deleted", async () => {
    await remove();
    expect(await unsubscribeRecipient(db, { token: recipientToken, now: NOW })).toBe(true);
    await restore();
    expect(await db.recipient.findUnique({ where: { token: recipientToken } })).toMatchObject({ unsubscribedAt: NOW });
  });

  it("can be added again at once, and is then not restored beside the new one", async () => {
    await remove();
    const again = { startUrl: "https://example.com/", name: "Again", timeZone: "UTC", pageLimit: 10, language: "auto" };
    const wanted = { ...again, teamId: site.teamId, email: fixture.owner.email };
    const added = await addSite({ db, queue: fixture.queue, now: NOW }, wanted);
    await expect(restore()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("added https://example.com/ again"),
    });
    await db.site.delete({ where: { id: added.siteId } });
    await restore();
  });

  it("is paused when it is restored beyond the plan, and stays paused if it was", async () => {
    await db.site.update({ where: { id: site.siteId }, data: { pausedBy: "owner" } });
    await remove();
    await restore();
    expect(await db.site.findUnique({ where: { id: site.siteId } })).toMatchObject({ pausedBy: "owner" });
    await db.site.update({ where: { id: site.siteId }, data: { pausedBy: null } });
    await remove();
    const older = { startUrl: "https://older.example/", name: "Older", crawlMinute: 1, pageLimit: 1, nextCrawlAt: NOW };
    await db.site.create({ data: { ...older, teamId: site.teamId, createdAt: days(-9_000) } });
    await restore();
    expect(await db.team.findUnique({ where: { id: site.teamId } })).toMatchObject({ plan: "free" });
    expect(await db.site.findUnique({ where: { id: site.siteId } })).toMatchObject({ pausedBy: "plan" });
  });

  it("cannot be restored once its erasing has begun", async () => {
    const { siteId } = site;
    await remove();
    await db.deletion.update({ where: { siteId }, data: { isErasing: true } });
    await expect(restore()).rejects.toMatchObject({ code: "not-found" });
    await db.deletion.update({ where: { siteId }, data: { isErasing: false } });
    await restore();
  });

  it("is erased after 30 days, not before, with all its rows and pictures, and nothing of others", async () => {
    const tables = await tablesOfSites(db);
    const { key } = await db.picture.findFirstOrThrow({ where: { siteId: site.siteId } });
    const others = await db.site.count({ where: { id: { not: site.siteId } } });
    await db.activity.create({ data: { teamId: site.teamId, siteId: site.siteId, kind: "site_paused", at: NOW } });
    await remove();
    expect(await eraseDueDeletions(db, new Date(days(DELETED_KEPT_DAYS).getTime() - 1))).toBe(0);
    expect(await rowsOf(db, tables, site.siteId)).toBeGreaterThan(50);
    expect(await eraseDueDeletions(db, days(DELETED_KEPT_DAYS))).toBe(1);
    expect(await rowsOf(db, tables, site.siteId)).toBe(0);
    expect(await db.droppedPicture.count({ where: { key } })).toBe(1);
    expect(await db.site.count()).toBe(others);
    expect(await findDeleted(db)).toEqual([]);
    await expect(eraseDeleted(db, "none")).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Returns the tables that have rows of a Site. */
async function tablesOfSites(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT columns.table_name AS "name" FROM information_schema.columns
    WHERE columns.table_schema = 'public' AND columns.column_name = 'siteId' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

async function rowsOf(db: Database, tables: string[], siteId: string): Promise<number> {
  let all = 0;
  for (const table of tables) {
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::integer AS "count" FROM "${table}" WHERE "siteId" = $1`,
      siteId,
    );
    all += row?.count ?? 0;
  }
  return all;
}
