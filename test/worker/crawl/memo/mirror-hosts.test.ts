import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "#test/worker/crawl/fake/crawl-fake-web.ts";
import { type FakePages, HOME, page } from "#test/worker/crawl/fake/fake-web.ts";

const text = (words: string, ...links: string[]) =>
  `<!doctype html><html lang="en"><title>A page</title><p>${words}</p>${links.map((href) => `<a href="${href}">more</a>`).join("")}`;

describe("crawlSite on a site that is served by http and https, with www and without", () => {
  const NAMES = [
    "https://bakery.example/",
    "http://bakery.example/",
    "https://www.bakery.example/",
    "http://www.bakery.example/",
  ];
  const PATHS = Array.from({ length: 40 }, (_, at) => `loaf/${at}`);
  /** Each page leads to the next two, and to the others' addresses of itself. */
  const say = (path: string, at: number) => {
    const next = [PATHS[at + 1], PATHS[at + 2]].flatMap((to) => (to ? [`/${to}`] : []));
    return text(`Our loaf number ${at + 1}.`, ...next, ...NAMES.map((name) => name + path));
  };
  const everywhere = () =>
    Object.fromEntries(NAMES.flatMap((name) => ["", ...PATHS].map((path, at) => [name + path, say(path, at - 1)])));
  const crawlAll = (pages: FakePages) =>
    crawlFakeWeb({ pages: { ...pages, "/": pages[HOME] ?? "" }, plan: { maxConcurrency: 1 } });
  const ofOthers = (urls: string[]) => urls.filter((url) => !url.startsWith(HOME));

  it("reads each page once, but for the few that show that it is one site", async () => {
    const { account, fetched } = await crawlAll(everywhere());
    expect(account.pages).toMatchObject({ new: 41 });
    expect(ofOthers(fetched)).toHaveLength(9);
  });

  it("reads what only the other address leads to under the site's own", async () => {
    const pages = everywhere();
    pages[`${HOME}loaf/39`] = text("Our loaf number 40.", "http://bakery.example/cake");
    pages[`${HOME}cake`] = text("Cake.");
    const { outcomes, fetched } = await crawlAll(pages);
    expect(outcomes["/cake"]).toBe("new");
    expect(fetched).not.toContain("http://bakery.example/cake");
  });

  it.each<[string, FakePages[string]]>([
    ["says something else there", text("Another shop.")],
    ["does not exist there", { failure: { code: "not-found", message: "No." }, status: 404 }],
  ])("reads both where a page %s", async (_, other) => {
    const pages: FakePages = { ...everywhere(), "http://bakery.example/loaf/0": other };
    const { fetched } = await crawlAll(pages);
    expect(fetched.filter((url) => url.startsWith("http://bakery.example/"))).toHaveLength(41);
    expect(fetched.filter((url) => url.startsWith("https://www."))).toHaveLength(3);
  });
});

describe("crawlSite on two addresses of one page", () => {
  const home = text(
    "Welcome to our bakery.",
    "#top",
    "bread/",
    "index.html",
    "http://bakery.example/",
    "https://www.bakery.example/bread/",
  );
  const bread = text("Rye and spelt.", "../", "?b=1&a=2", "?a=2&b=1");
  const pages: FakePages = {
    "/": home,
    "/index.html": home,
    "http://bakery.example/": home,
    "/bread/": bread,
    "https://www.bakery.example/bread/": bread,
    "/bread/?b=1&a=2": text("All our bread."),
    "/bread/?a=2&b=1": text("All our bread."),
  };
  const read = ["/", "/bread/", "/bread/?b=1&a=2"];

  it("checks it once, at the address met first, today and when nothing has changed since", async () => {
    const first = await crawlFakeWeb({ pages });
    const outcomes = Object.entries(first.outcomes);
    expect(
      outcomes
        .filter(([, outcome]) => outcome === "new")
        .map(([path]) => path)
        .sort(),
    ).toEqual(read);
    expect(outcomes.filter(([, outcome]) => outcome === "skipped duplicate")).toHaveLength(4);
    first.memory.startNextCrawl();
    const second = await crawlFakeWeb({ pages, memory: first.memory });
    expect(second.account.pages).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  it("keeps both when they say different things, and takes the other up once they do", async () => {
    const first = await crawlFakeWeb({ pages });
    first.memory.startNextCrawl();
    const changed = { ...pages, "/index.html": text("The old start page.") };
    const second = await crawlFakeWeb({ pages: changed, memory: first.memory });
    expect(second.outcomes).toMatchObject({ "/": "unchanged", "/index.html": "new" });
  });

  it("gives the mirror's place under the page limit to another page", async () => {
    const crawl = await crawlFakeWeb({
      pages: {
        ...pages,
        "/": text("Welcome to our bakery.", "index.html", "/tea"),
        "/index.html": text("Welcome to our bakery.", "index.html", "/tea"),
        "/tea": page("Tea."),
      },
      plan: { pageLimit: 2 },
    });
    expect(crawl.outcomes).toEqual({ "/": "new", "/index.html": "skipped duplicate", "/tea": "new" });
    expect(crawl.memory.pages().find(({ visit }) => visit.url === `${HOME}index.html`)?.visit.failure?.message).toContain(
      `has the same text as ${HOME}`,
    );
  });
});
