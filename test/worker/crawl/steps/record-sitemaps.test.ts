import { describe, expect, it } from "vitest";
import { crawlFakeWeb, type FakeCrawl, type FakeCrawlOptions } from "#test/worker/crawl/fake/crawl-fake-web.ts";
import { failing, HOME, page } from "#test/worker/crawl/fake/fake-web.ts";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { buildReport } from "#worker/core/report/build-report.ts";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";

const at = (path: string) => new URL(path, HOME).href;
const missing = (url: string): LinkVerdict => ({
  ...{ url, state: "broken", rule: "links/not-found", status: 404, reason: "It is gone.", finalUrl: null },
});
const works = (url: string): LinkVerdict => ({ ...missing(url), state: "ok", rule: null, status: 200, reason: "" });
const judge = (url: string) => (/gone|lost/.test(url) ? missing(url) : works(url));

/** The sitemaps of a site by path; null: it cannot be read now. */
const reading = (files: Record<string, string[] | null>): CrawlPorts["readSitemaps"] => {
  const read = Object.entries(files).filter((entry): entry is [string, string[]] => entry[1] !== null);
  const found = new Map(read.map(([file, pages]) => [at(file), pages.map(at)]));
  const isComplete = read.length === Object.keys(files).length;
  return async (urls) =>
    urls.includes(at("/sitemap.xml"))
      ? { pages: [...found.values()].flat(), files: found, filesLeft: 0, isComplete }
      : { pages: [], files: new Map(), filesLeft: 0, isComplete: true };
};

const PAGES = { "/": page("/a"), "/a": page("A."), "/moved": { to: "/gone/2" }, "/down": failing("http-error", 500) };
const crawl = (files: Record<string, string[] | null>, more: Partial<FakeCrawlOptions> = {}) =>
  crawlFakeWeb({
    pages: PAGES,
    plan: { only: ["spelling", "links"], browser: "never" },
    verdict: judge,
    readSitemaps: reading(files),
    ...more,
  });

/** The broken targets with the places where they are reported, and the pages of the report. */
function reportOf({ memory }: FakeCrawl) {
  const report = buildReport({
    site: HOME,
    pages: memory.pages().map(({ visit, known }) => ({ visit, snapshot: known.snapshot })),
    checkedBlock: memory.checked,
    textOf: () => null,
    verdicts: memory.verdicts(),
    linkFinding: (link, verdict, url) => linkFindings(verdict, [link], url)[0] ?? null,
    ...{ ms: 0, peakRssMB: 0, now: new Date(), siteLanguage: "auto" as const },
  });
  const found = report.findings.map(({ text, occurrences }) => [
    text.replace(HOME, "/"),
    ...occurrences.map(({ url }) => url.replace(HOME, "/")).sort(),
  ]);
  return { found: found.sort(), pages: report.pages.map(({ url }) => url.replace(HOME, "/")) };
}

describe("recordSitemaps", () => {
  it("reports missing pages and files at the sitemap that names them, and counts it as no page", async () => {
    const { found, pages } = reportOf(
      await crawl({ "/sitemap.xml": ["/", "/a", "/gone", "/lost.pdf", "/here.pdf", "/moved"] }),
    );
    expect(found).toEqual([
      ["/gone", "/sitemap.xml"],
      ["/lost.pdf", "/sitemap.xml"],
    ]);
    expect(pages).not.toContain("/sitemap.xml");
  });

  it("requests what a redirect leads to, and what failed, once more as a link", async () => {
    const requested: string[] = [];
    const verdict = (url: string) => {
      requested.push(url);
      return judge(url);
    };
    await crawl({ "/sitemap.xml": ["/moved", "/down", "/a"] }, { verdict });
    expect(requested.sort()).toEqual([at("/down"), at("/moved")]);
  });

  it("names each of several sitemaps, and the pages that link there, too", async () => {
    const pages = { ...PAGES, "/": page("/a", "/gone") };
    const { found } = reportOf(await crawl({ "/sitemap.xml": ["/gone"], "/old.xml": ["/gone", "/lost"] }, { pages }));
    expect(found).toEqual([
      ["/gone", "/", "/old.xml", "/sitemap.xml"],
      ["/lost", "/old.xml"],
    ]);
  });

  it("leaves alone what is out of scope, over the page limit or disallowed", async () => {
    const files = { "/sitemap.xml": ["/gone", "https://mill.example/gone", "/private/gone"] };
    const robots = () => ({ isAllowed: (url: string) => !url.includes("/private") });
    expect(reportOf(await crawl(files, { robots })).found).toEqual([["/gone", "/sitemap.xml"]]);
    const limited = await crawl(files, { plan: { only: ["links"], browser: "never", pageLimit: 2 } });
    expect(reportOf(limited).found).toEqual([]);
  });

  it("forgets a page that is back or named no more, and a sitemap that is named no more", async () => {
    const { memory } = await crawl({ "/sitemap.xml": ["/gone", "/gone/b"], "/old.xml": ["/lost"] });
    memory.startNextCrawl();
    const next = await crawl({ "/sitemap.xml": ["/gone"] }, { memory });
    expect(reportOf(next).found).toEqual([["/gone", "/sitemap.xml"]]);
    memory.startNextCrawl();
    const pages = { ...PAGES, "/gone": page("Here again.") };
    expect(reportOf(await crawl({ "/sitemap.xml": ["/gone"] }, { memory, pages })).found).toEqual([]);
  });

  it("keeps what is known of a sitemap that cannot be read now", async () => {
    const { memory } = await crawl({ "/sitemap.xml": ["/gone"] });
    memory.startNextCrawl();
    expect(reportOf(await crawl({ "/sitemap.xml": null }, { memory })).found).toEqual([["/gone", "/sitemap.xml"]]);
  });

  it("marks what the first reading of a known site's sitemaps finds as nothing new, but not on a new site", async () => {
    const isOld = ({ memory }: FakeCrawl) =>
      memory.pages().find(({ visit }) => visit.url === at("/sitemap.xml"))?.visit.isReread;
    const first = await crawl({});
    first.memory.startNextCrawl();
    const second = await crawl({ "/sitemap.xml": ["/gone"] }, { memory: first.memory });
    expect(isOld(second)).toBe(true);
    second.memory.startNextCrawl();
    expect(isOld(await crawl({ "/sitemap.xml": ["/gone", "/gone/b"] }, { memory: first.memory }))).toBe(false);
    expect(isOld(await crawl({ "/sitemap.xml": ["/gone"] }))).toBe(false);
  });
});
