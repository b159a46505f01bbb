import { describe, expect, it } from "vitest";
import { crawlFakeWeb, type FakeCrawlOptions } from "./fake/crawl-fake-web.ts";
import { type FakeAnswer, type FakePages, failing, HOME, page } from "./fake/fake-web.ts";

const PAGES: FakePages = {
  "/": page("/bread", "/cake", "Welcome."),
  "/bread": page("/cake", "/new", "You will recieve rye."),
  "/cake": page("Cake."),
  "/new": page("New."),
  "/elsewhere": page("Elsewhere."),
};

/** Crawls the site, changes a page, and then crawls these pages alone. */
async function checkPages(paths: string[], changed: FakePages = {}, options: Partial<FakeCrawlOptions> = {}) {
  const { memory } = await crawlFakeWeb({ pages: { ...PAGES, "/bread": page("/cake", "You will recieve rye.") } });
  memory.startNextCrawl();
  const onlyPages = paths.map((path) => ({ url: `${HOME}${path.slice(1)}`, depth: 1, source: "known" as const }));
  const pages = { ...PAGES, ...changed };
  return crawlFakeWeb({ pages, memory, sitemap: ["/elsewhere"], ...options, plan: { onlyPages, ...options.plan } });
}

describe("crawlSite of single pages", () => {
  it("visits these alone, and neither the start page, the sitemap nor what they link to", async () => {
    const crawl = await checkPages(["/bread"], { "/bread": page("/cake", "/new", "You will receive rye.") });
    expect(crawl.fetched).toEqual([`${HOME}bread`]);
    expect(crawl.account).toMatchObject({ state: "finished", pages: { changed: 1, new: 0, unchanged: 0 } });
  });

  it("visits where they lead instead", async () => {
    const { account, outcomes } = await checkPages(["/bread"], { "/bread": { to: "/new" } });
    expect(account).toMatchObject({ state: "finished", pages: { skipped: 1, new: 1 } });
    expect(outcomes).toMatchObject({ "/new": "new" });
  });

  it("leaves a page that names another as its own to that one", async () => {
    const copy = page("Cake.").replace("<title>", '<link rel="canonical" href="/cake"><title>');
    const { account, outcomes } = await checkPages(["/copy"], { "/copy": copy });
    expect(account.state).toBe("finished");
    expect(outcomes).toMatchObject({ "/copy": "skipped duplicate", "/cake": "unchanged" });
  });

  it("finishes when a page is gone, which is known of it", async () => {
    const { account } = await checkPages(["/bread"], { "/bread": failing("not-found", 404) });
    expect(account).toMatchObject({ state: "finished", failure: null, pages: { gone: 1 } });
  });

  it.each<[string, FakeAnswer, string]>([
    ["a server's error", failing("http-error", 500), "http-error"],
    ["a file", failing("not-html", 200), "not-html"],
    ["a page on another site", { to: "https://other.example/" }, "out-of-scope"],
  ])("fails with the reason for %s", async (_, answer, code) => {
    const { account } = await checkPages(["/bread"], { "/bread": answer });
    expect(account).toMatchObject({ state: "failed", failure: { code } });
  });

  it("fails where robots.txt disallows the page", async () => {
    const { account, fetched } = await checkPages(["/bread"], {}, { robots: () => ({ isAllowed: () => false }) });
    expect(account).toMatchObject({ state: "failed", failure: { code: "robots" } });
    expect(fetched).toEqual([]);
  });

  it("does not visit an address that may sign us out", async () => {
    const signIn = { kind: "header", name: "X-Key", value: "secret" } as const;
    const { account, fetched } = await checkPages(["/logout"], {}, { plan: { signIn } });
    expect(account.state).toBe("failed");
    expect(fetched).toEqual([]);
  });

  it("finishes if one of several pages was read", async () => {
    const { account } = await checkPages(["/bread", "/cake"], { "/bread": failing("http-error", 500) });
    expect(account).toMatchObject({ state: "finished", pages: { failed: 1, unchanged: 1 } });
  });
});
