import { describe, expect, it } from "vitest";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import { crawlFakeWeb, type FakeCrawl, type FakeCrawlOptions } from "./fake/crawl-fake-web.ts";
import { answeringAll, type FakePages, HOME, page } from "./fake/fake-web.ts";

const LINKS = { only: ["spelling", "links"], browser: "never" } as const;
const linkTo = (href: string) => page("/about", `<a href="${href}">Partner</a>`);

/** Returns the faults of links after one Crawl: rule, address as written, and the offered one. */
function findingsOf({ memory }: FakeCrawl) {
  const verdicts = new Map(memory.verdicts().map((verdict) => [verdict.url, verdict]));
  return memory
    .pages()
    .flatMap(({ visit, known }) =>
      (known.snapshot?.links ?? []).flatMap((link) =>
        linkFindings(verdicts.get(link.url) ?? null, [link], visit.url).map(({ rule, suggestions }) => [
          rule,
          link.href,
          ...suggestions,
        ]),
      ),
    );
}

const crawl = (pages: FakePages, verdict?: FakeCrawlOptions["verdict"]) =>
  crawlFakeWeb({ pages, plan: LINKS, ...(verdict ? { verdict } : {}) });

describe("a link that lacks its scheme", () => {
  it.each([
    ["www.partner.example/prices", "https://www.partner.example/prices"],
    ["partner.example/path", "https://partner.example/path"],
    ["https//partner.example", "https://partner.example"],
    ["info@bakery.example", "mailto:info@bakery.example"],
  ])("is reported where the server answers everything, and is no page: %s", async (href, address) => {
    const rest = () => page("Everything for the table.", "/about");
    const result = await crawl(answeringAll({ "/": linkTo(href), "/about": page("About us.") }, rest));
    expect(findingsOf(result)).toEqual([["links/malformed", href, address]]);
    expect(Object.keys(result.outcomes)).toEqual(["/", "/about"]);
  });

  it("is reported with the right address where there is no such page", async () => {
    const pages = { "/": linkTo("www.partner.example"), "/about": page("About us.") };
    const result = await crawl(pages, (url) => ({
      ...{ url, state: "broken", rule: "links/not-found", status: 404, reason: "", finalUrl: null },
    }));
    expect(findingsOf(result)).toEqual([["links/not-found", "www.partner.example", "https://www.partner.example"]]);
  });

  it("is believed where there is a page of this name, as in the mirror of another site", async () => {
    const mirrored = "/www.partner.example/index.html";
    const result = await crawl({ "/": linkTo(mirrored.slice(1)), "/about": page("About."), [mirrored]: page("Prices.") });
    expect(findingsOf(result)).toEqual([]);
    expect(result.outcomes).toMatchObject({ [mirrored]: "new" });
  });

  it("is kept apart from links that lead to the same address on purpose", async () => {
    const home = linkTo("/sites/www.partner.example");
    const result = await crawl(answeringAll({ "/": home }, (path) => page(`All about ${path}.`)));
    expect(findingsOf(result)).toEqual([]);
    expect(result.outcomes).toMatchObject({ "/sites/www.partner.example": "new" });
  });

  it("costs one request for each folder", async () => {
    const home = page(...["a", "b", "c"].map((name) => `<a href="www.${name}.example">x</a>`));
    const result = await crawl(answeringAll({ "/": home }, () => page("Welcome.")));
    expect(findingsOf(result)).toHaveLength(3);
    expect(result.fetched.filter((url) => url.includes(".example/no-such-page-3f9c1d"))).toEqual([
      `${HOME}no-such-page-3f9c1d.example`,
    ]);
  });
});
