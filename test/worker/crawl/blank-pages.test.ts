import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { page, scripted } from "./fake/fake-web.ts";

const BLANK = `<!doctype html><title>A page</title><div id="root"></div>`;
const ALBUM = `${BLANK}<a href="/1"><img src="/1.jpg" alt=""></a>`;

describe("a page that shows no text", () => {
  it("is not checked, and the account names it", async () => {
    const { account, outcomes } = await crawlFakeWeb({ pages: { "/": page("Home.", "/blank"), "/blank": BLANK } });
    expect(outcomes).toEqual({ "/": "new", "/blank": "failed no-text" });
    expect(account.notChecked).toEqual([
      expect.objectContaining({ code: "no-text", count: 1, example: "https://bakery.example/blank" }),
    ]);
    expect(account.notChecked[0]?.message).toMatch(
      /^We could not check 1 page, because it showed no text, such as bakery\.example\/blank\. Open it/,
    );
  });

  it("is not checked after its scripts ran, either", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("Home.", "/app"), "/app": `${BLANK}<script>run()</script>` },
    });
    expect(crawl.outcomes).toMatchObject({ "/app": "failed no-text" });
  });

  it("keeps what was known about its text", async () => {
    const first = await crawlFakeWeb({ pages: { "/": page("Home.", "/a"), "/a": page("We recieve guests.") } });
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ pages: { "/": page("Home.", "/a"), "/a": BLANK }, memory: first.memory });
    expect(second.outcomes["/a"]).toBe("failed no-text");
    expect(second.memory.pages().find(({ visit }) => visit.url.endsWith("/a"))?.known.snapshot?.blocks.length).toBeGreaterThan(
      0,
    );
  });

  it("is read for its links and pictures, and counted all the same", async () => {
    const { account, outcomes } = await crawlFakeWeb({ pages: { "/": ALBUM, "/1": page("One.") } });
    expect(outcomes).toEqual({ "/": "new", "/1": "new" });
    expect(account.notChecked).toMatchObject([{ code: "no-text", count: 1 }]);
  });

  it("does not end the crawl as a start page: the sitemap may name others", async () => {
    const { account, outcomes } = await crawlFakeWeb({ pages: { "/": BLANK, "/a": page("A.") }, sitemap: ["/a"] });
    expect(outcomes).toEqual({ "/": "failed no-text", "/a": "new" });
    expect(account.state).toBe("finished");
  });

  it("is rendered even where the HTML of its neighbours is enough", async () => {
    const names = Array.from({ length: 8 }, (_, at) => `/p/${at}`);
    const full = Object.fromEntries(names.map((name) => [name, scripted(`Text of ${name}`)]));
    const shell = { "/p/shell": { html: `${BLANK}<script>run()</script>`, browser: page("From the script.") } };
    const crawl = await crawlFakeWeb({
      pages: { "/": page("Home.", ...names, "/p/shell"), ...full, ...shell },
      plan: { maxConcurrency: 1 },
    });
    expect(crawl.outcomes["/p/shell"]).toBe("new");
    expect(crawl.checked).toContain("From the script.");
  });
});
