import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { cancelCrawl } from "#prisma/queries/crawls/cancel-crawl.ts";
import { findAllCrawlPages } from "#prisma/queries/crawls/find-all-crawl-pages.ts";
import { findAllCrawls } from "#prisma/queries/crawls/find-all-crawls.ts";
import { findCrawl } from "#prisma/queries/crawls/find-crawl.ts";
import { findCrawlPages } from "#prisma/queries/crawls/find-crawl-pages.ts";
import { findCrawls } from "#prisma/queries/crawls/find-crawls.ts";
import { findCrawlProgress } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { findCurrentCrawls } from "#prisma/queries/crawls/live/find-current-crawls.ts";
import { findLiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { restoreDeleted } from "#prisma/queries/deletion/restore-deleted.ts";
import { countOpen } from "#prisma/queries/figures/count-open.ts";
import { findToday } from "#prisma/queries/figures/find-today.ts";
import { findTrend } from "#prisma/queries/figures/find-trend.ts";
import { ignoreMore } from "#prisma/queries/ignoring/ignore-more.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { findIssueList, findMatchingIssues } from "#prisma/queries/issue-list/find-issue-list.ts";
import { findListOptions } from "#prisma/queries/issue-list/find-list-options.ts";
import { findListSites } from "#prisma/queries/issue-list/find-list-sites.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { findIssue } from "#prisma/queries/issues/find-issue.ts";
import { findIssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import { findIssuePlaces } from "#prisma/queries/issues/find-issue-places.ts";
import { findIssueText } from "#prisma/queries/issues/find-issue-text.ts";
import { findPage } from "#prisma/queries/pages/find-page.ts";
import { findPageChanges } from "#prisma/queries/pages/find-page-changes.ts";
import { findPageIssues } from "#prisma/queries/pages/find-page-issues.ts";
import { findPageText } from "#prisma/queries/pages/find-page-text.ts";
import { changeSignedInPictures } from "#prisma/queries/pictures/change-signed-in-pictures.ts";
import { addRecipient } from "#prisma/queries/recipients/add-recipient.ts";
import { findRecipients } from "#prisma/queries/recipients/find-recipients.ts";
import { removeRecipient } from "#prisma/queries/recipients/remove-recipient.ts";
import { requestReportFile } from "#prisma/queries/report-files/request-report-file.ts";
import { createShareLink } from "#prisma/queries/sharing/create-share-link.ts";
import { endShareLink } from "#prisma/queries/sharing/end-share-link.ts";
import { findFeedEntries } from "#prisma/queries/sharing/find-feed-entries.ts";
import { findReport } from "#prisma/queries/sharing/find-report.ts";
import { findShareLinks } from "#prisma/queries/sharing/find-share-links.ts";
import { changeCrawlSettings } from "#prisma/queries/sites/change-crawl-settings.ts";
import { changeEditPattern } from "#prisma/queries/sites/change-edit-pattern.ts";
import { changeGeneralSettings } from "#prisma/queries/sites/change-general-settings.ts";
import { changeIgnoredLinks } from "#prisma/queries/sites/change-ignored-links.ts";
import { changeStyleRules } from "#prisma/queries/sites/change-style-rules.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { findSignIn } from "#prisma/queries/sites/find-sign-in.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { findSiteVerification } from "#prisma/queries/sites/find-site-verification.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { pauseSite } from "#prisma/queries/sites/pause-site.ts";
import { resumeSite } from "#prisma/queries/sites/resume-site.ts";
import { sitesOf } from "#prisma/queries/sites/site-filter.ts";
import { removeSignIn, saveSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { findInPages } from "#prisma/queries/style/find-in-pages.ts";
import { findRuleMatches } from "#prisma/queries/style/find-rule-matches.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { answerOwnWords } from "#prisma/queries/words/answer-own-words.ts";
import { findAllWords } from "#prisma/queries/words/find-all-words.ts";
import { findWords } from "#prisma/queries/words/find-words.ts";
import { removeWord } from "#prisma/queries/words/remove-word.ts";
import { undoWords } from "#prisma/queries/words/undo-words.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "./dashboard-fixture.ts";

const KEYS = deriveSecretKeys({ AUTH_SECRET: "a secret of this test alone, long enough" });
const ALL = parseIssueListQuery({ confidence: "all" });
const SIGN_IN = { kind: "cookies", cookies: "sid=1" } as const;
const RULE = { kind: "avoid", term: "recieve", replacement: "", forms: false, pages: [], exceptPages: [] } as const;
const REFUSED = { code: "not-found" };
const SETTINGS = {
  timeZone: "UTC",
  crawlHour: 1,
  pageLimit: 1,
  maxDepth: null,
  include: [],
  exclude: [],
};

type SiteIds = { issueId: string; recipientId: string; crawlId: string; pageId: string; snapshots: string[]; linkId: string };

/** Returns what every query that shows a Site shows of it to a Team; null for what shows nothing. */
async function look(db: Database, { teamId, siteId, ids }: { teamId: TeamScope; siteId: string; ids: SiteIds }) {
  const { issueId, crawlId, pageId, snapshots } = ids;
  const [beforeId = "", afterId = ""] = snapshots;
  const found = { teamId, siteId };
  return {
    site: await findSite(db, found),
    issue: await findIssue(db, { ...found, issueId }),
    crawl: await findCrawl(db, { teamId, crawlId }),
    progress: await findCrawlProgress(db, { teamId, crawlId }),
    page: await findPage(db, { ...found, pageId }),
    changes: await findPageChanges(db, { teamId, pageId, beforeId, afterId }),
    current: (await findCurrentCrawls(db, found)).finished,
    crawls: (await findCrawls(db, { ...found, skip: 0, take: 10 })).total || null,
    issues: (await findIssueList(db, { ...found, query: ALL, now: NOW })).total || null,
    onPage: (await findIssueList(db, { ...found, query: { ...ALL, pageId }, now: NOW })).total || null,
    matching: (await findMatchingIssues(db, { ...found, query: ALL, now: NOW }, 10)).length || null,
    sections: (await findListOptions(db, { ...found, pageId })).sections.length || null,
    filterPage: (await findListOptions(db, { ...found, pageId })).page,
    pageIssues: (await findPageIssues(db, { teamId, pageId })).length || null,
    crawlPages: (await findCrawlPages(db, { teamId, crawlId })).failed.length || null,
    signIn: await findSignIn(db, found),
    proof: await findSiteVerification(db, found),
    recipients: (await findRecipients(db, found)).length || null,
    links: (await findShareLinks(db, found)).length || null,
    report: await findReport(db, { ...found, query: ALL, now: NOW }),
    feed: (await findFeedEntries(db, found)).length || null,
    issuesCsv: (await Array.fromAsync(findAllIssues(db, { ...found, query: ALL, now: NOW }))).length || null,
    crawlsCsv: (await Array.fromAsync(findAllCrawls(db, found))).length || null,
    pagesCsv: (await Array.fromAsync(findAllCrawlPages(db, { teamId, crawlId, onlyUnread: false }))).length || null,
    today: (await findToday(db, { teamId, now: NOW })).find((day) => day.siteId === siteId) ?? null,
    listed: (await findListSites(db, { teamId })).find(({ id }) => id === siteId) ?? null,
    open: (await countOpen(db, { teamId })).get(siteId) ?? null,
    trend: (await findTrend(db, { ...found, since: new Date(0) })).length || null,
    places: (await findIssuePlaces(db, { ...found, issueId, skip: 0, take: 10 })).total || null,
    history: await findIssueHistory(db, { ...found, issueId }),
    issueText: await findIssueText(db, { ...found, issueId }),
    pageText: (await findPageText(db, { ...found, pageId, issueIds: [issueId] })).blocks.length || null,
    live: await findLiveFindings(db, { teamId, crawlId, now: NOW }),
    inPages:
      (await findInPages(db, { teamId, wanted: "recieve", skip: 0, take: 10 })).found.find((text) => text.siteId === siteId)
        ?.url ?? null,
    matches:
      (await findRuleMatches(db, { teamId, rules: [RULE], elapsedMs: () => 0 })).samples.find(
        (sample) => sample.siteId === siteId,
      )?.url ?? null,
    words: (await findWords(db, { ...found, take: 10 })).total || null,
  };
}

describe.each(["another team", "a member of the team with another site"])("the ids of a site, sent by %s", (who) => {
  let fixture: DashboardFixture;
  let db: Database;
  /** Arguments that they would send: what they may see, and the owner's Site. */
  let attack: { teamId: TeamScope; siteId: string };
  let ids: SiteIds;

  beforeAll(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    const { siteId, crawlIds, pageIds } = fixture.site;
    if (who === "another team") attack = { teamId: fixture.stranger.teamId, siteId };
    else {
      const { siteId: other } = await seedSite(db, { ...fixture.owner, now: NOW, name: "Theirs" });
      attack = { teamId: { teamId: fixture.owner.teamId, siteIds: [other] }, siteId };
    }
    const pageId = pageIds[0] ?? "";
    await addWord(db, { ...fixture.owner, siteId, word: "kept", now: NOW });
    await addWord(db, { ...fixture.owner, siteId: null, word: "of-all", now: NOW });
    await saveSignIn({ db, keys: KEYS, now: NOW }, { teamId: fixture.owner.teamId, siteId, signIn: SIGN_IN });
    const issue = await db.issue.findFirstOrThrow({ where: { siteId, text: "recieve" } });
    const recipient = await db.recipient.findFirstOrThrow({ where: { siteId } });
    const snapshots = await db.snapshot.findMany({ where: { pageId }, orderBy: { id: "asc" } });
    const link = { label: "", kind: "report", expiresAt: null, now: NOW } as const;
    const { id: linkId } = await createShareLink(db, { ...link, teamId: fixture.owner.teamId, siteId });
    ids = {
      linkId,
      issueId: issue.id,
      recipientId: recipient.id,
      crawlId: crawlIds[1],
      pageId,
      snapshots: snapshots.map(({ id }) => id),
    };
  });
  afterAll(() => fixture?.close());

  it("show nothing of a site, and everything of it to its own team", async () => {
    const { siteId } = attack;
    const own = await look(db, { teamId: fixture.owner.teamId, siteId, ids });
    const theirs = await look(db, { teamId: attack.teamId, siteId, ids });
    for (const name of Object.keys(own)) {
      expect(Reflect.get(own, name), `${name} for its own team`).not.toBeNull();
      expect(Reflect.get(theirs, name), `${name} for a stranger`).toBeNull();
    }
  });

  if (who === "another team")
    it("show nothing of a deleted site to its own team, and everything once it is restored", async () => {
      const { siteId } = attack;
      const wanted = { teamId: fixture.owner.teamId, siteId, ids };
      // Restored, it waits for its next daily crawl.
      await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: new Date("2026-11-22T04:12:00Z") } });
      const before = await look(db, wanted);
      await deleteSite(db, { teamId: wanted.teamId, siteId, now: NOW });
      const hidden = await look(db, wanted);
      for (const [name, shown] of Object.entries(hidden)) expect(shown, name).toBeNull();
      const { id } = await db.deletion.findFirstOrThrow({ where: { siteId } });
      await restoreDeleted({ db, now: NOW }, id);
      expect(await look(db, wanted)).toEqual(before);
    });

  it("appear in none of the stranger's lists", async () => {
    expect((await findSites(db, { ...attack, now: NOW })).map((site) => site.id)).not.toContain(attack.siteId);
    await addWord(db, { ...fixture.owner, siteId: attack.siteId, word: "ownword", now: NOW });
    expect((await findWords(db, { ...attack, take: 100 })).words.map(({ word }) => word)).not.toContain("ownword");
    expect(await Array.fromAsync(findAllWords(db, attack))).toEqual([]);
  });

  it("are refused by every change to a site, and nothing changes", async () => {
    const before = await everythingOf(db, attack.siteId);
    const { userId, email } = fixture.stranger;
    const dependencies = { db, queue: fixture.queue, now: NOW };
    const issueIds = [ids.issueId];
    const attempts: Record<string, () => Promise<unknown>> = {
      ignore: () => changeIssueState(db, { teamId: attack.teamId, issueIds, change: { action: "ignore" }, userId, now: NOW }),
      fix: () => changeIssueState(db, { teamId: attack.teamId, issueIds, change: { action: "mark-fixed" }, userId, now: NOW }),
      undo: () => changeIssueState(db, { teamId: attack.teamId, issueIds, change: { action: "undo" }, userId, now: NOW }),
      teach: () => addWord(db, { ...attack, word: "recieve", userId, now: NOW }),
      ignoreHost: () => changeIgnoredLinks(db, { ...attack, userId, now: NOW, change: () => ["mill.example"] }),
      advise: () => changeStyleRules(db, { ...attack, styleRules: ["passive"] }),
      check: () => requestCrawl(dependencies, attack),
      invite: () => addRecipient(dependencies, { ...attack, email, memberEmail: email }),
      uninvite: () => removeRecipient(db, { ...attack, recipientId: ids.recipientId }),
      pause: () => pauseSite(db, attack),
      resume: () => resumeSite(db, { ...attack, nextCrawlAt: () => NOW }),
      settings: () => changeCrawlSettings(db, { ...attack, ...SETTINGS, nextCrawlAt: () => NOW }),
      rename: () => changeGeneralSettings(db, { ...attack, name: "Mine now", language: "auto" }),
      signIn: () => saveSignIn({ db, keys: KEYS, now: NOW }, { ...attack, signIn: SIGN_IN }),
      noSignIn: () => removeSignIn(db, attack),
      delete: () => deleteSite(db, { ...attack, now: NOW }),
      share: () => createShareLink(db, { ...attack, kind: "report", label: "", expiresAt: null, now: NOW }),
      unshare: () => endShareLink(db, { ...attack, linkId: ids.linkId }),
      print: () => requestReportFile(dependencies, attack),
      ignoreMore: () => ignoreMore(db, { teamId: attack.teamId, issueId: ids.issueId, scope: "rule", userId, now: NOW }),
      stop: () => cancelCrawl({ db, now: NOW }, { teamId: attack.teamId, crawlId: ids.crawlId }),
      checkPage: () => requestPageCheck({ ...dependencies, allowedPrivateHosts: [] }, { ...attack, pageId: ids.pageId }),
      editLinks: () => changeEditPattern(db, { ...attack, editPattern: "https://evil.example/{url}" }),
      draw: () => changeSignedInPictures(db, { ...attack, isOn: true }),
      ownWords: () => answerOwnWords(db, { ...attack, now: NOW }),
    };
    for (const [name, attempt] of Object.entries(attempts)) await expect(attempt(), name).rejects.toMatchObject(REFUSED);
    await removeWord(db, { ...attack, word: "ownword", userId, now: NOW });
    if (typeof attack.teamId !== "string") {
      const ofAll = { teamId: attack.teamId, siteId: null, userId, now: NOW };
      await expect(addWord(db, { ...ofAll, word: "mine" })).rejects.toMatchObject({ code: "forbidden" });
      expect(await removeWord(db, { ...ofAll, word: "of-all" })).toBe(false);
      expect(await db.dictionaryWord.count({ where: { word: { in: ["mine", "of-all"] } } })).toBe(1);
    }
    const { decisionId } = await db.dictionaryWord.findFirstOrThrow({ where: { siteId: attack.siteId } });
    await undoWords(db, { teamId: attack.teamId, decisionId: decisionId ?? "", userId, now: NOW });
    expect(await everythingOf(db, attack.siteId)).toEqual(before);
  });

  it("are refused together with the stranger's own site, too", async () => {
    const own = await db.site.findFirstOrThrow({ where: sitesOf(attack.teamId) });
    const { userId } = fixture.stranger;
    const { teamId } = attack;
    const mixed = { teamId, siteId: own.id };
    expect(await findIssue(db, { ...mixed, issueId: ids.issueId })).toBeNull();
    expect(await findPage(db, { ...mixed, pageId: ids.pageId })).toBeNull();
    const change = changeIssueState(db, {
      teamId: mixed.teamId,
      issueIds: [ids.issueId],
      change: { action: "ignore" },
      userId,
      now: NOW,
    });
    await expect(change).rejects.toMatchObject(REFUSED);
    await expect(removeRecipient(db, { ...mixed, recipientId: ids.recipientId })).rejects.toMatchObject(REFUSED);
  });
});

async function everythingOf(db: Database, siteId: string) {
  return db.site.findUniqueOrThrow({
    where: { id: siteId },
    include: {
      signIn: true,
      recipients: { orderBy: { id: "asc" } },
      crawls: { orderBy: { id: "asc" } },
      issues: { orderBy: { id: "asc" } },
      events: { orderBy: { id: "asc" } },
      words: true,
      deliveries: true,
      shareLinks: true,
      reportFiles: true,
    },
  });
}
