import { describe, expect, it } from "vitest";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { CrawlMemory } from "#worker/core/crawl/crawl-memory.ts";
import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import type { PageVisit } from "#worker/core/crawl/visit.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import { makeBlock, makeLink, makeSnapshot, makeVisit } from "./visit-samples.ts";

/**
 * One Site's memory under test. `startNextCrawl` gives the memory of the same Site's next Crawl; `snapshotOf` what is on record of what a
 * page says now.
 */
export type MemoryUnderTest = {
  memory: CrawlMemory;
  startNextCrawl(): Promise<CrawlMemory>;
  snapshotOf(url: string): Promise<Snapshot | null>;
};

const HOME = "https://bakery.example/";
const BREAD = "https://bakery.example/bread";
const VERSION = "checks-1";

/** The promise of `CrawlMemory`, in sentences that every keeper of it must satisfy. `create` gives an empty memory of a fresh Site. */
export function describeCrawlMemory(name: string, create: () => Promise<MemoryUnderTest>): void {
  describe(name, () => {
    describeFrontier(create);
    describePages(create);
    describeBlocks(create);
    describeLinks(create);
  });
}

function describeFrontier(create: () => Promise<MemoryUnderTest>): void {
  it("has an empty frontier and knows no page at first", async () => {
    const { memory } = await create();
    expect(await memory.resume()).toEqual({ done: [], pending: [] });
    expect(await memory.knownPages()).toEqual([]);
    expect(await targetsOf(memory)).toEqual([]);
  });

  it("takes a page off the frontier when its visit is recorded", async () => {
    const { memory } = await create();
    const home = { url: HOME, depth: 0, source: "start" } as const;
    const bread = { url: BREAD, depth: 1, source: "link" } as const;
    await memory.addPending([home, bread]);
    await memory.recordVisit(makeVisit({ url: HOME }), VERSION);
    expect(await memory.resume()).toEqual({ done: [{ ...home, outcome: "new", failureCode: null }], pending: [bread] });
  });

  it("leaves an address that is already on the frontier as it is, done or not", async () => {
    const { memory } = await create();
    await memory.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await memory.addPending([
      { url: HOME, depth: 7, source: "link" },
      { url: BREAD, depth: 1, source: "sitemap" },
      { url: BREAD, depth: 2, source: "link" },
    ]);
    await memory.recordVisit(makeVisit({ url: HOME }), VERSION);
    await memory.addPending([{ url: HOME, depth: 3, source: "link" }]);
    expect(await memory.resume()).toEqual({
      done: [{ url: HOME, depth: 0, source: "start", outcome: "new", failureCode: null }],
      pending: [{ url: BREAD, depth: 1, source: "sitemap" }],
    });
  });

  it("accepts an empty list", async () => {
    const { memory } = await create();
    await memory.addPending([]);
    await memory.recordVerdicts([]);
    expect(await memory.previousVisits([])).toEqual(new Map());
    expect(await memory.checkedBlocks([], VERSION)).toEqual(new Set());
  });

  it("starts the next Crawl with an empty frontier and the pages of the last", async () => {
    const { memory, startNextCrawl } = await create();
    await memory.addPending([{ url: BREAD, depth: 2, source: "link" }]);
    await memory.recordVisit(makeVisit({ url: BREAD, depth: 2 }), VERSION);
    const next = await startNextCrawl();
    expect(await next.resume()).toEqual({ done: [], pending: [] });
    expect(await next.knownPages()).toEqual([{ url: BREAD, depth: 2, source: "known" }]);
  });
}

function describePages(create: () => Promise<MemoryUnderTest>): void {
  const validators = { etag: '"1"', lastModified: null, bodyHash: "body-1" };
  const recordFirst = async (memory: CrawlMemory, visit: Partial<PageVisit> = {}) => {
    await memory.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await memory.recordVisit(makeVisit({ url: HOME, validators, ...visit }), VERSION);
  };

  it("knows nothing of an address that was never visited", async () => {
    const { memory } = await create();
    expect(await memory.previousVisits([HOME])).toEqual(new Map());
    expect(await memory.anchorsOf([HOME])).toEqual(new Map());
  });

  it("gives back what a page said and how it was read", async () => {
    const { memory, startNextCrawl, snapshotOf } = await create();
    const snapshot = makeSnapshot({ title: "Our bread", anchors: ["rye"], blocks: [makeBlock("Rye and wheat.")] });
    await recordFirst(memory, {
      rendered: "browser",
      snapshot,
      newBlocks: [makeBlock("Rye and wheat.")],
      isFullyChecked: true,
    });
    const next = await startNextCrawl();
    expect((await next.previousVisits([HOME, BREAD])).get(HOME)).toEqual({
      url: HOME,
      validators,
      rendered: "browser",
      contentHash: snapshot.contentHash,
      detailHash: snapshot.detailHash,
      checksVersion: VERSION,
      readingVersion: READING_VERSION,
    });
    expect(await snapshotOf(HOME)).toEqual(snapshot);
    expect(await next.anchorsOf([HOME, BREAD])).toEqual(new Map([[HOME, ["rye"]]]));
  });

  it("keeps the Snapshot of an unchanged page and takes its new validators", async () => {
    const { memory, startNextCrawl, snapshotOf } = await create();
    const snapshot = makeSnapshot({ title: "Home" });
    await recordFirst(memory, { snapshot, isFullyChecked: true });
    const next = await startNextCrawl();
    const renewed = { etag: '"2"', lastModified: null, bodyHash: "body-1" };
    await next.addPending([{ url: HOME, depth: 0, source: "start" }]);
    const visit = makeVisit({ url: HOME, outcome: "unchanged", snapshot: null, validators: renewed, isFullyChecked: true });
    await next.recordUnchanged([visit, makeVisit({ ...visit, url: BREAD })], VERSION);
    expect((await next.previousVisits([HOME])).get(HOME)).toEqual({
      url: HOME,
      validators: renewed,
      rendered: "http",
      contentHash: snapshot.contentHash,
      detailHash: snapshot.detailHash,
      checksVersion: VERSION,
      readingVersion: READING_VERSION,
    });
    expect(await snapshotOf(HOME)).toEqual(snapshot);
    expect((await next.resume()).done).toContainEqual({
      url: HOME,
      depth: 0,
      source: "start",
      outcome: "unchanged",
      failureCode: null,
    });
  });

  it("brings the details of an unchanged page up to date, and knows no anchor of one that was cut off", async () => {
    const { memory, startNextCrawl, snapshotOf } = await create();
    await recordFirst(memory, { snapshot: makeSnapshot({ anchors: ["rye"], links: [makeLink(BREAD)] }) });
    const next = await startNextCrawl();
    const now = makeSnapshot({ detailHash: "others", anchors: ["oats"], links: [makeLink(`${BREAD}#oats`)] });
    await next.recordVisit(makeVisit({ url: HOME, outcome: "unchanged", snapshot: now, leads: [BREAD] }), VERSION);
    expect(await snapshotOf(HOME)).toEqual(now);
    expect(await next.anchorsOf([HOME])).toEqual(new Map([[HOME, ["oats"]]]));
    expect(await targetsOf(next)).toEqual([`${BREAD}#oats`]);
    expect(await next.unvisitedLinks()).toEqual([{ url: BREAD, depth: 1, source: "link" }]);
    const third = await startNextCrawl();
    const cut = { ...now, contentHash: "cut", isTruncated: true };
    await third.recordVisit(makeVisit({ url: HOME, outcome: "changed", snapshot: cut }), VERSION);
    expect(await third.anchorsOf([HOME])).toEqual(new Map());
  });

  it("says by which version of the checks a page's Blocks are all checked, and only then", async () => {
    const { memory, startNextCrawl } = await create();
    const versionOf = async (of: CrawlMemory) => (await of.previousVisits([HOME])).get(HOME)?.checksVersion;
    await recordFirst(memory, { isFullyChecked: false });
    expect(await versionOf(memory)).toBeNull();
    const next = await startNextCrawl();
    const unchanged = makeVisit({ url: HOME, outcome: "unchanged", snapshot: null });
    await next.recordUnchanged([{ ...unchanged, isFullyChecked: true }], VERSION);
    expect(await versionOf(next)).toBe(VERSION);
    await next.recordUnchanged([{ ...unchanged, isFullyChecked: false }], "checks-2");
    expect(await versionOf(next)).toBe(VERSION);
    await next.recordVisit({ ...unchanged, newBlocks: [makeBlock("Not checked.")], isFullyChecked: false }, "checks-2");
    expect(await versionOf(next)).toBeNull();
  });

  it("keeps a Block on record as unchecked while its check is not whole, and as checked where it was", async () => {
    const { memory, startNextCrawl } = await create();
    const [costly, known] = [makeBlock("Costly."), makeBlock("Known.")];
    const whole = (block: Block) => ({ hash: block.hash, language: "en-US" as const, findings: [] });
    const part = (block: Block) => ({ ...whole(block), unfinished: "text-cost" as const });
    const visit = { snapshot: makeSnapshot({ blocks: [costly, known] }), newBlocks: [costly, known] };
    await recordFirst(memory, { ...visit, checked: [part(costly), whole(known)] });
    expect(await memory.checkedBlocks([costly.hash, known.hash], VERSION)).toEqual(new Set([known.hash]));
    const next = await startNextCrawl();
    await next.recordVisit(makeVisit({ url: HOME, ...visit, checked: [whole(costly), part(known)] }), VERSION);
    expect(await next.checkedBlocks([costly.hash, known.hash], VERSION)).toEqual(new Set([costly.hash, known.hash]));
  });

  it("keeps all it knew of a page that failed", async () => {
    const { memory, startNextCrawl, snapshotOf } = await create();
    const snapshot = makeSnapshot({ title: "Home", links: [makeLink(BREAD)] });
    await recordFirst(memory, { snapshot });
    const next = await startNextCrawl();
    const failure = { code: "timeout", message: "The page did not answer in time." } as const;
    await next.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await next.recordVisit(
      makeVisit({
        url: HOME,
        outcome: "failed",
        failure,
        snapshot: null,
        rendered: null,
        validators: { etag: null, lastModified: null, bodyHash: null },
      }),
      VERSION,
    );
    expect((await next.previousVisits([HOME])).get(HOME)).toMatchObject({ validators, rendered: "http" });
    expect(await snapshotOf(HOME)).toEqual(snapshot);
    expect(await targetsOf(next)).toEqual([BREAD]);
    const third = await startNextCrawl();
    expect(await third.knownPages()).toEqual([{ url: HOME, depth: 0, source: "known" }]);
  });

  it("gives back what pages said at the last Crawl, until they are recorded again", async () => {
    const { memory, startNextCrawl } = await create();
    const [before, now] = ["Rye.", "Oats."].map((text) =>
      makeSnapshot({ blocks: [makeBlock(text)], links: [makeLink(BREAD)] }),
    );
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: before ?? null }), VERSION);
    const next = await startNextCrawl();
    expect((await next.contentsOf([HOME, BREAD])).get(HOME)).toMatchObject({ blocks: before?.blocks, links: before?.links });
    expect((await next.contentsOf([HOME, BREAD])).has(BREAD)).toBe(false);
    await next.recordVisit(makeVisit({ url: HOME, outcome: "changed", snapshot: now ?? null }), VERSION);
    expect((await next.contentsOf([HOME])).get(HOME)?.blocks).toEqual(now?.blocks);
  });

  it("forgets a page that is gone", async () => {
    const { memory, startNextCrawl } = await create();
    await recordFirst(memory, { snapshot: makeSnapshot({ links: [makeLink(BREAD)] }) });
    const next = await startNextCrawl();
    await next.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await next.recordVisit(makeVisit({ url: HOME, outcome: "gone", status: 404, snapshot: null }), VERSION);
    const third = await startNextCrawl();
    expect(await third.knownPages()).toEqual([]);
    expect(await targetsOf(third)).toEqual([]);
  });

  it("records the same visit twice as if once", async () => {
    const { memory, snapshotOf } = await create();
    const block = makeBlock("Twice told.");
    const visit = { snapshot: makeSnapshot({ blocks: [block] }), newBlocks: [block], checked: [noFindings(block.hash)] };
    await recordFirst(memory, visit);
    await recordFirst(memory, visit);
    expect((await memory.resume()).done).toHaveLength(1);
    expect(await snapshotOf(HOME)).toEqual(visit.snapshot);
  });
}

function describeBlocks(create: () => Promise<MemoryUnderTest>): void {
  it("tells which Blocks have Findings on record, for this version of the checks only", async () => {
    const { memory } = await create();
    const [checked, unchecked] = [makeBlock("Checked."), makeBlock("Not checked yet.")];
    await memory.addPending([{ url: HOME, depth: 0, source: "start" }]);
    const snapshot = makeSnapshot({ blocks: [checked, unchecked] });
    await memory.recordVisit(
      makeVisit({ url: HOME, snapshot, newBlocks: [checked, unchecked], checked: [noFindings(checked.hash)] }),
      VERSION,
    );
    const hashes = [checked.hash, unchecked.hash, "never-seen"];
    expect(await memory.checkedBlocks(hashes, VERSION)).toEqual(new Set([checked.hash]));
    expect(await memory.checkedBlocks(hashes, "checks-2")).toEqual(new Set());
  });

  it("takes Findings of a newer version for Blocks that it has, from an unchanged page", async () => {
    const { memory, startNextCrawl } = await create();
    const block = makeBlock("Old text.");
    await memory.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await memory.recordVisit(
      makeVisit({
        url: HOME,
        snapshot: makeSnapshot({ blocks: [block] }),
        newBlocks: [block],
        checked: [noFindings(block.hash)],
      }),
      VERSION,
    );
    const next = await startNextCrawl();
    await next.addPending([{ url: HOME, depth: 0, source: "start" }]);
    await next.recordVisit(
      makeVisit({ url: HOME, outcome: "unchanged", snapshot: null, newBlocks: [block], checked: [noFindings(block.hash)] }),
      "checks-2",
    );
    expect(await next.checkedBlocks([block.hash], "checks-2")).toEqual(new Set([block.hash]));
  });
}

function describeLinks(create: () => Promise<MemoryUnderTest>): void {
  it("names each link target once, with its fragment, as the pages use them now", async () => {
    const { memory, startNextCrawl } = await create();
    const visit = async (to: CrawlMemory, url: string, targets: string[], outcome: PageVisit["outcome"]) => {
      await to.addPending([{ url, depth: 0, source: "link" }]);
      const contentHash = `${outcome} ${url} ${targets.join(" ")}`;
      await to.recordVisit(
        makeVisit({ url, outcome, snapshot: makeSnapshot({ contentHash, links: targets.map(makeLink) }) }),
        VERSION,
      );
    };
    await visit(memory, HOME, [BREAD, `${BREAD}#rye`, "https://mill.example/"], "new");
    await visit(memory, BREAD, [HOME, "https://mill.example/"], "new");
    expect(await targetsOf(memory)).toEqual([HOME, BREAD, `${BREAD}#rye`, "https://mill.example/"].sort());
    const next = await startNextCrawl();
    await visit(next, HOME, [BREAD], "changed");
    expect(await targetsOf(next)).toEqual([HOME, BREAD, "https://mill.example/"].sort());
  });

  it("names no address that forms send to", async () => {
    const { memory } = await create();
    const form = { ...makeLink("http://mill.example/order"), element: "form-post" };
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links: [form, makeLink(BREAD)] }) }), VERSION);
    expect(await targetsOf(memory)).toEqual([BREAD]);
  });

  it("knows which targets pages load by themselves", async () => {
    const { memory } = await create();
    const use = (name: string, element: string, rel: string | null = null) => ({ ...makeLink(HOME + name), element, rel });
    const links = [use("a", "a"), use("b", "img"), use("c", "link", "stylesheet"), use("d", "iframe"), use("e", "script")];
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links: [...links, use("a", "img")] }) }), VERSION);
    const targets = ["b", "c", "d", "x", "a"].map((name) => HOME + name);
    expect(await memory.filesOfPages(targets)).toEqual(new Set(["a", "b", "c"].map((name) => HOME + name)));
    expect(await memory.filesOfPages([])).toEqual(new Set());
  });

  it("keeps the links of a sitemap, which is no page", async () => {
    const { memory, startNextCrawl, snapshotOf } = await create();
    const url = `${HOME}sitemap.xml`;
    const failure = { code: "sitemap", message: "This is a sitemap." } as const;
    const visit = (links: string[]) =>
      makeVisit({
        url,
        outcome: "skipped",
        failure,
        rendered: null,
        snapshot: makeSnapshot({ links: links.map(makeLink), detailHash: `${links}` }),
      });
    await memory.recordVisit(visit([BREAD]), VERSION);
    expect([await memory.recordedSitemaps(), await memory.knownPages(), await targetsOf(memory)]).toEqual([[url], [], [BREAD]]);
    expect((await memory.previousVisits([url])).get(url)?.detailHash).toBe(BREAD);
    const next = await startNextCrawl();
    expect(await targetsOf(next)).toEqual([BREAD]);
    await next.recordVisit(visit([]), VERSION);
    expect([await next.recordedSitemaps(), await targetsOf(next), (await snapshotOf(url))?.links]).toEqual([[url], [], []]);
  });

  it("names where pages lead that was never visited or is gone, by the shortest way", async () => {
    const { memory, startNextCrawl } = await create();
    const [rye, oats, spelt] = [`${BREAD}/rye`, `${BREAD}/oats`, `${BREAD}/spelt`];
    await memory.recordVisit(makeVisit({ url: HOME, depth: 0, leads: [BREAD, rye] }), VERSION);
    await memory.recordVisit(makeVisit({ url: BREAD, depth: 1, leads: [HOME, rye, oats, spelt] }), VERSION);
    await memory.recordVisit(makeVisit({ url: oats, depth: 2, outcome: "gone", snapshot: null }), VERSION);
    const expected = [
      { url: rye, depth: 1, source: "link" },
      { url: oats, depth: 2, source: "link" },
      { url: spelt, depth: 2, source: "link" },
    ];
    const found = async (of: CrawlMemory) =>
      (await of.unvisitedLinks()).toSorted((a, b) => a.depth - b.depth || (a.url < b.url ? -1 : 1));
    expect(await found(memory)).toEqual(expected.toSorted((a, b) => a.depth - b.depth || (a.url < b.url ? -1 : 1)));
    const next = await startNextCrawl();
    await next.recordUnchanged([makeVisit({ url: BREAD, depth: 1, outcome: "unchanged", snapshot: null })], VERSION);
    await next.recordVisit(
      makeVisit({ url: HOME, outcome: "changed", snapshot: makeSnapshot({ title: "New" }), leads: [BREAD] }),
      VERSION,
    );
    expect(await found(next)).toContainEqual({ url: rye, depth: 2, source: "link" });
  });

  it("takes the same verdict twice", async () => {
    const { memory } = await create();
    const verdict = {
      url: BREAD,
      state: "broken",
      rule: "links/not-found",
      status: 404,
      reason: "This page does not exist.",
      finalUrl: null,
    } as const;
    await memory.recordVerdicts([verdict]);
    expect(await memory.soft404s([])).toEqual(new Set());
    expect(await memory.soft404s([verdict.url])).toEqual(new Set());
    await memory.recordVerdicts([{ ...verdict, url: BREAD, rule: "links/gone-soft" }]);
    expect(await memory.soft404s([verdict.url, BREAD, HOME])).toEqual(new Set([BREAD]));
    await expect(memory.recordVerdicts([verdict, { ...verdict, url: HOME }])).resolves.toBeUndefined();
  });

  it("knows how pages load their targets, and from which page", async () => {
    const { memory } = await create();
    const loaf = `${HOME}loaf.png`;
    const links = [
      makeLink(BREAD),
      makeLink(loaf),
      { ...makeLink(loaf), element: "img" },
      { ...makeLink(`${HOME}icon`), element: "link", rel: "shortcut icon" },
      { ...makeLink(`${HOME}next`), element: "link", rel: "next" },
      { ...makeLink("https://maps.example/"), element: "iframe" },
    ];
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links }) }), VERSION);
    const uses = new Map<string, unknown>();
    for await (const part of memory.linkTargets()) for (const [url, use] of part.uses) uses.set(url, use);
    expect(uses).toEqual(
      new Map([
        [loaf, { needs: "picture", page: HOME }],
        [`${HOME}icon`, { needs: "picture", page: HOME }],
        ["https://maps.example/", { needs: "document", page: HOME }],
      ]),
    );
  });
}

async function targetsOf(memory: CrawlMemory): Promise<string[]> {
  const all: string[] = [];
  for await (const { targets } of memory.linkTargets()) all.push(...targets);
  return all.sort();
}

function noFindings(hash: string): CheckedBlock {
  return { hash, language: "en-US", findings: [] };
}
