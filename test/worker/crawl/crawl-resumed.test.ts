import { describe, expect, it } from "vitest";
import { createInProcessMemory, type InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { crawlFakeWeb, type FakeCrawl, type FakeCrawlOptions, outcomesOf } from "./fake/crawl-fake-web.ts";
import { type FakePages, failing, page, scripted } from "./fake/fake-web.ts";

const PAGES: FakePages = {
  "/": page("Menu.", "/a", "/b", "/old", "/copy", "/gone", "/file", "/secret", "https://mill.example/"),
  "/a": page("Menu.", "/a1", "/a2", "/x/x/x/x/x", "You recieve A."),
  "/a1": page("Menu.", "/a", "/a2#there", "A1."),
  "/a2": scripted("Menu.", "A2."),
  "/b": page("Menu.", "/b1", "Bonjour."),
  "/b1": failing("timeout"),
  "/old": { to: "/new" },
  "/new": page("Menu.", "/b", "New."),
  "/copy": `<link rel="canonical" href="/a1">${page("Menu.", "A1.")}`,
  "/file": failing("not-html", 200),
};
const WEB: FakeCrawlOptions = {
  pages: PAGES,
  robots: () => ({ isAllowed: (url) => !url.endsWith("secret") }),
  sitemap: ["/orphan", "/a"],
  plan: { only: ["spelling", "links"], maxConcurrency: 2 },
};

/** Aborts at the `at`-th step: a request for a page, or something recorded. */
async function crawlUntil(at: number, memory: InProcessMemory, web = WEB): Promise<FakeCrawl & { steps: number }> {
  const stop = new AbortController();
  let steps = 0;
  const step = () => {
    if (++steps === at) stop.abort(new Error("The worker stops."));
  };
  const crawl = await crawlFakeWeb({ ...web, memory, signal: stop.signal, onRequest: step, onRecord: step });
  return { ...crawl, steps };
}

/** All that a Crawl leaves in its memory. */
async function remembered(memory: InProcessMemory) {
  const { done, pending } = await memory.resume();
  const urls = done.map(({ url }) => url).sort();
  const known = new Map(memory.pages().map((page) => [page.visit.url, page.known.snapshot]));
  const snapshots = urls.map((url) => [url, known.get(url)?.contentHash ?? null]);
  const hashes = [...known.values()].flatMap((snapshot) => snapshot?.blocks.map(({ hash }) => hash) ?? []);
  const findings = [...new Set(hashes)].sort().map((hash) => memory.checked(hash)?.findings.length ?? "unchecked");
  const verdicts = memory.verdicts().map(({ url, state }) => `${url} ${state}`);
  return { urls, pending, snapshots, findings, verdicts: verdicts.sort(), outcomes: outcomesOf(memory) };
}

function summed({ account }: FakeCrawl) {
  const { state, failure, linksFound, linksChecked, pages, pagesBefore } = account;
  const done = Object.values(pages).reduce((sum, count) => sum + count, pagesBefore);
  const left = account.notChecked.filter(({ code }) => ["trap", "depth", "page-limit"].includes(code));
  return { state, failure, linksFound, linksChecked, done, left };
}

describe("crawlSite interrupted", () => {
  it("says so, and what it left undone", async () => {
    const { account } = await crawlUntil(9, createInProcessMemory());
    expect(account.state).toBe("interrupted");
    expect(account.notChecked.map(({ code }) => code)).toContain("interrupted");
  });

  it.each([
    ["before it began", 0],
    ["with its very first request", 1],
  ])("%s does nothing", async (_when, at) => {
    const stop = new AbortController();
    if (at === 0) stop.abort();
    const crawl = await crawlFakeWeb({ ...WEB, signal: stop.signal, onRequest: () => stop.abort() });
    expect(crawl.account).toMatchObject({ state: "interrupted", pages: { new: 0 } });
    expect(crawl.faults).toEqual([]);
  });

  it("while it reads robots.txt or sitemaps ends as quietly", async () => {
    for (const at of [1, 2]) {
      const stop = new AbortController();
      let asked = 0;
      const robots = () => {
        if (++asked === at) stop.abort();
        return {
          get sitemaps(): string[] {
            stop.abort();
            return [];
          },
        };
      };
      const crawl = await crawlFakeWeb({ ...WEB, robots, signal: stop.signal });
      expect(crawl.account.state).toBe("interrupted");
    }
  });

  it("at any step and taken up again comes to what an uninterrupted one does", async () => {
    const whole = await crawlUntil(0, createInProcessMemory());
    const expected = await remembered(whole.memory);
    expect(expected.urls.length).toBeGreaterThan(10);
    for (let at = 1; at <= whole.steps; at++) {
      const memory = createInProcessMemory();
      const cut = await crawlUntil(at, memory);
      expect(cut.account.state, `cut at ${at}`).toBe("interrupted");
      const rest = await crawlUntil(0, memory);
      expect(await remembered(memory), `cut at ${at}`).toEqual(expected);
      expect(summed(rest), `cut at ${at}`).toEqual(summed(whole));
    }
  });

  it("again and again comes to its end all the same, and asks for no page that was done", async () => {
    const expected = await remembered((await crawlUntil(0, createInProcessMemory())).memory);
    for (const every of [4, 7, 11]) {
      const memory = createInProcessMemory();
      let crawl = await crawlUntil(every, memory);
      for (let runs = 0; crawl.account.state === "interrupted" && runs < 100; runs++) {
        const done = (await memory.resume()).done.map(({ url }) => url);
        crawl = await crawlUntil(every, memory);
        expect(crawl.fetched.filter((url) => done.includes(url))).toEqual([]);
      }
      expect(crawl.account.state).toBe("finished");
      expect(await remembered(memory)).toEqual(expected);
    }
  });

  it("keeps to the page limit, whose places skipped pages give back", async () => {
    const pages: FakePages = { ...PAGES, "/": page("/old", "/out1", "/out2", "/out3", "/a", "/b", "/c", "/d", "/e") };
    for (const name of ["1", "2", "3"]) pages[`/out${name}`] = { to: "https://elsewhere.example/" };
    for (const name of ["c", "d", "e"]) pages[`/${name}`] = page(`Text ${name}.`);
    const web = { ...WEB, pages, plan: { ...WEB.plan, pageLimit: 7, maxConcurrency: 1 } };
    const whole = await crawlUntil(0, createInProcessMemory(), web);
    for (let at = 1; at <= whole.steps; at++) {
      const memory = createInProcessMemory();
      await crawlUntil(at, memory, web);
      const rest = await crawlUntil(0, memory, web);
      expect(summed(rest).done, `cut at ${at}`).toBe(summed(whole).done);
      const taken = Object.values(outcomesOf(memory)).filter((outcome) => !outcome.startsWith("skipped"));
      expect(taken, `cut at ${at}`).toHaveLength(7);
    }
  });

  it("fails like an uninterrupted one when its start page had failed", async () => {
    for (const answer of [failing("forbidden", 403), failing("timeout")]) {
      const first = await crawlFakeWeb(WEB);
      for (let at = 1; at <= 3; at++) {
        first.memory.startNextCrawl();
        const web = { ...WEB, pages: { ...PAGES, "/": answer } };
        await crawlUntil(at, first.memory, web);
        expect((await crawlUntil(0, first.memory, web)).account).toMatchObject({
          state: "failed",
          failure: { code: answer.failure.code },
        });
      }
    }
  });

  it("counts on from the pages that were done", async () => {
    const whole = await crawlUntil(0, createInProcessMemory());
    for (let at = 2; at <= whole.steps; at += 3) {
      const memory = createInProcessMemory();
      const cut = await crawlUntil(at, memory);
      const rest = await crawlUntil(0, memory);
      expect(rest.account.pagesBefore).toBe(Object.values(cut.account.pages).reduce((sum, count) => sum + count, 0));
      const seen = [...cut.progress, ...rest.progress];
      for (const [index, { pagesDone, pagesFound }] of seen.entries()) {
        expect(pagesDone).toBeLessThanOrEqual(pagesFound);
        expect(pagesDone).toBeGreaterThanOrEqual(seen[index - 1]?.pagesDone ?? 0);
      }
      const last = rest.progress.at(-1);
      expect([last?.pagesDone, last?.pagesFound]).toEqual([
        whole.progress.at(-1)?.pagesDone,
        whole.progress.at(-1)?.pagesFound,
      ]);
    }
  });
});

describe("crawlSite's progress", () => {
  it("only grows, and never says more done than found", async () => {
    let time = 0;
    const { progress } = await crawlFakeWeb({ ...WEB, now: () => (time += 300), plan: { ...WEB.plan, timeBudgetMs: 1e9 } });
    expect(progress.length).toBeGreaterThan(10);
    for (const [index, now] of progress.entries()) {
      expect(now.pagesDone).toBeLessThanOrEqual(now.pagesFound);
      expect(now.linksChecked).toBeLessThanOrEqual(now.linksFound);
      const before = progress[index - 1] ?? now;
      expect(now.pagesFound).toBeGreaterThanOrEqual(before.pagesFound);
      expect(now.pagesDone).toBeGreaterThanOrEqual(before.pagesDone);
      expect(now.findings).toBeGreaterThanOrEqual(before.findings);
      expect(now.linksChecked).toBeGreaterThanOrEqual(before.linksChecked);
    }
    expect(progress.at(-1)).toMatchObject({ pagesDone: progress.at(-1)?.pagesFound, findings: 1 });
  });
});
