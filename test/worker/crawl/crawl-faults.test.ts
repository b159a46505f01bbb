import { describe, expect, it } from "vitest";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, failing, HOME, page } from "./fake/fake-web.ts";

const paths = (count: number) => Array.from({ length: count }, (_, at) => `/${at + 1}`);
const siteOf = (count: number): FakePages => ({
  "/": page(...paths(count)),
  ...Object.fromEntries(paths(count).map((path) => [path, page(`Text ${path}.`)])),
});

describe("crawlSite meets answers that break the rules of HTTP, and", () => {
  const garbled = (html: string, status?: number) => ({ ...failing("connection", status), garbled: html });
  const pages = {
    "/": page("/old", "/gone"),
    "/old": garbled(page("/deep", "You recieve.")),
    "/deep": page("Deep."),
    "/gone": garbled("", 404),
  };

  it("reads what the browser makes of them", async () => {
    const { outcomes, checked, account } = await crawlFakeWeb({ pages });
    expect(outcomes).toEqual({ "/": "new", "/old": "new", "/deep": "new", "/gone": "gone not-found" });
    expect(checked).toContain("You recieve.");
    expect(account.rendered).toBe(1);
  });

  it("says that it could not load them where there is no browser", async () => {
    const { outcomes } = await crawlFakeWeb({ pages, plan: { browser: "never" } });
    expect(outcomes).toMatchObject({ "/": "new", "/old": "failed connection" });
  });
});

describe("crawlSite and pages that fail", () => {
  it.each([
    failing("timeout"),
    failing("connection"),
    failing("http-error", 503),
    failing("truncated", 200),
    failing("rate-limited", 429),
  ])("tries one that may be better later once more: %j", async (answer) => {
    const flaky = (before: number) => (before === 0 ? answer : page("Back again."));
    const crawl = await crawlFakeWeb({ pages: { ...siteOf(2), "/2": flaky } });
    expect(crawl.outcomes["/2"]).toBe("new");
    expect(crawl.account).toMatchObject({ pages: { new: 3, failed: 0 }, notChecked: [] });
  });

  it.each([
    failing("forbidden", 403),
    failing("too-large", 200),
    failing("redirect-loop"),
    failing("tls"),
    failing("private-address"),
  ])("asks one that will not be better later once: %j", async (answer) => {
    const crawl = await crawlFakeWeb({ pages: { ...siteOf(1), "/1": answer } });
    expect(crawl.outcomes["/1"]).toBe(`failed ${answer.failure.code}`);
    expect(crawl.fetched.filter((url) => url === `${HOME}1`)).toHaveLength(1);
  });

  it("takes no failure for an end: other pages are read", async () => {
    const crawl = await crawlFakeWeb({ pages: { ...siteOf(30), "/3": failing("timeout"), "/7": failing("http-error", 500) } });
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 29, failed: 2 } });
  });

  it("counts a fault of ours as that page's failure and tells of it", async () => {
    const crawl = await crawlFakeWeb({
      pages: siteOf(3),
      onRequest: (url) => {
        if (url.endsWith("/2")) throw new TypeError("A mistake of ours.");
      },
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/1": "new", "/2": "failed internal", "/3": "new" });
    expect(crawl.faults).toEqual([{ url: `${HOME}2`, error: new TypeError("A mistake of ours.") }]);
  });

  it("rejects when the memory does, and asks for nothing more", async () => {
    const memory = createInProcessMemory();
    let recorded = 0;
    const failingMemory = {
      ...memory,
      recordVisit: async (...visit: Parameters<typeof memory.recordVisit>) => {
        if (++recorded > 3) throw new Error("The database is gone.");
        await memory.recordVisit(...visit);
      },
    };
    const asked: string[] = [];
    const crawl = crawlFakeWeb({ pages: siteOf(200), memory: failingMemory, onRequest: (url) => asked.push(url) });
    await expect(crawl).rejects.toThrow("The database is gone.");
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked.length).toBe(before);
    expect(before).toBeLessThan(100);
  });
});

describe("crawlSite and a site that goes down", () => {
  it("ends early, fails, keeps what was known, and counts what it did not see", async () => {
    const first = await crawlFakeWeb({ pages: siteOf(200) });
    first.memory.startNextCrawl();
    let asked = 0;
    const up = siteOf(200);
    const goesDown: FakePages = {};
    for (const [path, answer] of Object.entries(up))
      if (typeof answer === "string") goesDown[path] = () => (++asked > 50 ? failing("connection") : answer);
    const second = await crawlFakeWeb({ pages: goesDown, memory: first.memory });
    expect(second.account).toMatchObject({ state: "failed", failure: { code: "site-down" } });
    expect(second.fetched.length).toBeLessThan(120);
    const { pages, notChecked } = second.account;
    const done = Object.values(pages).reduce((sum, count) => sum + count, 0);
    expect(notChecked.find(({ code }) => code === "site-down")?.count).toBe(201 - done);
    expect(second.memory.pages().filter(({ known }) => known.snapshot)).toHaveLength(201);
    expect(Object.values(second.outcomes)).not.toContain("gone not-found");
  });

  it("goes on when only a part of it is down", async () => {
    const broken = Object.fromEntries(paths(60).map((path) => [path, failing("http-error", 500)]));
    const crawl = await crawlFakeWeb({
      pages: { "/": page(...paths(60), "/last"), ...broken, "/last": page("Last.") },
      plan: { maxConcurrency: 1 },
    });
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 2, failed: 60 } });
  });
});
