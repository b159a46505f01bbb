import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, failing, page } from "./fake/fake-web.ts";

/** Pages `/1` to `/count`, each with a text of its own. */
function numbered(count: number, prefix = ""): FakePages {
  return Object.fromEntries(range(count).map((at) => [`/${prefix}${at}`, page(`Text ${prefix}${at}.`)]));
}

const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("crawlSite within its time", () => {
  it("takes up no page after it, keeps what is done and counts the others", async () => {
    let time = 0;
    const crawl = await crawlFakeWeb({
      pages: { "/": page(...range(9).map((at) => `/${at}`)), ...numbered(9) },
      plan: { timeBudgetMs: 5_500, maxConcurrency: 1 },
      onRequest: () => {
        time += 1_000;
      },
      now: () => time,
    });
    const { state, pages, notChecked } = crawl.account;
    expect(state).toBe("finished");
    expect(pages.new).toBe(6);
    expect(notChecked).toMatchObject([{ code: "time-limit", count: 4 }]);
  });

  it("says so when it is a Crawl-delay that used the time up", async () => {
    let time = 0;
    const crawl = await crawlFakeWeb({
      pages: { "/": page(...range(9).map((at) => `/${at}`)), ...numbered(9) },
      robots: () => ({ crawlDelayMs: 1_000 }),
      plan: { timeBudgetMs: 5_500, maxConcurrency: 1 },
      onRequest: () => {
        time += 1_000;
      },
      now: () => time,
    });
    expect(crawl.account.notChecked).toMatchObject([{ code: "crawl-delay", count: 4 }]);
  });

  it("retries nothing after it", async () => {
    let time = 0;
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/1"), "/1": failing("timeout") },
      plan: { timeBudgetMs: 1_500 },
      onRequest: () => {
        time += 1_000;
      },
      now: () => time,
    });
    expect(crawl.account).toMatchObject({ pages: { new: 1, failed: 0 }, notChecked: [{ code: "time-limit", count: 1 }] });
  });
});

describe("crawlSite accounts", () => {
  it("for every address that it found: visited or left out, and why", async () => {
    const repeated = "/x/x/x/x/x";
    const pages = {
      "/": page(...range(12).map((at) => `/${at}`), "/out", "/gone", "/file", "/secret", "/huge", "/broken", repeated),
      ...numbered(12),
      "/out": { to: "https://elsewhere.example/" },
      "/file": failing("not-html", 200),
      "/huge": failing("too-large", 200),
      "/broken": failing("http-error", 500),
    };
    for (const pageLimit of [1, 5, 10, 18, 19, 100]) {
      const crawl = await crawlFakeWeb({
        pages,
        plan: { pageLimit },
        robots: () => ({ isAllowed: (url) => !url.endsWith("secret") }),
      });
      const { pages: counts, notChecked } = crawl.account;
      const visited = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const of = (code: string) => notChecked.find((left) => left.code === code)?.count ?? 0;
      expect(visited + of("page-limit") + of("trap-path")).toBe(20);
      expect(of("failed")).toBe(counts.failed - of("too-large"));
      expect(visited).toBe(Object.keys(crawl.outcomes).length);
      expect(counts.new + counts.failed + counts.gone).toBeLessThanOrEqual(pageLimit);
    }
  });
});
