import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "#test/worker/crawl/fake/crawl-fake-web.ts";
import { type FakePages, HOME, page } from "#test/worker/crawl/fake/fake-web.ts";

const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
/** A word for a number, as every article has words of its own. */
const word = (at: number) => [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");
const article = (at: number) => page(`The story of ${word(at)} and what became of it in the years that followed.`);

/** A web where every address of this kind is a page, made when it is asked for. */
function endless(pages: FakePages, make: (url: URL) => string): FakePages {
  return new Proxy(pages, { get: (own, path) => Reflect.get(own, path) ?? make(new URL(String(path), HOME)) });
}
const codes = (crawl: { account: { notChecked: { code: string }[] } }) => crawl.account.notChecked.map(({ code }) => code);

describe("crawlSite in what never ends", () => {
  it("leaves endless lists also where only links are checked", async () => {
    let made = 0;
    const pages = endless({ "/": page("/list/page/1", "/shop?visit=0", "/about"), "/about": page("About us.") }, (url) =>
      url.pathname === "/shop"
        ? page("Our bread.", ...range(3).map(() => `/shop?visit=${++made}`), "/about")
        : page("No news.", `/list/page/${Number(url.pathname.split("/").at(-1)) + 1}`, "/about"),
    );
    const plan = { pageLimit: 5_000, only: ["links"], browser: "never" } as const;
    const crawl = await crawlFakeWeb({ pages, hasBrowser: false, plan });
    expect(crawl.fetched.length).toBeLessThan(300);
    expect(crawl.account.notChecked).toMatchObject([{ code: "trap-list" }]);
  });

  it("leaves keys of visits in paths", async () => {
    let made = 0;
    const key = () => `${(++made * 7_919).toString(36)}k2j9d8s7f6g5h4j3`;
    const pages = endless({ "/": page("/s/0k2j9d8s7f6g5h4j3/shop") }, () =>
      page("Our bread.", ...range(3).map(() => `/s/${key()}/shop`)),
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(150);
    expect(codes(crawl)).toContain("trap-list");
  });

  it("leaves filters soon whose pages say nothing new at all", async () => {
    const names = ["red", "blue", "small", "large", "cheap", "new"];
    const pages = endless({ "/": page("/shop?red=1&blue=1") }, ({ pathname, search }) =>
      page("Lamps and chairs for the whole house.", ...names.map((name) => `${pathname}${search}&${name}=1`)),
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(60);
    expect(codes(crawl)).toContain("trap-filters");
  });

  it("leaves a calendar that goes on in both directions, by path, and says so with an example", async () => {
    const pages = endless({ "/": page("/about", "/events/2026/11/"), "/about": page("About us.") }, ({ pathname }) => {
      const [, , year = "", month = ""] = pathname.split("/");
      const at = Number(year) * 12 + Number(month) - 1;
      const link = (to: number) => `/events/${Math.floor(to / 12)}/${String((to % 12) + 1).padStart(2, "0")}/`;
      return page(
        `Events in ${["January", "May", "July"][at % 3]} ${year}`,
        "There are no events in this month, please look at another.",
        link(at + 1),
        link(at - 1),
      );
    });
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.outcomes["/about"]).toBe("new");
    expect(crawl.fetched.length).toBeLessThan(150);
    expect(crawl.account.notChecked).toMatchObject([
      {
        code: "trap-dates",
        message: expect.stringMatching(/of an endless calendar, such as bakery\.example\/events\//),
      },
    ]);
  });

  it("leaves a list that shows its last page for every number", async () => {
    const pages = endless({ "/": page("/list?page=1") }, (url) => {
      const at = Number(url.searchParams.get("page"));
      return page(
        `Page ${at}`,
        ...range(5).map((item) => `Loaf number ${word(Math.min(at, 7) * 10 + item)} is on the shelf.`),
        `/list?page=${at + 1}`,
      );
    });
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(100);
    // One page leads to the next: when the kind is known, a single address is left.
    expect(crawl.account.notChecked).toMatchObject([{ code: "trap-list", count: 1 }]);
  });

  it("leaves session ids under names of a site's own", async () => {
    let made = 0;
    const pages = endless({ "/": page("/shop?visit=x0") }, () =>
      page("Our bread.", ...range(3).map(() => `/shop?visit=x${++made}`)),
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(crawl.fetched.length).toBeLessThan(250);
    expect(codes(crawl)).toEqual(["trap-list"]);
  });

  it("leaves filters that show the same goods again, and keeps the goods", async () => {
    const goods = range(60).map((at) => `/bread/${word(at)}`);
    const pages = endless(
      {
        "/": page("/shop?sort=price&colour=red", ...goods),
        ...Object.fromEntries(goods.map((path, at) => [path, article(at)])),
      },
      (url) => {
        if (url.pathname !== "/shop") return page();
        const links = ["sort", "colour", "size", "brand", "view"].flatMap((name) =>
          ["a", "b", "c", "d"].map((value) => {
            const to = new URL(url);
            to.searchParams.set(name, value);
            return to.pathname + to.search;
          }),
        );
        return page(`Bread, ${[...url.searchParams.values()].join(", ")}`, ...links, ...goods.slice(0, 20));
      },
    );
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 2_000 } });
    expect(goods.every((path) => crawl.outcomes[path] === "new")).toBe(true);
    expect(crawl.fetched.length).toBeLessThan(400);
    expect(codes(crawl)).toEqual(["trap-filters"]);
  });

  it("leaves pages made again to print, share or answer them", async () => {
    const pages: FakePages = {
      "/": page("/a", "/a?print=1", "/a?share=facebook", "/a?replytocom=7", "/a?printer=epson"),
      "/a": article(1),
      "/a?printer=epson": article(2),
    };
    const crawl = await crawlFakeWeb({ pages });
    expect(Object.keys(crawl.outcomes).sort()).toEqual(["/", "/a", "/a?printer=epson"]);
    expect(crawl.account.notChecked).toMatchObject([{ code: "variants", count: 3, example: `${HOME}a?print=1` }]);
  });

  it("remembers a trap: the next crawl adds nothing of it", async () => {
    const pages = endless({ "/": page("/list?page=1") }, (url) =>
      page("The same as ever.", `/list?page=${Number(url.searchParams.get("page")) + 1}`),
    );
    const first = await crawlFakeWeb({ pages, plan: { pageLimit: 5_000 } });
    expect(first.account.learnedTraps).toHaveLength(1);
    first.memory.startNextCrawl();
    const { learnedTraps } = first.account;
    const second = await crawlFakeWeb({ pages, memory: first.memory, plan: { pageLimit: 5_000, learnedTraps } });
    expect(second.account.pages).toMatchObject({ new: 0, gone: 0 });
    expect(codes(second)).toEqual(["trap-list"]);
    expect(second.account.learnedTraps[0]?.crawlsLeft).toBe((learnedTraps[0]?.crawlsLeft ?? 0) - 1);
  });
});

describe("crawlSite in what has an end", { timeout: 60_000 }, () => {
  const crawlAll = (paths: string[], make = article) =>
    crawlFakeWeb({
      pages: { "/": page(...paths), ...Object.fromEntries(paths.map((path, at) => [path, make(at)])) },
      plan: { pageLimit: 10_000, maxConcurrency: 16 },
    });

  it("reads an archive of 3,000 articles by date, with and without names", async () => {
    const date = (at: number) =>
      `${2000 + (at % 26)}/${String((at % 12) + 1).padStart(2, "0")}/${String((at % 28) + 1).padStart(2, "0")}`;
    const named = await crawlAll(range(3_000).map((at) => `/${date(at)}/${word(at)}`));
    expect(named.account).toMatchObject({ pages: { new: 3_001 }, notChecked: [] });
    const diary = await crawlAll([...new Set(range(3_000).map((at) => `/diary/${date(at)}`))]);
    expect(diary.account.notChecked).toEqual([]);
  });

  it("reads a shop of 5,000 goods by one parameter, and one by two", async () => {
    expect((await crawlAll(range(5_000).map((at) => `/item.php?id=${at}`))).account).toMatchObject({
      pages: { new: 5_001 },
      notChecked: [],
    });
    const two = await crawlAll(range(900).map((at) => `/item.php?shelf=${at % 9}&id=${at}`));
    expect(two.account).toMatchObject({ pages: { new: 901 }, notChecked: [] });
  });

  it("reads goods of which only the numbers differ", async () => {
    const weights = (at: number) => page(`Loaf ${at}`, `Weight: ${at * 7} g`);
    expect(
      (
        await crawlAll(
          range(300).map((at) => `/item.php?id=${at}`),
          weights,
        )
      ).account,
    ).toMatchObject({ pages: { new: 301 }, notChecked: [] });
  });

  it("goes through a list of 120 pages that links only to the next", async () => {
    const pages = Object.fromEntries(
      range(120).map((at) => [`/list?page=${at}`, page(...(at < 30 ? [`/list?page=${at + 1}`] : []), `/read/${word(at)}`)]),
    );
    const articles = Object.fromEntries(range(30).map((at) => [`/read/${word(at)}`, article(at)]));
    const crawl = await crawlFakeWeb({ pages: { "/": page("/list?page=1"), ...pages, ...articles } });
    expect(crawl.account).toMatchObject({ pages: { new: 61 }, notChecked: [] });
  });
});

describe("crawlSite under a page limit", () => {
  it("takes something of every section, not a hundred pages of one archive", async () => {
    const archive = range(300).map((at) => `/archive/${word(at)}`);
    const others = ["help", "shop", "team"].flatMap((section) => range(8).map((at) => `/${section}/${word(at)}`));
    const hubs = ["/help/", "/shop/", "/team/"];
    const pages: FakePages = {
      "/": page(...archive, ...hubs),
      ...Object.fromEntries([...archive, ...others].map((path, at) => [path, article(at)])),
    };
    for (const hub of hubs) pages[hub] = page(...others.filter((path) => path.startsWith(hub)));
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 150 } });
    expect([...hubs, ...others].filter((path) => crawl.outcomes[path] !== "new")).toEqual([]);
    expect(crawl.account.notChecked).toMatchObject([{ code: "page-limit", count: 300 + 28 - 150 }]);
  });

  it("goes no further than the owner wants", async () => {
    const pages = { "/": page("/a"), "/a": page("/b"), "/b": page("/c"), "/c": page() };
    const crawl = await crawlFakeWeb({ pages, plan: { maxDepth: 2 } });
    expect(Object.keys(crawl.outcomes)).toEqual(["/", "/a", "/b"]);
    expect(crawl.account.notChecked).toMatchObject([{ code: "depth", count: 1, example: `${HOME}c` }]);
  });
});
