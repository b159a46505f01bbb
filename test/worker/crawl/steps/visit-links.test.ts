import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";
import { createCrawlContext } from "#worker/crawl/create-crawl-context.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { visitLinks } from "#worker/crawl/steps/visit-links.ts";

const HOME = "https://bakery.example/";
const BREAD = "https://bakery.example/bread";
const MILL = "https://mill.example/";

const PLAN: CrawlPlan = {
  crawlId: "crawl",
  startUrl: HOME,
  include: [],
  exclude: [],
  language: "auto",
  pageLimit: 100,
  only: ["spelling", "grammar", "links"],
  browser: "never",
  renderProofs: {},
  maxConcurrency: 2,
  timeBudgetMs: 60_000,
  retryDelayMs: 0,
};

function unused(): never {
  throw new Error("Links need no such thing.");
}

/** A Crawl whose pages are read: the home page with these links, and the bread page with its anchors. */
async function afterPages(
  links: string[],
  {
    answer = works,
    only = PLAN.only,
    ignoredLinks = [],
    now = () => 0,
  }: Partial<{ answer: Answer; only: readonly CheckId[]; ignoredLinks: string[]; now: () => number }> = {},
) {
  const memory = createInProcessMemory();
  const asked: string[] = [];
  const missing: string[] = [];
  const ports: CrawlPorts = {
    memory,
    fetchPage: unused,
    fetchRobots: async () => ({ isAllowed: (url) => !url.includes("/private"), sitemaps: [], failure: null }),
    readSitemaps: unused,
    renderPage: null,
    checks: { version: "checks-1", checkBlocks: unused },
    async *checkLinks(targets, signal, wasMissing) {
      missing.push(...targets.filter((target) => wasMissing?.(target)));
      for (const target of targets) {
        asked.push(target);
        const verdict = answer(target);
        if (!verdict && !signal.aborted) await once(signal, "abort");
        if (!verdict) return;
        yield verdict;
      }
    },
    onProgress: () => undefined,
    onFault: unused,
    now,
  };
  const context = createCrawlContext({ ...PLAN, only, ignoredLinks }, ports, new AbortController().signal);
  const home = makeVisit({ url: HOME, snapshot: makeSnapshot({ links: links.map(makeLink) }) });
  const bread = makeVisit({ url: BREAD, snapshot: makeSnapshot({ anchors: ["rye"], contentHash: "bread" }) });
  for (const visit of [home, bread]) {
    await memory.recordVisit(visit, "checks-1");
    context.visited.set(visit.url, { outcome: visit.outcome, status: 200, target: null, failure: null });
  }
  return { context, memory, asked, missing };
}

/** Null: there is none until the Crawl is over. */
type Answer = (url: string) => LinkVerdict | null;
const works = (url: string): LinkVerdict => ({ url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null });
const gone = (url: string): LinkVerdict => ({
  url,
  state: "broken",
  rule: "links/not-found",
  status: 404,
  reason: "It is gone.",
  finalUrl: null,
});
const silent = (url: string): LinkVerdict => ({
  url,
  state: "unknown",
  rule: "links/unknown",
  status: 403,
  reason: "It is shy.",
  finalUrl: null,
});

describe("visitLinks", () => {
  it("asks for no page that this Crawl has read", async () => {
    const { context, memory, asked } = await afterPages([HOME, BREAD, `${BREAD}?utm_source=x`]);
    await visitLinks(context);
    expect(asked).toEqual([]);
    expect(memory.verdicts().map(({ url, state }) => [url, state])).toEqual([
      [HOME, "ok"],
      [BREAD, "ok"],
      [`${BREAD}?utm_source=x`, "ok"],
    ]);
  });

  it("knows the anchors of pages that it has read, and requests none", async () => {
    const { context, memory, asked } = await afterPages([`${BREAD}#rye`, `${BREAD}#spelt`, `${BREAD}#`, `${BREAD}#top`]);
    await visitLinks(context);
    expect(asked).toEqual([]);
    expect(memory.verdicts().map(({ url, state, rule }) => [url, state, rule])).toEqual([
      [`${BREAD}#rye`, "ok", null],
      [`${BREAD}#spelt`, "broken", "links/fragment"],
      [`${BREAD}#`, "ok", null],
      [`${BREAD}#top`, "ok", null],
    ]);
  });

  it.each(["gone", "failed", "skipped"] as const)("asks for a page that was %s", async (outcome) => {
    const { context, memory, asked, missing } = await afterPages([BREAD, MILL], { answer: gone });
    context.visited.set(BREAD, { outcome, status: 404, target: null, failure: null });
    await visitLinks(context);
    expect(asked).toEqual([BREAD, MILL]);
    expect(missing).toEqual(outcome === "gone" ? [BREAD] : []);
    expect(memory.verdicts()).toEqual([gone(BREAD), gone(MILL)]);
  });

  it("asks for none of the site's pages that its robots.txt forbids, and does not know about them", async () => {
    const secret = `${HOME}private/cellar`;
    const { context, memory, asked } = await afterPages([secret, `${MILL}private/`]);
    await visitLinks(context);
    expect(asked).toEqual([`${MILL}private/`]);
    expect(memory.verdicts()).toMatchObject([
      { url: secret, state: "unknown" },
      { url: `${MILL}private/`, state: "ok" },
    ]);
    expect(context.tally.notChecked()).toMatchObject([{ code: "links-robots", count: 1 }]);
  });

  it("asks for the files that every visitor's browser loads, also where robots.txt forbids them", async () => {
    const files = ["private/loaf.jpg", "private/style.css", "private/app.js", "private/cellar", "private/plan.pdf"].map(
      (path) => HOME + path,
    );
    const { context, memory, asked } = await afterPages(files, { answer: gone });
    const elements = ["img", "style", "script", "iframe", "a"];
    const links = files.map((url, index) => ({ ...makeLink(url), element: elements[index] ?? "a" }));
    await memory.recordVisit(makeVisit({ url: HOME, snapshot: makeSnapshot({ links }) }), "checks-1");
    await visitLinks(context);
    expect(asked.sort()).toEqual(files.slice(0, 3).sort());
    expect(context.tally.notChecked()).toMatchObject([{ code: "links-robots", count: 2 }]);
  });

  it("judges mail addresses and telephone numbers by how they are written, and requests none", async () => {
    const { context, memory, asked } = await afterPages(["mailto:ann@bakery.example", "mailto:ann", "tel:"]);
    await visitLinks(context);
    expect(asked).toEqual([]);
    expect(memory.verdicts().map(({ url, state, rule }) => [url, state, rule])).toEqual([
      ["mailto:ann@bakery.example", "ok", null],
      ["mailto:ann", "broken", "links/mail-address"],
      ["tel:", "broken", "links/phone-number"],
    ]);
    expect(context.tally.links).toEqual({ found: 3, checked: 3 });
  });

  it("judges what is no address by how it is written, and requests none", async () => {
    const { context, memory, asked } = await afterPages(["http://exa mple.com", "htp://mill.example", "file:///C:/a", MILL]);
    await visitLinks(context);
    expect(asked).toEqual([MILL]);
    expect(memory.verdicts().filter(({ rule }) => rule === "links/malformed")).toHaveLength(3);
    expect(context.tally.links).toEqual({ found: 4, checked: 4 });
  });

  it("asks for a page of a secure site that is linked with http, although it was read", async () => {
    const { context, asked } = await afterPages([BREAD.replace("https:", "http:")]);
    context.visited.set("http://bakery.example/bread", { outcome: "unchanged", status: 200, target: null, failure: null });
    await visitLinks(context);
    expect(asked).toEqual(["http://bakery.example/bread"]);
  });

  it("asks for a part of an endless list only, and leaves the rest unknown", async () => {
    const links = Array.from({ length: 300 }, (_, at) => `${HOME}shop?visit=${at}`);
    const { context, memory, asked } = await afterPages([...links, `${HOME}cake`]);
    for (let at = 0; at < 40; at += 1) context.traps.learn(`${HOME}shop?visit=${at}`, { blocks: [], newLeads: [] });
    await visitLinks(context);
    expect(asked).toHaveLength(101);
    const verdicts = memory.verdicts().filter(({ url }) => url.includes("shop"));
    expect(verdicts.filter(({ state }) => state === "unknown")).toHaveLength(200);
    expect(context.tally.notChecked()).toEqual([]);
  });

  it("asks for nothing that its owner ignores", async () => {
    const links = [MILL, `${MILL}rye`, `${BREAD}.pdf`, "mailto:ann", BREAD];
    const { context, memory, asked } = await afterPages(links, { ignoredLinks: ["mill.example", "mailto:*"], answer: gone });
    await visitLinks(context);
    expect(asked).toEqual([`${BREAD}.pdf`]);
    expect(memory.verdicts().map(({ url }) => url)).toEqual([BREAD, `${BREAD}.pdf`]);
    expect(context.tally.links).toEqual({ found: 2, checked: 2 });
  });

  it("asks for every other target once, however many pages link to it", async () => {
    const { context, memory, asked } = await afterPages([MILL, `${BREAD}.pdf`, MILL], { answer: gone });
    await visitLinks(context);
    expect(asked).toEqual([MILL, `${BREAD}.pdf`]);
    expect(memory.verdicts()).toEqual(asked.map(gone));
    expect(context.tally.links).toEqual({ found: 2, checked: 2 });
  });

  it("records many verdicts, more than one batch", async () => {
    const targets = Array.from({ length: 350 }, (_, at) => `${MILL}${at}`);
    const { context, memory } = await afterPages(targets);
    await visitLinks(context);
    expect(memory.verdicts().map(({ url }) => url)).toEqual(targets);
    expect(context.tally.notChecked()).toEqual([]);
  });

  it("accounts for targets that would not say", async () => {
    const { context } = await afterPages([MILL], { answer: silent });
    await visitLinks(context);
    expect(context.tally.notChecked()).toMatchObject([{ code: "link-unknown", count: 1 }]);
  });

  it("accounts for targets that there was no time to ask, keeping the verdicts before", async () => {
    let time = 0;
    const hangs = `${MILL}hangs`;
    const answer: Answer = (url) => (url === hangs ? null : gone(url));
    const { context, memory } = await afterPages([HOME, MILL, hangs, `${MILL}never-asked`], { answer, now: () => time });
    time = PLAN.timeBudgetMs + 1;
    await visitLinks(context);
    expect(memory.verdicts().map(({ url }) => url)).toEqual([HOME, MILL]);
    expect(context.tally.notChecked()).toMatchObject([{ code: "links-left", count: 2 }]);
  });

  it("does nothing where links are not to be checked", async () => {
    const { context, memory, asked } = await afterPages([MILL], { only: ["spelling"] });
    await visitLinks(context);
    expect([asked, memory.verdicts()]).toEqual([[], []]);
  });
});
