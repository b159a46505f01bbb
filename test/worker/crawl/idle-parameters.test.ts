import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { crawlFakeWeb, type FakeCrawl } from "./fake/crawl-fake-web.ts";
import { answeringAll, failing, page } from "./fake/fake-web.ts";

const NAMES = ["", "bread", "cake", "flour", "oven", "mill", "market", "team", "jobs", "news"];
type Write = (path: string, day: number) => string;

/** A site whose every link has a query, and whose server ignores that. */
function site(query: Write, text: Write = (path) => `You will recieve ${path}.`) {
  return (day: number) =>
    answeringAll({}, (address) => {
      const path = (address.split("?")[0] ?? "").slice(1);
      if (!NAMES.includes(path)) return failing("not-found", 404);
      const links = NAMES.map((name) => `/${name}?${query(name, day)}`);
      return page(`All about ${path}.`, text(address, day), `Ask us for ${path}.`, ...links).replace("A page", `Our ${path}`);
    });
}

async function crawlDays(at: ReturnType<typeof site>, days: number): Promise<FakeCrawl[]> {
  const crawls: FakeCrawl[] = [];
  for (let day = 0; day < days; day += 1) {
    const before = crawls.at(-1);
    before?.memory.startNextCrawl();
    const learnedTraps = before?.account.learnedTraps;
    crawls.push(
      await crawlFakeWeb({
        pages: at(day),
        ...(before ? { memory: before.memory } : {}),
        plan: { learnedTraps, only: ["spelling", "links"] },
      }),
    );
  }
  return crawls;
}

const readIn = ({ memory }: FakeCrawl) =>
  memory
    .pages()
    .filter(({ known, isVisited }) => known.snapshot !== null && isVisited)
    .map(({ visit }) => visit.url);
const pathsOf = (urls: readonly string[]) => urls.map((url) => new URL(url).pathname.slice(1));

describe("a parameter that changes nothing", () => {
  const random = makeRandom(7);
  const number = () => String(Math.floor(random() * 1e9));
  it.each<[string, Write]>([
    ["a random number in each link", () => `r=${number()}`],
    ["a random number beside another parameter", () => `view=full&r=${number()}`],
    ["a version that changes each day", (_path, day) => `v=20261130${day}`],
    ["a key for each page that is loaded", () => `token=${number()}`],
  ])("gives each page one address that stays: %s", async (_what, query) => {
    const [first, second, , last] = await crawlDays(site(query), 4);
    if (!first || !second || !last) throw new Error("Four crawls were wanted.");
    expect(first.fetched.length).toBeLessThan(NAMES.length * 3);
    expect([...new Set(pathsOf(readIn(second)))].sort()).toEqual([...NAMES].sort());
    expect(readIn(last).sort()).toEqual(readIn(second).sort());
    expect(last.fetched.length).toBeLessThanOrEqual(NAMES.length + 2);
    expect(last.account.pages).toMatchObject({ new: 0, changed: 0, gone: 0, failed: 0 });
    expect(last.account).toMatchObject({ state: "finished", linksChecked: last.account.linksFound });
  });

  it("is found on pages with a quote that rotates and a counter", async () => {
    const quotes = ["Best rye in town.", "My children love it.", "Worth the way."];
    const long = Array.from({ length: 12 }, (_, at) => `Part ${"abcdefghijkl"[at]} of our long story.`).join("</p><p>");
    const text: Write = () => `${long}</p><p>${quotes[Number(number()) % 3]}</p><p>${number()} guests`;
    const [first] = await crawlDays(
      site(() => `r=${number()}`, text),
      1,
    );
    expect(first?.fetched.length).toBeLessThan(NAMES.length * 4);
  });
});

describe("a parameter that selects a page", () => {
  const PARTS = ["one", "two", "three", "four"];
  it.each<[string, Write]>([
    ["languages", (address) => (address.includes("lang=de") ? "Wir backen jeden Tag." : "We bake on all days.")],
    ["parts of a text", (address) => `The part ${/part=(\w+)/.exec(address)?.[1]} of it.`],
  ])("keeps all its pages: %s", async (_what, text) => {
    const values = _what === "languages" ? ["lang=en", "lang=de"] : PARTS.map((part) => `part=${part}`);
    const pages = answeringAll({}, (address) => {
      const path = (address.split("?")[0] ?? "").slice(1);
      if (!NAMES.includes(path)) return failing("not-found", 404);
      const links = NAMES.flatMap((name) => values.map((value) => `/${name}?${value}`));
      return page(`All about ${path}.`, text(address, 0), ...links);
    });
    const crawl = await crawlFakeWeb({ pages });
    expect(new Set(readIn(crawl)).size).toBeGreaterThanOrEqual(NAMES.length * values.length);
    expect(crawl.account.learnedTraps).toEqual([]);
  });

  it("keeps articles that only their list links to, each under its number", async () => {
    const lists = ["news", "shop", "team", "jobs"];
    const letters = "abcdefgh".split("");
    const pages = answeringAll({}, (address) => {
      const [path = "", query = ""] = address.slice(1).split("?");
      const id = query.split("=")[1] ?? "";
      if (path === "") return page("Home.", ...lists.map((list) => `/${list}`));
      if (lists.includes(path)) return page(path, ...letters.map((letter, at) => `/${path}.php?id=${at}${letter}`));
      return page("Our menu.", "Open daily.", "Call us.", "/").replace("A page", `${path} ${id}`);
    });
    const crawl = await crawlFakeWeb({ pages });
    expect(readIn(crawl)).toHaveLength(1 + lists.length * (1 + letters.length));
  });
});

it("is passed on to thirty crawls, then tested again", async () => {
  const random = makeRandom(3);
  const [first] = await crawlDays(
    site(() => `r=${Math.floor(random() * 1e9)}`),
    1,
  );
  expect(first?.account.learnedTraps).toContainEqual({
    family: "parameter r unneeded",
    code: "trap-parameters",
    crawlsLeft: 29,
  });
  const known = { family: "parameter r", code: "trap-parameters" as const, crawlsLeft: 1 };
  const last = await crawlFakeWeb({ pages: { "/": page("Home.") }, plan: { learnedTraps: [known] } });
  expect(last.account.learnedTraps).toEqual([]);
});
