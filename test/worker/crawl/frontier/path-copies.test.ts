import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { crawlFakeWeb, type FakeCrawl } from "../fake/crawl-fake-web.ts";
import { answeringAll, type FakePages, failing, page } from "../fake/fake-web.ts";

/** Returns names that no link had before, from a seed. */
function freshNames(seed: number): () => string {
  const random = makeRandom(seed);
  return () => Array.from({ length: 6 }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[Math.floor(random() * 36)]).join("");
}

async function crawlDays(at: (day: number) => FakePages, days: number): Promise<FakeCrawl[]> {
  const crawls: FakeCrawl[] = [];
  for (let day = 0; day < days; day += 1) {
    const before = crawls.at(-1);
    before?.memory.startNextCrawl();
    const plan = { learnedTraps: before?.account.learnedTraps, pageLimit: 300 };
    crawls.push(await crawlFakeWeb({ pages: at(day), ...(before ? { memory: before.memory } : {}), plan }));
  }
  return crawls;
}

const readIn = ({ memory }: FakeCrawl) =>
  memory
    .pages()
    .filter(({ known, isVisited }) => known.snapshot !== null && isVisited)
    .map(({ visit }) => new URL(visit.url).pathname);

describe("a part of paths that is another one in each link", () => {
  const about = page("All about our ovens.", "/");
  const items = (fresh: () => string) =>
    answeringAll({ "/about": about }, (path) => {
      if (path !== "/" && !path.startsWith("/item/")) return failing("not-found", 404);
      return page("Our loaf of the day.", "Ask us for it.", `/item/${fresh()}`, `/item/${fresh()}`, "/about");
    });
  const ROOMS = ["home", "shop", "contact"];
  const sessions = (fresh: () => string) =>
    answeringAll({}, (path) => {
      const [, , room = "start", ...more] = path.split("/");
      if (more.length > 0 || (room !== "start" && !ROOMS.includes(room))) return failing("not-found", 404);
      const visit = fresh();
      return page(`This is the ${room} of the mill.`, ...ROOMS.map((name) => `/${visit}/${name}`));
    });

  it.each<[string, (fresh: () => string) => FakePages, number]>([
    ["at the end", items, 3],
    ["before all pages", sessions, 4],
  ])("leaves one page of each, on the first day and later: %s", async (_what, site, count) => {
    const fresh = freshNames(5);
    const crawls = await crawlDays(() => site(fresh), 3);
    const [first, ...later] = crawls;
    expect(first?.account.notChecked.map(({ code }) => code)).toEqual(["trap-list"]);
    for (const crawl of crawls) expect(readIn(crawl)).toHaveLength(count);
    expect(first?.fetched.length).toBeLessThan(60);
    for (const crawl of later) expect(crawl.fetched.length).toBeLessThan(count + 12);
    expect(crawls.at(-1)?.account.pages).toMatchObject({ new: 0, changed: 0, gone: 0 });
  });

  it.each<[string, (key: () => string) => (visit: string, name: string) => string]>([
    ["behind words", (key) => (visit, name) => `/v-${visit}/${name}-${key()}`],
    ["beside a word", (key) => (visit, name) => `/${visit}/${name}/${key()}`],
  ])("leaves one page of each where several parts change at once, %s", async (_what, makeAddress) => {
    const fresh = freshNames(11);
    const addressOf = makeAddress(fresh);
    const links = () => {
      const visit = fresh();
      return ROOMS.map((name) => addressOf(visit, name));
    };
    const pages = answeringAll({}, (path) => {
      const room = path === "/" ? "start" : ROOMS.find((name) => path.includes(`/${name}`));
      return room ? page(`This is the ${room} of the mill.`, ...links()) : failing("not-found", 404);
    });
    const crawls = await crawlDays(() => pages, 3);
    const [first, ...later] = crawls;
    expect(first?.account.notChecked.map(({ code }) => code)).toEqual(["trap-list"]);
    for (const crawl of crawls) expect(readIn(crawl)).toHaveLength(1 + ROOMS.length);
    expect(first?.fetched.length).toBeLessThan(90);
    for (const crawl of later) expect(crawl.fetched.length).toBeLessThan(16);
    expect(crawls.at(-1)?.account.pages).toMatchObject({ new: 0, gone: 0 });
  });

  it("leaves out the copies alone where many other pages are beside them", async () => {
    const fresh = freshNames(9);
    const trees = "oak elm ash fir yew bay fig lime pear plum rose sage teak vine palm"
      .split(" ")
      .map((name) => `/item/${name}`);
    const pages = answeringAll({ "/": page("Our trees.", ...trees) }, (path) => {
      if (!path.startsWith("/item/")) return failing("not-found", 404);
      return page(trees.includes(path) ? `All about ${path}.` : "This tree is sold.", `/item/${fresh()}`, "/");
    });
    const crawls = await crawlDays(() => pages, 2);
    for (const crawl of crawls) {
      expect(new Set(readIn(crawl))).toEqual(new Set(["/", ...trees, expect.stringMatching(/^\/item\/\w{6}$/)]));
      expect(crawl.fetched.length).toBeLessThan(80);
      expect(crawl.account.state).toBe("finished");
    }
  });

  it("is passed on to thirty crawls, then tested again", async () => {
    const [first] = await crawlDays(() => items(freshNames(3)), 1);
    const family = "path https://bakery.example/item/*";
    expect(first?.account.learnedTraps).toContainEqual({ family, code: "trap-list", crawlsLeft: 29 });
    const plan = { learnedTraps: [{ family, code: "trap-list" as const, crawlsLeft: 1 }] };
    expect((await crawlFakeWeb({ pages: { "/": page("Home.") }, plan })).account.learnedTraps).toEqual([]);
  });
});

describe("a section whose pages", () => {
  const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
  const names = LETTERS.map((letter) => `/item/${letter}`);
  it.each<[string, (at: number) => string]>([
    ["all say the same, but have an end", () => page("Coming soon.", ...names)],
    ["lead from one to the next, and say different things", (at) => page(`Loaf ${LETTERS[at]}.`, names[at + 1] ?? "/")],
    [
      "lead from one to the next, with another picture each",
      (at) => `${page("Our photos.", names[at + 1] ?? "/")}<img src="/p/${at}.jpg">`,
    ],
    ["lead from one to the next, without texts", (at) => page(names[at + 1] ?? "/")],
  ])("%s, is read as a whole", async (_what, say) => {
    const pages = Object.fromEntries(names.map((name, at) => [name, say(at)]));
    const crawl = await crawlFakeWeb({ pages: { "/": page("Home.", names[0] ?? ""), ...pages } });
    expect(readIn(crawl)).toHaveLength(1 + names.length);
    expect(crawl.account.learnedTraps).toEqual([]);
  });

  it("have keys at two levels, and say different things, is read as a whole", async () => {
    const fresh = freshNames(13);
    const addresses = LETTERS.map(() => `/a-${fresh()}/b-${fresh()}`);
    const pages = Object.fromEntries(
      addresses.map((address, at) => [address, page(`Loaf ${LETTERS[at]} has a crust.`, addresses[at + 1] ?? "/")]),
    );
    const crawl = await crawlFakeWeb({ pages: { "/": page("Home.", addresses[0] ?? ""), ...pages } });
    expect(readIn(crawl)).toHaveLength(1 + addresses.length);
    expect(crawl.account.learnedTraps).toEqual([]);
  });
});
