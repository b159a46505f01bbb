import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, HOME, page } from "./fake/fake-web.ts";

/** Pages `/1` to `/count`, each with a text of its own. */
function numbered(count: number, prefix = ""): FakePages {
  return Object.fromEntries(range(count).map((at) => [`/${prefix}${at}`, page(`Text ${prefix}${at}.`)]));
}

const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** A web where every address of this kind is a page, made when it is asked for. */
function endless(pages: FakePages, make: (url: URL) => string): FakePages {
  return new Proxy(pages, { get: (own, path) => Reflect.get(own, path) ?? make(new URL(String(path), HOME)) });
}

describe("crawlSite under a page limit", () => {
  it("reads so many pages, those near the start first, and counts the others", async () => {
    const pages = {
      "/": page("/a", "/b"),
      "/a": page("/a1", "/a2"),
      "/b": page("/b1"),
      "/a1": page("Text."),
      "/a2": page("Text."),
      "/b1": page("Text."),
    };
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 4, maxConcurrency: 1 } });
    expect(Object.keys(crawl.outcomes)).toEqual(["/", "/a", "/b", "/a1"]);
    expect(crawl.account).toMatchObject({ state: "finished", notChecked: [{ code: "page-limit", count: 2 }] });
  });

  it("prefers pages that are linked to over those that only a sitemap names", async () => {
    const pages = { "/": page("/a"), "/a": page("/b"), "/b": page("Text."), "/orphan": page("Text.") };
    const crawl = await crawlFakeWeb({ pages, sitemap: ["/orphan"], plan: { pageLimit: 3 } });
    expect(Object.keys(crawl.outcomes)).toEqual(["/", "/a", "/b"]);
    expect(crawl.account.notChecked).toMatchObject([{ code: "page-limit", count: 1 }]);
  });

  it("watches the same pages each time", async () => {
    const pages: FakePages = { "/": page(...range(9).map((at) => `/${at}`)), ...numbered(9) };
    const first = await crawlFakeWeb({ pages, plan: { pageLimit: 5 } });
    first.memory.startNextCrawl();
    const turned = { ...pages, "/": page(...range(9).map((at) => `/${10 - at}`)) };
    const second = await crawlFakeWeb({ pages: turned, memory: first.memory, plan: { pageLimit: 5, maxConcurrency: 1 } });
    expect(second.account.pages).toMatchObject({ new: 0, unchanged: 4, changed: 1 });
  });

  it("gives the places of redirects and duplicates to other pages", async () => {
    const pages: FakePages = {
      "/": page("/r1", "/r2", "/t", "/1", "/2", "/3"),
      "/r1": { to: "/1" },
      "/r2": { to: "https://elsewhere.example/" },
      "/t": `<link rel="canonical" href="/1">${page("Text 1.")}`,
      ...numbered(3),
    };
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 4 } });
    expect(crawl.account.pages).toMatchObject({ new: 4, skipped: 3 });
    expect(crawl.account.notChecked).toEqual([]);
  });

  it("gives the place of what is settled last to a page that waits", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/out", "/1"), "/out": { to: "https://elsewhere.example/" }, ...numbered(1) },
      plan: { pageLimit: 2 },
    });
    expect(crawl.outcomes).toMatchObject({ "/1": "new" });
  });

  it.each(["redirect", "canonical"])("ends on a site where each address leads to yet another by %s", async (how) => {
    let made = 0;
    const next = () => `/${String(made++).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}-next`;
    const pages: FakePages = new Proxy<FakePages>(
      { "/": page(...range(20).map(next)) },
      {
        get: (own, path) =>
          Reflect.get(own, path) ??
          (how === "redirect" ? { to: next() } : `<link rel="canonical" href="${next()}">${page("x")}`),
      },
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 10 } });
    expect(crawl.account.state).toBe("finished");
    expect(crawl.fetched.length).toBeLessThan(300);
  });
});

describe("crawlSite in traps", () => {
  it("leaves a calendar without end", async () => {
    const pages = endless({ "/": page("/about", "/calendar?year=2026&month=1"), "/about": page("About us.") }, (url) => {
      const [year, month] = ["year", "month"].map((name) => Number(url.searchParams.get(name)));
      const at = (year ?? 0) * 12 + (month ?? 0);
      const link = (to: number) => `/calendar?year=${Math.floor(to / 12)}&month=${to % 12}`;
      return page(link(at + 1), link(at + 12), link(at - 1), link(at - 12));
    });
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.outcomes["/about"]).toBe("new");
    expect(crawl.fetched.length).toBeLessThan(600);
    expect(crawl.account.notChecked.map(({ code }) => code)).toContain("trap-dates");
  });

  it("does not take session ids for pages", async () => {
    let session = 0;
    const links = () => ["/", "/bread", "/cake"].map((path) => `${path}?PHPSESSID=${session++}`);
    const withSession = () => page(...links(), `/tea;jsessionid=${session++}?a=1`);
    const crawl = await crawlFakeWeb({
      pages: { "/": withSession, "/bread": withSession, "/cake": withSession, "/tea?a=1": withSession },
    });
    expect(Object.keys(crawl.outcomes).sort()).toEqual(["/", "/bread", "/cake", "/tea?a=1"]);
  });

  it("leaves paths that feed on themselves", async () => {
    const pages = endless({ "/": page("/news/") }, ({ pathname }) =>
      pathname.endsWith("page") ? page("Text.") : page(`${pathname}news/`, `${pathname}about/`, `${pathname}page`),
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(200);
    expect(crawl.account.notChecked).toMatchObject([{ code: "trap-path" }]);
  });

  it("leaves filters that multiply", async () => {
    const values = ["red", "blue", "green", "gold", "grey"];
    const pages = endless({ "/": page("/shop?a=red&b=red&c=red") }, (url) =>
      page(
        ...["a", "b", "c", "d"].flatMap((name) =>
          values.map((value) => {
            const to = new URL(url);
            to.searchParams.set(name, value);
            return to.pathname + to.search;
          }),
        ),
      ),
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(150);
    expect(crawl.account.notChecked.map(({ code }) => code)).toContain("trap-filters");
  });

  it("leaves what is too many clicks away", async () => {
    const names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP".split("");
    const chain = Object.fromEntries(names.map((name, at) => [`/${name}`, page(`/${names[at + 1] ?? ""}`)]));
    const crawl = await crawlFakeWeb({ pages: { "/": page("/a"), ...chain } });
    expect(crawl.account.pages.new).toBe(33);
    expect(crawl.account.notChecked).toMatchObject([{ code: "depth", count: 1 }]);
  });

  it("visits a site of many pages by number and by one parameter", async () => {
    const paths = range(300).map((at) => (at % 2 ? `/2026/07/${at}` : `/article?id=${at}`));
    const pages = { "/": page(...paths), ...Object.fromEntries(paths.map((path) => [path, page(path.slice(1))])) };
    const crawl = await crawlFakeWeb({ pages });
    expect(crawl.account).toMatchObject({ pages: { new: 301 }, notChecked: [] });
  });
});
