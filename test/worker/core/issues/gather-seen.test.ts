import { describe, expect, it } from "vitest";
import { makeLink } from "#test/worker/crawl/fake/visit-samples.ts";
import { gatherSeen, type SeenBlock, type SeenPage, type SeenTarget } from "#worker/core/issues/gather-seen.ts";
import { makeFinding } from "./issue-samples.ts";

const MENU = "https://bakery.example/menu";
const TEXT = "You will recieve it.";

function block(fields: Partial<SeenBlock> = {}): SeenBlock {
  return { text: TEXT, findings: [makeFinding()], isNew: true, ...fields };
}
function page(url: string, hashes: string[], targets: string[] = [], isReread = false): SeenPage {
  return {
    url,
    blocks: hashes.map((hash) => ({ hash, selector: `#${hash}`, kind: "paragraph" as const })),
    links: targets.map((target) => makeLink(target)),
    isReread,
  };
}
function verdict(fields: Partial<SeenTarget> = {}): SeenTarget {
  const reason = "The page does not exist (404).";
  return {
    url: MENU,
    state: "broken",
    rule: "links/not-found",
    status: 404,
    reason,
    finalUrl: null,
    versionBefore: null,
    ...fields,
  };
}
const NOW = new Date("2026-11-21T06:00:00Z");
function gather(fields: {
  pages: SeenPage[];
  blocks?: Record<string, SeenBlock>;
  verdicts?: SeenTarget[];
  words?: string[];
  ignoredLinks?: string[];
  lastCrawlAt?: Date;
}) {
  const { pages, blocks = {}, verdicts = [], words = [], ignoredLinks = [], lastCrawlAt = null } = fields;
  const byUrl = new Map(verdicts.map((one) => [one.url, one]));
  return gatherSeen({
    pages,
    blocks: new Map(Object.entries(blocks)),
    verdicts: byUrl,
    words,
    ignoredLinks,
    now: NOW,
    lastCrawlAt,
    siteLanguage: "auto",
  });
}

describe("gatherSeen", () => {
  it("suggests the page that a link to a missing page means, but none for a picture", () => {
    const [from, gone] = ["https://bakery.example/", "https://bakery.example/Menu.html"];
    const pages = [page(from, [], [gone]), page(MENU, [])];
    const { seen } = gather({ pages, verdicts: [verdict({ url: gone })] });
    expect(seen.map(({ text, suggestions }) => ({ text, suggestions }))).toEqual([{ text: gone, suggestions: [MENU] }]);
    const picture = { ...page(from, []), links: [{ ...makeLink(gone), element: "img" }] };
    const ofPicture = gather({ pages: [picture, page(MENU, [])], verdicts: [verdict({ url: gone })] });
    expect(ofPicture.seen.map(({ suggestions }) => suggestions)).toEqual([[]]);
  });

  it("makes one issue of a mistake on many pages, with all its occurrences", () => {
    const { seen, undecided } = gather({
      pages: [page("https://bakery.example/", ["nav", "nav"]), page("https://bakery.example/bread", ["nav", "other"])],
      blocks: { nav: block(), other: block({ text: "We recieve guests." }) },
    });
    expect(seen).toMatchObject([{ check: "spelling", text: "recieve", subject: "recieve", suggestions: ["receive"] }]);
    expect(seen[0]?.occurrences.map(({ url, blockHash, range }) => ({ url, blockHash, range }))).toEqual([
      { url: "https://bakery.example/", blockHash: "nav", range: { start: 9, end: 16 } },
      { url: "https://bakery.example/", blockHash: "nav", range: { start: 9, end: 16 } },
      { url: "https://bakery.example/bread", blockHash: "nav", range: { start: 9, end: 16 } },
      { url: "https://bakery.example/bread", blockHash: "other", range: { start: 9, end: 16 } },
    ]);
    expect(undecided).toEqual(new Set());
  });

  it("takes the wording of the most confident finding, on any page", () => {
    const doubtful = makeFinding({ confidence: 0.3, severity: "hint" });
    const sure = makeFinding({ confidence: 0.99 });
    const { seen } = gather({
      pages: [page("https://bakery.example/", ["quote"]), page("https://bakery.example/bread", ["plain"])],
      blocks: { quote: block({ findings: [doubtful] }), plain: block({ findings: [sure] }) },
    });
    expect(seen).toMatchObject([{ confidence: sure.confidence, severity: sure.severity }]);
    expect(seen[0]?.occurrences).toHaveLength(2);
  });

  it("includes time-dependent findings while they hold, as new if they began to hold since the last crawl", () => {
    const passed = (from: string, until: string | null = null) => ({
      pages: [page("https://bakery.example/", ["footer"])],
      blocks: { footer: block({ isNew: false, findings: [makeFinding({ holds: { from, until } })] }) },
      lastCrawlAt: new Date("2026-11-20T06:00:00Z"),
    });
    expect(gather(passed("2026-11-22")).seen).toEqual([]);
    expect(gather(passed("2026-11-21")).seen).toMatchObject([{ isOldText: false }]);
    expect(gather(passed("2026-11-20")).seen).toMatchObject([{ isOldText: true }]);
    expect(gather(passed("2026-10-01", "2026-11-21")).seen).toEqual([]);
  });

  it("leaves out ignored links, even undecided ones", () => {
    const pages = [page("https://bakery.example/", [], [MENU, "https://mill.example/a", "https://mill.example/b"])];
    const verdicts = [
      verdict(),
      verdict({ url: "https://mill.example/a" }),
      verdict({ url: "https://mill.example/b", state: "unknown", rule: "links/unknown" }),
    ];
    const { seen, undecided } = gather({ pages, verdicts, ignoredLinks: ["mill.example"] });
    expect(seen.map(({ text }) => text)).toEqual([MENU]);
    expect(undecided).toEqual(new Set());
  });

  it("makes one issue of all words in the other spelling of English, each shown in its own sentence", () => {
    const use = (rule: string, text: string, other: string) =>
      block({
        text,
        findings: [makeFinding({ rule, text, subject: text, suggestions: [other], excerpt: `${text}!`, confidence: 0 })],
      });
    const { seen } = gather({
      pages: [page("https://bakery.example/", ["a", "b", "c", "d"])],
      blocks: {
        a: use("spelling/british-word", "colour", "color"),
        b: use("spelling/british-word", "centre", "center"),
        c: use("spelling/american-word", "color", "colour"),
        d: use("spelling/british-word", "honour", "honor"),
      },
    });
    expect(seen).toMatchObject([{ rule: "spelling/mixed-dialects", text: "color", suggestions: ["colour"] }]);
    expect(seen[0]?.occurrences.map(({ excerpt }) => excerpt)).toEqual(["color!"]);
  });

  it("finds nothing in blocks on no page, or in correct text", () => {
    expect(gather({ pages: [page("https://bakery.example/", ["gone"])], blocks: { elsewhere: block() } }).seen).toEqual([]);
    expect(gather({ pages: [] }).seen).toEqual([]);
  });

  it("calls text old only if all blocks with the mistake are old", () => {
    const old = block({ isNew: false });
    const home = (...hashes: string[]) => [page("https://bakery.example/", hashes)];
    expect(gather({ pages: home("a", "b"), blocks: { a: old, b: old } }).seen).toMatchObject([{ isOldText: true }]);
    expect(gather({ pages: home("a", "b"), blocks: { a: old, b: block() } }).seen).toMatchObject([{ isOldText: false }]);
    expect(gather({ pages: home("a", "b"), blocks: { a: block(), b: old } }).seen).toMatchObject([{ isOldText: false }]);
  });

  it.each([
    ["recieve", "recieve", true],
    ["recieve", "Recieve", true],
    ["recieve", "RECIEVE", true],
    ["Recieve", "recieve", false],
    ["Brightwell", "Brightwell’s", true],
    ["other", "recieve", false],
  ])("a dictionary with “%s” covers “%s”: %s", (word, text, isCovered) => {
    const findings = [makeFinding({ text, subject: text.toLowerCase() })];
    const { seen } = gather({
      pages: [page("https://bakery.example/", ["a"])],
      blocks: { a: block({ findings }) },
      words: [word],
    });
    expect(seen).toHaveLength(isCovered ? 0 : 1);
  });

  it("applies the dictionary to spelling only", () => {
    const findings = [makeFinding({ check: "grammar", rule: "grammar/repeated-word" })];
    const { seen } = gather({
      pages: [page("https://bakery.example/", ["a"])],
      blocks: { a: block({ findings }) },
      words: ["recieve"],
    });
    expect(seen).toHaveLength(1);
  });

  it("makes one issue of all links to a broken target, and never calls it old", () => {
    const pages = [page("https://bakery.example/", [], [MENU, MENU]), page("https://bakery.example/bread", [], [MENU])];
    const { seen } = gather({ pages, verdicts: [verdict()] });
    expect(seen).toMatchObject([{ check: "links", rule: "links/not-found", text: MENU, isOldText: false }]);
    expect(seen[0]?.occurrences).toHaveLength(3);
    expect(seen[0]?.occurrences[0]).toMatchObject({ blockHash: null, range: null, selector: "a", excerpt: "more" });
  });

  it("finds nothing for targets that work or were not requested", () => {
    const pages = [page("https://bakery.example/", [], [MENU, "https://never-asked.example/"])];
    const works = verdict({ state: "ok", rule: null, reason: "" });
    expect(gather({ pages, verdicts: [works] })).toEqual({ seen: [], undecided: new Set(), doubtful: [] });
  });

  it("marks an unknown target as undecided under the fingerprint of the broken one", () => {
    const pages = [page("https://bakery.example/", [], [MENU])];
    const broken = gather({ pages, verdicts: [verdict()] });
    const unknown = gather({ pages, verdicts: [verdict({ state: "unknown", rule: "links/unknown", status: 429 })] });
    expect(unknown.seen).toEqual([]);
    expect([...unknown.undecided]).toEqual(broken.seen.map(({ fingerprint }) => fingerprint));
  });

  it("returns the same for the same input", () => {
    const input = { pages: [page("https://bakery.example/", ["a"], [MENU])], blocks: { a: block() }, verdicts: [verdict()] };
    expect(gather(input)).toEqual(gather(input));
  });

  describe("reports a link", () => {
    const HOME = "https://bakery.example/";
    const isNews = (target: Partial<SeenTarget>, isReread: boolean) => {
      const { seen } = gather({ pages: [page(HOME, [], [target.url ?? MENU], isReread)], verdicts: [verdict(target)] });
      return seen.map(({ rule, isOldText }) => `${rule} ${isOldText ? "old" : "news"}`);
    };
    const unsafe = { url: "http://mill.example/", state: "insecure", rule: "links/insecure" } as const;

    it.each<[string, Partial<SeenTarget>, boolean, string]>([
      ["that is new on a page that changed", {}, false, "links/not-found news"],
      ["that a newer version is the first to see on an unchanged page", {}, true, "links/not-found old"],
      ["that worked and broke", { versionBefore: 1 }, false, "links/not-found news"],
      ["that worked and broke, on a page that was read anew", { versionBefore: 1 }, true, "links/not-found news"],
      ["that a newer rule complains of", { rule: "links/gone-soft", versionBefore: 1 }, true, "links/gone-soft old"],
      [
        "that a rule complains of which it met before",
        { rule: "links/gone-soft", versionBefore: 7 },
        true,
        "links/gone-soft news",
      ],
      ["that a newer rule calls insecure", { ...unsafe, versionBefore: 1 }, false, "links/insecure old"],
      ["that stopped being secure", { ...unsafe, versionBefore: 2 }, false, "links/insecure news"],
    ])("%s", (_, target, isReread, told) => expect(isNews(target, isReread)).toEqual([told]));

    it("of an insecure form, whose target is not requested", () => {
      const form = { ...makeLink("http://mill.example/order"), element: "form-post" };
      const told = (isReread: boolean, ignoredLinks: string[] = []) =>
        gather({ pages: [{ ...page(HOME, [], [], isReread), links: [form] }], ignoredLinks }).seen.map(
          ({ rule, isOldText }) => [rule, isOldText],
        );
      expect(told(false)).toEqual([["links/mixed-content", false]]);
      expect(told(true)).toEqual([["links/mixed-content", true]]);
      expect(told(false, ["mill.example"])).toEqual([]);
    });

    it("as new if it is on any changed page", () => {
      const pages = [page(HOME, [], [MENU], true), page(`${HOME}bread`, [], [MENU])];
      expect(gather({ pages, verdicts: [verdict()] }).seen).toMatchObject([{ isOldText: false }]);
    });

    it("as part of a secure page only if the page has begun to use it", () => {
      const use = { ...makeLink("http://mill.example/a.jpg"), element: "img" };
      const told = (isReread: boolean) => {
        const target = verdict({ ...unsafe, url: use.url, versionBefore: 2 });
        const { seen } = gather({ pages: [{ ...page(HOME, [], [], isReread), links: [use] }], verdicts: [target] });
        return seen.map(({ rule, isOldText }) => [rule, isOldText]);
      };
      expect(told(false)).toEqual([["links/mixed-content", false]]);
      expect(told(true)).toEqual([["links/mixed-content", true]]);
    });
  });

  it("does not call a text new that only a newer version reads on an unchanged page", () => {
    const told = (isReread: boolean) => {
      const { seen } = gather({ pages: [page(MENU, ["caption"], [], isReread)], blocks: { caption: block() } });
      return seen.map(({ isOldText }) => isOldText);
    };
    expect([told(false), told(true)]).toEqual([[false], [true]]);
  });
});
