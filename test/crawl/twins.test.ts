import { describe, expect, it } from "vitest";
import { twinKey } from "#worker/core/url/twin-key.ts";
import { crawlFakeWeb } from "./crawl-fake-web.ts";
import { type FakePages, HOME, page } from "./fake-web.ts";

const text = (words: string, ...links: string[]) =>
  `<!doctype html><html lang="en"><title>A page</title><p>${words}</p>${links.map((href) => `<a href="${href}">more</a>`).join("")}`;

describe("twinKey", () => {
  it.each([
    ["https://a.example/", "http://www.a.example/index.html"],
    ["https://a.example/en/", "https://a.example/en"],
    ["https://a.example/About", "https://a.example/about/"],
    ["https://a.example/x?b=1&a=2", "https://a.example/x?a=2&b=1"],
    ["https://a.example/shop/", "https://a.example/shop/Default.aspx"],
  ])("is one for %s and %s", (one, other) => expect(twinKey(one)).toBe(twinKey(other)));

  it.each([
    ["https://a.example/", "https://b.example/"],
    ["https://a.example/", "https://a.example:8443/"],
    ["https://a.example/x?a=1", "https://a.example/x?a=2"],
    ["https://a.example/", "https://a.example/home"],
  ])("is two for %s and %s", (one, other) => expect(twinKey(one)).not.toBe(twinKey(other)));
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

  it("lets both stand when they say different things, and takes the other up once they do", async () => {
    const first = await crawlFakeWeb({ pages });
    first.memory.startNextCrawl();
    const changed = { ...pages, "/index.html": text("The old start page.") };
    const second = await crawlFakeWeb({ pages: changed, memory: first.memory });
    expect(second.outcomes).toMatchObject({ "/": "unchanged", "/index.html": "new" });
  });

  it("gives the twin's place under the page limit to another page", async () => {
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
      `says the same as ${HOME}`,
    );
  });
});
