import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./crawl-fake-web.ts";
import { type FakePages, HOME, page, scripted } from "./fake-web.ts";

const articles = (count: number, make: (at: number) => FakePages[string]): FakePages => {
  const paths = Array.from({ length: count }, (_, at) => `/article/${at}`);
  return { "/": page(...paths), ...Object.fromEntries(paths.map((path, at) => [path, make(at)])) };
};
const harmless = (at: number) => scripted(`Article ${at}.`);
const built = (at: number) => ({ html: scripted("Loading."), browser: page(`Article ${at}.`, `/more/${at}`) });

describe("crawlSite chooses the browser", () => {
  it("for no page where nothing runs", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(20, (at) => page(`Article ${at}.`)) });
    expect(crawl.rendered).toEqual([]);
    expect(crawl.account).toMatchObject({ rendered: 0, renderProofs: {} });
  });

  it("for the first pages of a family, until they have shown that their HTML says it all", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(100, harmless), plan: { maxConcurrency: 1 } });
    expect(crawl.account.rendered).toBe(0);
    expect(crawl.rendered.slice(0, 3)).toEqual([0, 1, 2].map((at) => `${HOME}article/${at}`));
    expect(crawl.rendered.length).toBeGreaterThan(3);
    expect(crawl.rendered.length).toBeLessThan(20);
    expect(crawl.account.renderProofs).toEqual({ "/article/*": { same: crawl.rendered.length, differ: 0 } });
  });

  it("for another sample in another Crawl", async () => {
    const proofs = { "/article/*": { same: 3, differ: 0 } };
    const pages = articles(200, harmless);
    const [one, two] = await Promise.all(
      ["one", "two"].map((crawlId) => crawlFakeWeb({ pages, plan: { crawlId, renderProofs: proofs } })),
    );
    expect(one?.rendered.length).toBeGreaterThan(0);
    expect(two?.rendered.length).toBeGreaterThan(0);
    expect(one?.rendered.toSorted()).not.toEqual(two?.rendered.toSorted());
  });

  it("for every page of a family where one said more, and reads what scripts built", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(20, built) });
    expect(crawl.rendered).toHaveLength(20);
    expect(crawl.account.rendered).toBe(20);
    expect(crawl.checked).toContain("Article 19.");
    expect(crawl.checked).not.toContain("Loading.");
    expect(crawl.fetched).toContain(`${HOME}more/7`);
  });

  it("unconditionally for a page that a browser read last time", async () => {
    const pages = articles(2, (at) => ({ ...built(at), etag: '"1"' }));
    const first = await crawlFakeWeb({ pages });
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ pages, memory: first.memory, plan: { renderProofs: first.account.renderProofs } });
    expect(second.rendered).toHaveLength(2);
    expect(second.account.pages).toMatchObject({ unchanged: 3, changed: 0 });
    expect(second.conditional).toEqual([HOME]);
    expect(second.checked).toEqual([]);
  });

  it("never when told so, and says which pages may say more", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(5, built), plan: { browser: "never" } });
    expect(crawl.rendered).toEqual([]);
    expect(crawl.account).toMatchObject({ pages: { new: 6 }, notChecked: [{ code: "needs-browser", count: 5 }] });
  });

  it("always when told so", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(5, (at) => page(`Article ${at}.`)), plan: { browser: "always" } });
    expect(crawl.rendered).toHaveLength(6);
    expect(crawl.account.rendered).toBe(6);
  });

  it("and reads nothing by half measures where there is none", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/plain", "/built"), "/plain": page("Plain."), "/built": built(1) },
      hasBrowser: false,
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/plain": "new", "/built": "failed browser-crash" });
    expect(crawl.checked).not.toContain("Loading.");
    expect(crawl.account.notChecked).toMatchObject([{ code: "failed", count: 1 }]);
  });

  it("and takes a page that crashed it for failed, not for what its HTML says", async () => {
    const crash = { code: "browser-crash", message: "The page crashed the browser." } as const;
    const crawl = await crawlFakeWeb({
      pages: {
        "/": page("/bad", "/good"),
        "/bad": { html: scripted("Half."), browser: crash },
        "/good": built(1),
        "/more/1": page("More."),
      },
    });
    expect(crawl.outcomes).toMatchObject({ "/bad": "failed browser-crash", "/good": "new", "/more/1": "new" });
    expect(crawl.rendered.filter((url) => url.endsWith("/bad"))).toHaveLength(2);
    expect(crawl.checked).not.toContain("Half.");
  });
});
