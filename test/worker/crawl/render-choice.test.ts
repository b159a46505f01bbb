import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, HOME, page, scripted } from "./fake/fake-web.ts";

const articles = (count: number, make: (at: number) => FakePages[string]): FakePages => {
  const paths = Array.from({ length: count }, (_, at) => `/article/${at}`);
  return { "/": page(...paths), ...Object.fromEntries(paths.map((path, at) => [path, make(at)])) };
};
/** The family of pages that `scripted` makes. */
const FAMILY = `/article/* ${extractPage(scripted(""), { url: HOME }).scripts}`;
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
    expect(crawl.account.renderProofs).toEqual({ [FAMILY]: { same: crawl.rendered.length, differ: 0 } });
  });

  it("for another sample in another Crawl", async () => {
    const proofs = { [FAMILY]: { same: 3, differ: 0 } };
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

  it("for the pages of one template once more, and reads others with the same addresses at most twice", async () => {
    const other = (at: number) => `${scripted(`Article ${at}.`)}<script>another()</script>`;
    const otherFamily = `/article/* ${extractPage(other(1), { url: HOME }).scripts}`;
    const renderProofs = { [FAMILY]: { same: 50, differ: 0 }, [otherFamily]: { same: 50, differ: 0 } };
    const pages = articles(240, (at) => (at % 2 === 0 ? built(at) : other(at)));
    const crawl = await crawlFakeWeb({ pages, plan: { renderProofs } });
    expect(crawl.account.renderProofs[FAMILY]?.differ).toBeGreaterThan(0);
    const reads = Map.groupBy(crawl.fetched, (url) => url);
    expect(Math.max(...[...reads.values()].map(({ length }) => length))).toBe(2);
    expect(crawl.checked).toContain("Article 101.");
  });

  it("for a whole proven family again once a sample of it says more", async () => {
    const renderProofs = { [FAMILY]: { same: 50, differ: 0 } };
    const pages = articles(120, (at) => (at === 60 ? page("Plain.") : built(at)));
    const crawl = await crawlFakeWeb({ pages, plan: { renderProofs } });
    expect(crawl.account.renderProofs[FAMILY]?.differ).toBeGreaterThan(0);
    expect(new Set(crawl.rendered).size).toBe(119);
    const texts = crawl.memory
      .pages()
      .flatMap(({ known }) => known.snapshot?.blocks.map(({ hash }) => crawl.memory.block(hash)?.text));
    expect(texts).not.toContain("Loading.");
    expect(texts.filter((text) => text?.startsWith("Article "))).toHaveLength(119);
    const { pages: counts, notChecked } = crawl.account;
    expect(counts).toMatchObject({ new: 121, changed: 0, gone: 119 });
    expect(notChecked).toEqual([]);
    expect(crawl.progress.at(-1)).toMatchObject({ pagesDone: 240, pagesFound: 240 });
  });

  it("for a proven family again although its HTML did not change since a sample says more", async () => {
    const trusting = { renderProofs: { [FAMILY]: { same: 50, differ: 0 } } };
    const pages = articles(120, (at) => ({ html: scripted(`Article ${at}.`), etag: '"1"' }));
    const first = await crawlFakeWeb({ pages, plan: trusting });
    first.memory.startNextCrawl();
    const edited = (at: number) => (at % 2 ? scripted(`Article ${at}.`) : scripted(`Article ${at}.`, "Edited."));
    const later = articles(120, (at) => ({ html: edited(at), etag: at % 2 ? '"1"' : '"2"', browser: page(`More ${at}.`) }));
    const second = await crawlFakeWeb({
      pages: later,
      memory: first.memory,
      checksVersion: "checks-1",
      plan: { ...trusting, crawlId: "tomorrow" },
    });
    if (second.account.renderProofs[FAMILY]?.differ === 0) throw new Error("No sample was taken: choose another crawlId.");
    expect(second.account.pages).toMatchObject({ changed: 120, failed: 0 });
    expect(second.checked).toContain("More 7.");
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

  it("again where a site has changed its scripts, for some pages if they say the same, for all if they say more", async () => {
    const renderProofs = { [FAMILY]: { same: 50, differ: 0 } };
    const rebuilt = (html: string) => html.replace("<script>", `<script src="/app.2.js"></script><script>`);
    const same = articles(60, (at) => rebuilt(harmless(at)));
    const harmlessly = await crawlFakeWeb({ pages: same, plan: { renderProofs, maxConcurrency: 1 } });
    expect(harmlessly.rendered.slice(0, 3)).toEqual([0, 1, 2].map((at) => `${HOME}article/${at}`));
    expect(harmlessly.rendered.length).toBeLessThan(20);
    const more = articles(60, (at) => ({ html: rebuilt(harmless(at)), browser: page(`More ${at}.`) }));
    const crawl = await crawlFakeWeb({ pages: more, plan: { renderProofs } });
    expect(new Set(crawl.rendered).size).toBe(60);
    expect(crawl.account.renderProofs[FAMILY]).toEqual({ same: 50, differ: 0 });
  });

  it("for a page with a script more than its neighbours, and not for them", async () => {
    const widget = { html: `${harmless(7)}<script src="/widget.js"></script>`, browser: page("Widget.") };
    const pages = articles(60, (at) => (at === 7 ? widget : harmless(at)));
    const crawl = await crawlFakeWeb({ pages, plan: { renderProofs: { [FAMILY]: { same: 50, differ: 0 } } } });
    expect(crawl.checked).toContain("Widget.");
    expect(crawl.account.rendered).toBe(1);
    expect(crawl.rendered.length).toBeLessThan(20);
  });

  it("never if the plan says so, and says which pages may say more", async () => {
    const crawl = await crawlFakeWeb({ pages: articles(5, built), plan: { browser: "never" } });
    expect(crawl.rendered).toEqual([]);
    expect(crawl.account).toMatchObject({ pages: { new: 6 }, notChecked: [{ code: "needs-browser", count: 5 }] });
  });

  it("always if the plan says so", async () => {
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
