import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { failing, HOME, page } from "./fake/fake-web.ts";

describe("crawlSite visits", () => {
  it("each page once, however many link to it", async () => {
    const links = ["/", "/bread", "/cake", "/bread#rye", "/cake?utm_source=mail", "/./bread"];
    const crawl = await crawlFakeWeb({ pages: { "/": page(...links), "/bread": page(...links), "/cake": page(...links) } });
    expect(crawl.fetched).toEqual([HOME, `${HOME}bread`, `${HOME}cake`]);
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 3 }, notChecked: [] });
  });

  it("further pages while the dictionaries for the first one still load", async () => {
    const loaded = Promise.withResolvers<void>();
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/bread", "Bread."), "/bread": page("Rye.") },
      onRequest: (url) => url === `${HOME}bread` && loaded.resolve(),
      checkBlocks: async () => {
        await loaded.promise;
        return [];
      },
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/bread": "new" });
  });

  it("redirects and their targets as one page", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/bread", "/old"), "/bread": { to: "/bread/" }, "/bread/": page("Rye."), "/old": { to: "/bread/" } },
    });
    expect(crawl.outcomes).toEqual({
      "/": "new",
      "/bread": "skipped duplicate",
      "/bread/": "new",
      "/old": "skipped duplicate",
    });
    expect(crawl.checked.filter((text) => text === "Rye.")).toHaveLength(1);
  });

  it("duplicates by rel=canonical as one page, in circles and chains too", async () => {
    const named = (canonical: string, text: string) => `<link rel="canonical" href="${canonical}">${page(text, "#top")}`;
    const crawl = await crawlFakeWeb({
      pages: {
        "/": page("/a", "/b", "/c", "/print", "/shop?sort=up"),
        "/a": named("/b", "One text."),
        "/b": named("/a", "One text."),
        "/c": named("/a", "One text."),
        "/print": named("/moved", "Final."),
        "/moved": { to: "/final" },
        "/final": page("Final.", "#top"),
        "/shop?sort=up": named("/shop", "Shop."),
        "/shop": page("Shop.", "#top"),
      },
      plan: { maxConcurrency: 1 },
    });
    const { "/a": a, "/b": b, ...others } = crawl.outcomes;
    expect([a, b].sort()).toEqual(["new", "skipped duplicate"]);
    expect(others).toEqual({
      "/": "new",
      "/c": "skipped duplicate",
      "/print": "skipped duplicate",
      "/moved": "skipped duplicate",
      "/final": "new",
      "/shop?sort=up": "skipped duplicate",
      "/shop": "new",
    });
  });

  // rel=canonical is a hint (RFC 6596). Themes that name the front page everywhere, and lists that name their first part, are common:
  // the texts of such pages used to be dropped without a word.
  it.each([1, 4])("pages that say something else than the one that they name, %i at a time", async (maxConcurrency) => {
    const named = (canonical: string, ...parts: string[]) => `<link rel="canonical" href="${canonical}">${page(...parts)}`;
    const crawl = await crawlFakeWeb({
      pages: {
        "/": named("/", "Welcome.", "/lamp", "/list?page=2", "/en", "/same"),
        "/lamp": named("/", "A lamp.", "/manual"),
        "/manual": named("/", "How to light it."),
        "/list?page=2": named("/list", "Chairs 11 to 20."),
        "/list": page("Chairs 1 to 10."),
        "/en": named("/de", "Hello."),
        "/de": named("/en", "Guten Tag."),
        "/same": named("/", "Welcome.", "/lamp", "/list?page=2", "/en", "/other"),
        "/other": named("/", "Welcome.", "/lamp", "/list?page=2", "/en", "/same"),
      },
      plan: { maxConcurrency },
    });
    expect(new Set(Object.values(crawl.outcomes))).toEqual(new Set(["new", "skipped duplicate"]));
    expect(Object.keys(crawl.outcomes).filter((path) => crawl.outcomes[path] !== "new")).toEqual(["/other"]);
    expect(crawl.checked).toEqual(expect.arrayContaining(["A lamp.", "How to light it.", "Chairs 11 to 20.", "Guten Tag."]));
  });

  it("the same pages and duplicates at the next crawl, when nothing has changed", async () => {
    const pages = {
      "/": { html: page("Welcome.", "/print", "/lamp"), etag: "1" },
      "/text": { html: page("A text."), etag: "2" },
      "/print": `<link rel="canonical" href="/text">${page("A text.")}`,
      "/lamp": `<link rel="canonical" href="/">${page("A lamp.")}`,
    };
    const first = await crawlFakeWeb({ pages });
    expect(first.outcomes).toEqual({ "/": "new", "/print": "skipped duplicate", "/lamp": "new", "/text": "new" });
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ pages, memory: first.memory });
    expect(second.outcomes).toEqual({
      "/": "unchanged",
      "/print": "skipped duplicate",
      "/lamp": "unchanged",
      "/text": "unchanged",
    });
  });

  it("one page under many parameters once", async () => {
    const pages = {
      "/": page("/cake?from=menu", "/cake?from=footer", "/cake", "/cake?id=2", "/app?id=1", "/app?id=2"),
      "/cake?from=menu": page("Cake.", "#top", "?share=1"),
      "/cake?from=footer": page("Cake.", "#top", "?share=1"),
      "/cake": page("Cake.", "#top", "?share=1"),
      "/cake?share=1": page("Share it."),
      "/cake?id=2": page("Another cake.", "#top", "?share=1"),
      "/app?id=1": `<title>App</title><img src="/app.png">`,
      "/app?id=2": `<title>App</title><img src="/app.png">`,
    };
    const first = await crawlFakeWeb({ pages, plan: { maxConcurrency: 1 } });
    expect(first.outcomes).toMatchObject({
      "/cake?from=menu": "new",
      "/cake?from=footer": "skipped duplicate",
      "/cake": "skipped duplicate",
      "/cake?id=2": "new",
      "/app?id=1": "new",
      "/app?id=2": "new",
    });
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ pages, memory: first.memory });
    expect(second.account.pages).toMatchObject({ new: 0, changed: 0, skipped: 2 });
  });

  it.each([
    ["gone", failing("not-found", 404)],
    ["forbidden", failing("forbidden", 403)],
    ["failing", failing("http-error", 500)],
  ])("a page as itself when the one that it names is %s", async (_name, answer) => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/a"), "/a": `<link rel="canonical" href="/b">${page("Still worth reading.")}`, "/b": answer },
    });
    expect(crawl.outcomes["/a"]).toBe("new");
    expect(crawl.checked).toContain("Still worth reading.");
  });

  it("a page as itself when the one that it names is not of the site", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": `<link rel="canonical" href="https://other.example/">${page("Here.")}` },
    });
    expect(crawl.outcomes).toEqual({ "/": "new" });
  });

  it("no page of another host, and none that leads there", async () => {
    const crawl = await crawlFakeWeb({
      pages: {
        "/": page("https://mill.example/", "/out"),
        "/out": { to: "https://mill.example/" },
        "https://mill.example/": page("Flour."),
      },
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/out": "skipped out-of-scope" });
    expect(crawl.checked).not.toContain("Flour.");
  });

  it("only what include and exclude patterns leave", async () => {
    const links = ["/en/bread", "/en/cart", "/fr/pain"];
    const pages = { "/": page(...links), ...Object.fromEntries(links.map((link) => [link, page(link.slice(1))])) };
    const crawl = await crawlFakeWeb({ pages, plan: { include: ["/en"], exclude: ["*cart*"] } });
    expect(Object.keys(crawl.outcomes)).toEqual(["/", "/en/bread"]);
  });

  it("no files", async () => {
    const crawl = await crawlFakeWeb({ pages: { "/": page("/ok", "/price.pdf", "/flour.JPG"), "/ok": page("Ok.") } });
    expect(crawl.fetched).toEqual([HOME, `${HOME}ok`]);
  });

  // A hint for search engines: visitors follow these links, and whole sites say nofollow until they go live.
  it("what links and pages ask search engines not to follow to, too", async () => {
    const none = '<meta name="robots" content="noindex, nofollow">';
    const crawl = await crawlFakeWeb({
      pages: {
        "/": `${none}${page("/ok")}<a rel="noopener NoFollow" href="/imprint">Imprint</a>`,
        "/ok": `${none}${page("/terms")}`,
        "/imprint": page("You will recieve mail."),
        "/terms": page("Terms."),
      },
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/ok": "new", "/imprint": "new", "/terms": "new" });
  });

  it("filters behind nofollow after all other pages, if there is room", async () => {
    const filters = Array.from(
      { length: 30 },
      (_, at) => `<a rel=nofollow href="/loaves?of=${"abcdefghij"[at % 10]}&at=${at}">f</a>`,
    );
    const pages = {
      "/": page("/loaves"),
      "/loaves": `${page("/rye")}${filters.join("")}<a href="/loaves?of=a&at=0">f</a>`,
      "/rye": page("/deep"),
      "/deep": page("/deeper"),
      "/deeper": page("Deep."),
    };
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 6 } });
    expect(Object.keys(crawl.outcomes).sort()).toEqual(["/", "/deep", "/deeper", "/loaves", "/loaves?of=a&at=0", "/rye"]);
    expect(crawl.account.notChecked.find(({ code }) => code === "page-limit")?.count).toBe(29);
  });

  // The Content-Type says what an address holds (RFC 9110, 8.3), not its ending.
  it("pages that are named like files, wherever they are named, and at the next crawl too", async () => {
    const wiki = ["/wiki/Node.js", "/wiki/Image:Quay.JPG", "/wiki/ASP.NET.zip"];
    const pages = {
      "/": page("/wiki/Node.js", "/price.pdf", "/private/plan.pdf"),
      "/wiki/Node.js": page("/wiki/Image:Quay.JPG", "You recieve."),
      "/wiki/Image:Quay.JPG": page("The quay."),
      "/wiki/ASP.NET.zip": page("A framework."),
      "/private/plan.pdf": page("Not for us."),
    };
    const web = {
      pages,
      sitemap: ["/wiki/ASP.NET.zip", "/film.mp4"],
      robots: () => ({ isAllowed: (url: string) => !url.includes("/private/") }),
    };
    const first = await crawlFakeWeb(web);
    expect(first.outcomes).toEqual({ "/": "new", ...Object.fromEntries(wiki.map((path) => [path, "new"])) });
    expect(first.checked).toContain("You recieve.");
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ ...web, memory: first.memory });
    expect(second.account.pages).toMatchObject({ unchanged: 4, new: 0 });
  });

  it("every page that a parameter chooses, also one that looks like a session", async () => {
    const [rye, oats] = ["0a9f3c77b2d14e5f8a", "9a9f3c77b2d14e5f8b"];
    const pages = {
      "/": page(`/talk?session=${rye}`, `/talk?session=${oats}`, `/about?session=${rye}&PHPSESSID=${oats}`, "/shop?sid=5"),
      [`/talk?session=${rye}`]: page("On rye."),
      [`/talk?session=${oats}`]: page("On oats."),
      [`/about?session=${rye}`]: page("About.", `/shop?sess=${rye}`),
      "/shop?sid=5": page("Flour."),
      "/shop": page("All."),
    };
    const first = await crawlFakeWeb({ pages });
    expect(first.outcomes).toEqual(Object.fromEntries(Object.keys(pages).map((path) => [path, "new"])));
    first.memory.startNextCrawl();
    expect((await crawlFakeWeb({ pages, memory: first.memory })).account.pages).toMatchObject({ new: 0, unchanged: 6 });
  });

  it("leaves out what is no HTML, and says so", async () => {
    const crawl = await crawlFakeWeb({ pages: { "/": page("/download"), "/download": failing("not-html", 200) } });
    expect(crawl.outcomes["/download"]).toBe("skipped not-html");
    expect(crawl.account.notChecked).toMatchObject([{ code: "not-html", count: 1 }]);
  });

  it("pages that only the sitemap names", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/a"), "/a": page("A."), "/orphan": page("Orphan.") },
      sitemap: ["/orphan", "/a", "/a?utm_source=x", "https://other.example/", "/catalogue.pdf"],
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/a": "new", "/orphan": "new" });
  });
});

describe("crawlSite begins", () => {
  it("where the start address leads", async () => {
    const crawl = await crawlFakeWeb({ pages: { "/": { to: "/en" }, "/en": page("/en/bread"), "/en/bread": page("Rye.") } });
    expect(crawl.outcomes).toEqual({ "/": "skipped duplicate", "/en": "new", "/en/bread": "new" });
    expect(crawl.account.state).toBe("finished");
  });

  it.each([
    [failing("robots"), "robots", "bakery.example"],
    [failing("not-html", 200), "not-html", "is not a web page"],
    [failing("http-error", 500), "http-error", "We could not read"],
    [failing("not-found", 404), "not-found", "We could not read"],
    [{ to: "https://other.example/" }, "out-of-scope", "Add the site under that address"],
    [{ to: "/" }, "redirect-loop", "We could not read"],
  ] as const)("not at all where the start page fails: %j", async (answer, code, words) => {
    const crawl = await crawlFakeWeb({ pages: { "/": answer, "/a": page("A.") }, sitemap: ["/a"] });
    expect(crawl.account).toMatchObject({ state: "failed", failure: { code, message: expect.stringContaining(words) } });
    expect(crawl.fetched.every((url) => url === HOME)).toBe(true);
  });

  it("not at all where robots.txt denies the start page, and says how to allow it", async () => {
    const crawl = await crawlFakeWeb({ pages: { "/": page("x") }, robots: () => ({ isAllowed: () => false }) });
    const message = expect.stringMatching(/robots\.txt of bakery\.example disallows .*Allow “FlawlessBot”/);
    expect(crawl.account).toMatchObject({ state: "failed", failure: { code: "robots", message } });
    expect(crawl.fetched).toEqual([]);
  });

  it("not at all where robots.txt cannot be read, and does not say that it denies", async () => {
    const failure = { code: "robots", message: "We could not read the site's robots.txt (error 503)." } as const;
    const crawl = await crawlFakeWeb({ pages: { "/": page("x") }, robots: () => ({ isAllowed: () => false, failure }) });
    const message = `We could not visit ${HOME}. ${failure.message}`;
    expect(crawl.account).toMatchObject({ state: "failed", failure: { code: "robots", message } });
    expect(crawl.fetched).toEqual([]);
  });

  it("when robots.txt could be read at the second try", async () => {
    let asked = 0;
    const failure = { code: "connection", message: "The connection broke." } as const;
    const robots = () => (asked++ === 0 ? { isAllowed: () => false, failure } : {});
    const crawl = await crawlFakeWeb({ pages: { "/": page("/a"), "/a": page("A.") }, robots });
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: 2 } });
    expect(asked).toBe(2);
  });

  it("without the pages that robots.txt denies, and counts them", async () => {
    const crawl = await crawlFakeWeb({
      pages: { "/": page("/a", "/private/1", "/private/2"), "/a": page("A.") },
      robots: () => ({ isAllowed: (url) => !url.includes("/private/") }),
    });
    expect(crawl.outcomes).toMatchObject({ "/private/1": "skipped robots", "/private/2": "skipped robots", "/a": "new" });
    expect(crawl.fetched).toEqual([HOME, `${HOME}a`]);
    expect(crawl.account.notChecked).toMatchObject([{ code: "robots", count: 2 }]);
  });
});
