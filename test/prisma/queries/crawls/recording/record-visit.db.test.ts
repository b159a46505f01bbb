import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { makeBlock, makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import { resolveLink } from "#worker/core/page/extract/read-links.ts";

const HOME = "https://bakery.example/";
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const finding = {
  check: "spelling",
  rule: "spelling/unknown-word",
  severity: "error",
  confidence: 0.9,
  range: { start: 0, end: 3 },
} as const;

describe("content of a hostile page", () => {
  it.each([
    ["NUL", "before\0after", "before\uFFFDafter"],
    ["a lone high surrogate", "before\uD800after", "before\uFFFDafter"],
    ["a lone low surrogate", "before\uDC00after", "before\uFFFDafter"],
    ["an astral character", "bread 🥖", "bread 🥖"],
    ["SQL and escapes", `'; DROP TABLE "Page"; -- \\u0000 \\ " $1 {}`, `'; DROP TABLE "Page"; -- \\u0000 \\ " $1 {}`],
    ["control characters and direction marks", "a\u0001\u001B[31m\u202Eb", "a\u0001\u001B[31m\u202Eb"],
    ["a megabyte of text", "crumb ".repeat(175_000), "crumb ".repeat(175_000)],
  ])("is stored in every table, with %s", async (_name, said, stored) => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    const memory = createCrawlMemory(desk.db, claim);
    const block = { ...makeBlock(said), hash: "hash" };
    const link = { ...makeLink("https://a.example/"), href: said, text: said, rel: said, selector: said };
    const snapshot = makeSnapshot({ title: said, lang: said, blocks: [block], links: [link], anchors: [said] });
    const told = { ...finding, message: said, text: said, suggestions: [said], excerpt: said, subject: said };
    const visit = makeVisit({
      url: HOME,
      snapshot,
      newBlocks: [{ ...block, lang: said }],
      checked: [{ hash: "hash", language: "en-US", findings: [told] }],
      validators: { etag: said, lastModified: said, bodyHash: "body" },
    });
    await memory.recordVisit(visit, "checks-1");
    await memory.recordVisit(
      makeVisit({ url: `${HOME}b`, outcome: "failed", snapshot: null, failure: { code: "internal", message: said } }),
      "checks-1",
    );
    await memory.recordVerdicts([brokenLink("https://a.example/", { reason: said, finalUrl: said })]);
    expect(await desk.record(claim)).toMatchObject({ opened: 2 });

    const [issue] = await desk.db.issue.findMany({ where: { siteId, check: "spelling" }, include: { occurrences: true } });
    expect(issue).toMatchObject({ message: stored, text: stored, subject: stored, suggestions: [stored], excerpt: stored });
    expect(issue?.occurrences).toMatchObject([{ excerpt: stored, blockHash: "hash" }]);
    const next = createCrawlMemory(desk.db, await desk.startCrawl(siteId));
    const previous = (await next.previousVisits([HOME])).get(HOME);
    expect(previous).toMatchObject({ validators: { etag: stored } });
    expect(await desk.db.snapshot.findMany({ where: { page: { siteId } } })).toMatchObject([
      { title: stored, links: [{ href: stored }] },
    ]);
    expect(await next.anchorsOf([HOME])).toEqual(new Map([[HOME, [stored]]]));
    expect(await desk.db.block.findMany({ where: { siteId } })).toMatchObject([{ text: stored, lang: stored }]);
    expect(await desk.db.crawlPage.findFirst({ where: { crawlId: claim.crawlId, outcome: "failed" } })).toMatchObject({
      failureMessage: stored,
    });
  });

  it("stores the longest address that a link can have", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    const memory = createCrawlMemory(desk.db, claim);
    const longest = longestLink();
    expect(longest.length).toBeGreaterThan(1_500);
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links: [makeLink(longest)] }) }), "checks-1");
    await memory.recordVerdicts([brokenLink(longest)]);
    expect(await desk.record(claim)).toMatchObject({ opened: 1 });
  });
});

describe("recordVisit", () => {
  it("records pages that share blocks at the same time without a deadlock", async () => {
    const { siteId } = await desk.addSite();
    const memory = createCrawlMemory(desk.db, await desk.startCrawl(siteId));
    const blocks = Array.from({ length: 60 }, (_, index) => makeBlock(`Shared ${index}.`));
    const visits = Array.from({ length: 40 }, (_, page) => {
      const newBlocks = page % 2 === 0 ? blocks : blocks.toReversed();
      const checked = newBlocks.map(({ hash }) => ({ hash, language: "en-US" as const, findings: [] }));
      return makeVisit({ url: `${HOME}${page}`, snapshot: makeSnapshot({ blocks: newBlocks }), newBlocks, checked });
    });
    await Promise.all(visits.map((visit) => memory.recordVisit(visit, "checks-1")));
    expect(await desk.db.block.count({ where: { siteId } })).toBe(60);
    expect(await desk.db.page.count({ where: { siteId, snapshotId: { not: null } } })).toBe(40);
  });

  it("records verdicts of the same targets from two crawls at the same time", async () => {
    const { siteId } = await desk.addSite();
    const memory = createCrawlMemory(desk.db, await desk.startCrawl(siteId));
    const verdicts = Array.from({ length: 100 }, (_, index) => brokenLink(`https://target-${index}.example/`));
    await Promise.all([0, 1, 2, 3].map((turn) => memory.recordVerdicts(turn % 2 === 0 ? verdicts : verdicts.toReversed())));
    expect(await desk.db.linkTarget.count({ where: { siteId } })).toBe(100);
  });
});

describe("a worker that was frozen while another claimed its crawl", () => {
  it("records no more visits", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    const memory = createCrawlMemory(desk.db, claim);
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ title: "Now" }) }), "checks-1");
    const takenOver = new Date(Date.now() + 3_600_000);
    const other = await claimCrawl(desk.db, claim.crawlId, takenOver);
    expect(other?.attempt).toBe(claim.attempt + 1);
    const block = makeBlock("Old.");
    const old = makeSnapshot({ title: "Before", blocks: [block] });
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: old, newBlocks: [block] }), "checks-1");
    await memory.recordVisit(makeVisit({ url: `${HOME}other`, snapshot: old }), "checks-1");
    await memory.recordUnchanged([makeVisit({ url: HOME, outcome: "unchanged", status: 500, snapshot: null })], "checks-1");
    expect(await desk.db.page.findMany({ where: { siteId } })).toMatchObject([{ url: HOME, title: "Now", status: 200 }]);
    expect(await desk.db.block.count({ where: { siteId } })).toBe(0);
    expect(await desk.db.snapshot.count({ where: { page: { siteId } } })).toBe(1);
  });
});

/** Returns the longest readable link address, of random characters that cannot be compressed. */
function longestLink(): string {
  for (let length = 9_000; ; length -= 1) {
    const url = resolveLink(`https://a.example/${randomBytes(length).toString("hex").slice(0, length)}`, HOME);
    if (url !== null) return url;
  }
}
