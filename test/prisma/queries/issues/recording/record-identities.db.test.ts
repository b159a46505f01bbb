import { afterAll, beforeAll, expect, it } from "vitest";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const mailsOf = async (siteId: string) => {
  const deliveries = await desk.db.delivery.findMany({ where: { siteId }, orderBy: { id: "asc" }, select: { kind: true } });
  return deliveries.map(({ kind }) => kind);
};
const issuesOf = (siteId: string) =>
  desk.db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" }, include: { events: { orderBy: { id: "asc" } } } });

it("makes one issue of a dead page that was one for each anchor, and keeps the decision about it", async () => {
  const { siteId } = await desk.addSite();
  const gone = ["#a", "#b", "#c"].map((anchor) => brokenLink(`https://mill.example/gone${anchor}`));
  await desk.crawl(siteId, { "/": [] }, { verdicts: gone });
  const [issue, ...others] = await issuesOf(siteId);
  if (!issue) throw new Error("There is no issue.");
  expect(others).toEqual([]);
  // As the last version stored it: one issue for each address, of which a person ignores one.
  const { id, events, ...wording } = issue;
  for (const [index, { url }] of gone.entries()) {
    const old = { fingerprint: hashOf(["links", url]), text: url, subject: url };
    if (index === 0) await desk.db.issue.update({ where: { id }, data: old });
    else {
      const state = index === 1 ? ("ignored" as const) : ("open" as const);
      const copy = await desk.db.issue.create({ data: { ...wording, ...old, state } });
      if (index === 1)
        await desk.db.issueEvent.create({ data: { siteId, issueId: copy.id, kind: "ignored", before: "open", quiet: true } });
    }
  }
  await desk.crawl(siteId, { "/": [] }, { verdicts: gone });
  const [left, ...more] = await issuesOf(siteId);
  expect(more).toEqual([]);
  expect(left).toMatchObject({ state: "ignored", fingerprint: issue.fingerprint, subject: "https://mill.example/gone" });
  expect(left?.events.map(({ kind }) => kind)).toEqual(["opened", "ignored"]);
  expect(events).toHaveLength(1);
  expect(await mailsOf(siteId)).toEqual(["first_report"]);
});

it("follows a broken link whose key is another each day, with its history", async () => {
  const { siteId } = await desk.addSite();
  for (const key of ["8f2a9bc0", "0123abcd", "deadbeef"]) {
    const url = `https://mill.example/vote?k=${key}`;
    await desk.crawl(siteId, { "/": [] }, { verdicts: [brokenLink(url)] });
    const issues = await issuesOf(siteId);
    expect(issues).toMatchObject([{ state: "open", text: url, subject: url, fingerprint: hashOf(["links", url]) }]);
    expect(issues[0]?.events.map(({ kind }) => kind)).toEqual(["opened"]);
  }
  expect(await mailsOf(siteId)).toEqual(["first_report"]);
});

it("mails a link that fails every other day once, and then lists it as one that comes and goes", async () => {
  const { siteId } = await desk.addSite();
  const broken = brokenLink("https://mill.example/");
  const works = { ...broken, state: "ok" as const, rule: null, status: 200, reason: "" };
  for (let day = 0; day < 8; day += 1) await desk.crawl(siteId, { "/": [] }, { verdicts: [day % 2 === 0 ? broken : works] });
  expect(await issuesOf(siteId)).toMatchObject([{ state: "recurring", missed: 1, returns: 2 }]);
  expect(await mailsOf(siteId)).toEqual(["first_report"]);
});
