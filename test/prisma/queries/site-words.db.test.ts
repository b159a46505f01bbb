import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { findSiteWords } from "#prisma/queries/words/find-site-words.ts";
import { makeFinding } from "#test/worker/core/issues/issue-samples.ts";
import { makeBlock, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { Finding } from "#worker/core/checks/finding.ts";
import { SITE_WORD_RULE } from "#worker/core/issues/site-words.ts";
import { type CrawlDesk, openCrawlDesk } from "./crawl-desk.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Runs a Crawl in which each page has its sentence and the given findings. */
async function crawl(
  siteId: string,
  said: Record<string, { text: string; findings: Finding[] }>,
  now = new Date(),
  checks = "1",
) {
  const claim = await desk.startCrawl(siteId, now);
  const memory = createCrawlMemory(desk.db, claim);
  for (const [path, { text, findings }] of Object.entries(said)) {
    const block = makeBlock(text);
    const checked = [{ hash: block.hash, language: "en-US" as const, findings }];
    const url = `https://bakery.example${path}`;
    await memory.recordVisit(
      makeVisit({ url, snapshot: makeSnapshot({ blocks: [block] }), newBlocks: [block], checked }),
      checks,
    );
  }
  await desk.record(claim, now);
}

function unknown(word: string, text: string): Finding {
  const start = text.indexOf(word);
  const range = { start, end: start + word.length };
  return makeFinding({ rule: "spelling/unknown-word", text: word, subject: word.toLowerCase(), confidence: 0.8, range });
}
function using(word: string, ...texts: string[]) {
  return Object.fromEntries(texts.map((text, at) => [`/${at}`, { text, findings: [unknown(word, text)] }]));
}

const ZYNGO = ["The Zyngo is sweet.", "We bake Zyngo daily.", "Order a Zyngo now."];

describe("words that a site uses on several pages", () => {
  it("are listed once, in the report and its mail, and never mailed as mistakes", async () => {
    const site = await desk.addSite();
    await crawl(site.siteId, using("Zyngo", ...ZYNGO));
    expect(await findSiteWords(desk.db, { ...site, take: 10 })).toEqual({ words: ["Zyngo"], total: 1 });
    const [first] = await desk.db.delivery.findMany({ where: { siteId: site.siteId } });
    expect(payloadSchemas.first_report.parse(first?.payload)).toMatchObject({ ownWords: 1, counts: { spelling: 0 }, top: [] });
    await crawl(site.siteId, using("Zyngo", ...ZYNGO, "Nothing beats Zyngo."));
    expect(await desk.db.delivery.count({ where: { siteId: site.siteId } })).toBe(1);
  });

  it("stay site words when a later page makes them so, without mail", async () => {
    const site = await desk.addSite();
    await crawl(site.siteId, using("Zyngo", ZYNGO[0] ?? ""));
    const before = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId } });
    expect(before.rule).toBe("spelling/unknown-word");
    await crawl(site.siteId, using("Zyngo", ...ZYNGO));
    const after = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId } });
    expect(after).toMatchObject({ id: before.id, rule: SITE_WORD_RULE, state: "open" });
    expect(await desk.db.issueEvent.count({ where: { siteId: site.siteId } })).toBe(1);
  });

  it("disappear when they are added to the dictionary, for their own team only", async () => {
    const site = await desk.addSite();
    const stranger = await desk.addSite();
    await crawl(site.siteId, using("Zyngo", ...ZYNGO));
    expect(await findSiteWords(desk.db, { siteId: site.siteId, teamId: stranger.teamId, take: 10 })).toEqual({
      words: [],
      total: 0,
    });
    await addWord(desk.db, { ...site, word: "Zyngo", userId: "nobody", now: new Date() });
    await crawl(site.siteId, using("Zyngo", ...ZYNGO));
    expect((await findSiteWords(desk.db, { ...site, take: 10 })).total).toBe(0);
  });
});

describe("a word that is the site's name", () => {
  const text = "Welcome to Bakerry.";
  const findings = [unknown("Bakerry", text)];

  it("is listed as a site word, never as a mistake, if a page's head states it", async () => {
    const site = await desk.addSite();
    const claim = await desk.startCrawl(site.siteId, new Date());
    const memory = createCrawlMemory(desk.db, claim);
    const stated = { ...makeBlock("Bakerry"), kind: "name" as const };
    const said = makeBlock(text);
    const snapshot = makeSnapshot({ blocks: [stated, said] });
    const checked = [
      { hash: stated.hash, language: "en-US" as const, findings: [unknown("Bakerry", "Bakerry")] },
      { hash: said.hash, language: "en-US" as const, findings },
    ];
    const url = "https://shop.example/";
    await memory.recordVisit(makeVisit({ url, snapshot, newBlocks: [stated, said], checked }), "1");
    await desk.record(claim, new Date());
    expect(await findSiteWords(desk.db, { ...site, take: 10 })).toEqual({ words: ["Bakerry"], total: 1 });
    expect(await desk.db.issue.count({ where: { siteId: site.siteId, rule: "spelling/unknown-word" } })).toBe(0);
  });

  it("is a mistake if no page's head states it", async () => {
    const site = await desk.addSite();
    await crawl(site.siteId, { "/": { text, findings } });
    expect((await findSiteWords(desk.db, { ...site, take: 10 })).total).toBe(0);
    expect(await desk.db.issue.count({ where: { siteId: site.siteId, rule: "spelling/unknown-word" } })).toBe(1);
  });
});

describe("a date that has passed", () => {
  const due = (from: string) => {
    const text = "Register by 30 June 2026.";
    const finding = makeFinding({
      check: "content",
      rule: "content/past-date",
      text,
      subject: text,
      holds: { from, until: null },
    });
    return { "/": { text, findings: [finding] } };
  };
  const openedLoudly = (siteId: string) => desk.db.issueEvent.count({ where: { siteId, kind: "opened", quiet: false } });

  it("is mailed once after it has passed, and not before", async () => {
    const { siteId } = await desk.addSite();
    for (const day of [28, 29, 30]) await crawl(siteId, due("2026-07-01"), new Date(`2026-06-${day}T05:00:00Z`));
    expect(await desk.db.issue.count({ where: { siteId } })).toBe(0);
    await crawl(siteId, due("2026-07-01"), new Date("2026-07-01T05:00:00Z"));
    expect(await openedLoudly(siteId)).toBe(1);
    await crawl(siteId, due("2026-07-01"), new Date("2026-07-02T05:00:00Z"));
    expect(await desk.db.issueEvent.count({ where: { siteId } })).toBe(1);
  });

  it("counts as old text for a new version of the checks", async () => {
    const { siteId } = await desk.addSite();
    await crawl(siteId, { "/": { text: "Register by 30 June 2026.", findings: [] } }, new Date("2026-07-03T05:00:00Z"), "1");
    await crawl(siteId, due("2026-07-01"), new Date("2026-07-04T05:00:00Z"), "2");
    expect(await desk.db.issue.count({ where: { siteId, state: "open" } })).toBe(1);
    expect(await openedLoudly(siteId)).toBe(0);
  });
});
