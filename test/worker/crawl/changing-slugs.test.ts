import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { crawlFakeWeb, type FakeCrawl } from "./fake/crawl-fake-web.ts";
import { answeringAll, type FakePages, failing, HOME, page } from "./fake/fake-web.ts";

const ARTICLES = [
  "Our rye is milled on the day before it is baked.",
  "Spelt has a taste of nuts and keeps for days.",
  "The oven is older than everyone who works here.",
  "We open when the first loaf is done.",
];
const ABOUT = page("We bake all night long.", "/");

/** A site whose front page has new slugs at each load. `areKept`: old ones lead to their articles for ever, else for one day. */
function makeSite({ areKept }: { areKept: boolean }): (day: number) => FakePages {
  const random = makeRandom(7);
  const known = new Map<string, { article: number; day: number }>();
  const slug = () =>
    Array.from({ length: 6 }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[Math.floor(random() * 36)]).join("");
  return (day) =>
    answeringAll({ "/about": ABOUT }, (path) => {
      if (path === "/") {
        const slugs = ARTICLES.map((_, article) => {
          const made = `/go/${slug()}`;
          known.set(made, { article, day });
          return made;
        });
        return page("Welcome to the old mill.", ...slugs, "/about");
      }
      const found = known.get(path);
      if (!found || (!areKept && found.day !== day)) return failing("not-found", 404);
      return page(ARTICLES[found.article] ?? "", "You will recieve it warm.", "/about");
    });
}

const pagesOf = ({ memory }: FakeCrawl) =>
  memory.pages().flatMap(({ visit, known }) => (known.snapshot ? [visit.url.replace(HOME, "/")] : []));

describe("a front page whose links have other slugs at each load", () => {
  it.each([{ areKept: true }, { areKept: false }])("keeps the number of its pages from day to day: %o", async ({ areKept }) => {
    const site = makeSite({ areKept });
    const crawls: FakeCrawl[] = [];
    for (let day = 0; day < 6; day += 1) {
      const before = crawls.at(-1);
      before?.memory.startNextCrawl();
      const plan = { learnedTraps: before?.account.learnedTraps };
      const crawl = await crawlFakeWeb({ pages: site(day), ...(before ? { memory: before.memory } : {}), plan });
      expect(crawl.account.state).toBe("finished");
      expect(pagesOf(crawl)).toHaveLength(2 + ARTICLES.length);
      crawls.push(crawl);
    }
  });

  it("keeps apart pages that are new on one day, or have other pictures, or another text", async () => {
    const keys = ["8f3k2a", "x29p7h", "a1b2c3", "q9w8e7"];
    const addresses = keys.map((key) => `/photo/${key}`);
    const texts = ["We sold it.", "We sold it.", "We sold it.", "It is for sale."];
    const pictures = ["/1.jpg", "/1.jpg", "/2.jpg", "/1.jpg"];
    const photos = Object.fromEntries(
      addresses.map((path, at) => [path, `${page(texts[at] ?? "", "/")}<img src="${pictures[at]}" alt="A mill">`]),
    );
    const [first, second, ...later] = addresses;
    const early = { "/": page("Home.", first ?? "", second ?? ""), ...photos };
    const { memory } = await crawlFakeWeb({ pages: early });
    memory.startNextCrawl();
    const crawl = await crawlFakeWeb({ pages: { ...early, "/": page("Home.", ...addresses) }, memory });
    expect(later).toHaveLength(2);
    expect(pagesOf(crawl).sort()).toEqual(["/", ...addresses].sort());
  });
});
