import { afterAll, beforeAll, expect, it } from "vitest";
import { findIgnoredIssues, findIgnoreRuleViews } from "#prisma/queries/ignoring/find-ignored.ts";
import { ignoreMore } from "#prisma/queries/ignoring/ignore-more.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { findOwnWords } from "#prisma/queries/words/find-own-words.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { SITE_WORD_RULE } from "#worker/core/issues/site-words.ts";

const now = new Date("2026-11-21T12:00:00Z");
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

it("lists what is ignored with who and when, by pages, and the site's own words, for the own team only", async () => {
  const site = await desk.addSite();
  const verdicts = [brokenLink("https://mill.example/old")];
  await desk.crawl(site.siteId, { "/": ["recieve", "teh", "Zyngo"], "/b": ["Zyngo"] }, { verdicts });
  const ids = new Map((await desk.db.issue.findMany({ where: { siteId: site.siteId } })).map(({ text, id }) => [text, id]));
  const idOf = (text: string) => ids.get(text) ?? "";
  await ignoreMore(desk.db, { ...site, issueId: idOf("https://mill.example/old"), scope: "host", now });
  for (const text of ["recieve", "teh"])
    await changeIssueState(desk.db, { ...site, issueIds: [idOf(text)], change: { action: "ignore" }, now });
  await desk.db.issue.update({ where: { id: idOf("Zyngo") }, data: { rule: SITE_WORD_RULE } });
  const own = { teamId: site.teamId, siteId: site.siteId, skip: 0, take: 10 };
  expect(await findIgnoreRuleViews(desk.db, own)).toMatchObject({
    total: 1,
    rules: [{ scope: "host", target: "mill.example", issues: 1, userId: site.userId, createdAt: now }],
  });
  const { issues, total } = await findIgnoredIssues(desk.db, { ...own, take: 1 });
  expect([issues.length, total]).toEqual([1, 2]);
  expect(issues[0]).toMatchObject({ check: "spelling", userId: site.userId, at: now });
  expect(await findOwnWords(desk.db, own)).toMatchObject({ total: 1, words: [{ word: "Zyngo", pages: 2, isSure: true }] });
  const stranger = { ...own, teamId: (await desk.addSite()).teamId };
  expect(await findIgnoreRuleViews(desk.db, stranger)).toEqual({ rules: [], total: 0 });
  expect(await findIgnoredIssues(desk.db, stranger)).toEqual({ issues: [], total: 0 });
  expect(await findOwnWords(desk.db, stranger)).toEqual({ words: [], total: 0 });
});
