import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { FindingLocation } from "#worker/core/issues/own-names.ts";
import { SITE_WORD_RULE, weighSiteWords } from "#worker/core/issues/site-words.ts";
import { makeFinding } from "./issue-samples.ts";

const unknown = (confidence = 0.8) => makeFinding({ rule: "spelling/unknown-word", text: "Zyngo", confidence });
const locations = (...pairs: [url: string, block: string][]) =>
  pairs.map(
    ([path, block]): FindingLocation => ({
      url: `https://bakery.example${path}`,
      selector: "p",
      kind: "paragraph",
      block,
      confidence: 0.8,
    }),
  );
const elsewhere: FindingLocation = {
  url: "https://bakery.example/b",
  selector: "p",
  kind: "paragraph",
  block: "2",
  confidence: 0.8,
};
const words = (count: number, confidence: number) =>
  Array.from({ length: count }, (_, at) => ({ issue: unknown(confidence), locations: locations([`/${at}`, String(at)]) }));
const inHead = (kind: "title" | "social"): FindingLocation => ({ ...elsewhere, kind, block: kind });
const everywhere = locations(["/a", "1"], ["/b", "2"], ["/c", "3"]);

/** A Site on which nothing else was found. */
function weighSiteWord(issue: ReturnType<typeof makeFinding>, at: readonly FindingLocation[], texts: readonly string[] = []) {
  const [weighed] = weighSiteWords([{ issue, locations: at }], texts);
  if (!weighed) throw new Error("What goes in comes out.");
  return weighed;
}

describe("weighSiteWords", () => {
  it("treats a word in several texts on several pages as the site's own, and asks about it without mailing", () => {
    const weighed = weighSiteWord(unknown(), everywhere);
    expect(weighed).toMatchObject({ rule: SITE_WORD_RULE, severity: "hint", text: "Zyngo" });
    expect(weighed.confidence).toBeLessThan(MAIL_CONFIDENCE);
    expect(weighed.message).toBe("“Zyngo” is used on 3 pages and is not in our dictionaries. Is it one of your own words?");
  });

  it.each([
    ["a word of the navigation, which was written once", locations(["/a", "nav"], ["/b", "nav"], ["/c", "nav"], ["/d", "nav"])],
    ["a heading that the head of the page repeats", [...locations(["/a", "1"]), inHead("title"), inHead("social")]],
  ])("does not change %s", (_what, at) => {
    expect(weighSiteWord(unknown(), at)).toEqual(unknown());
  });

  it.each([
    ["a word that one page repeats", locations(["/a", "1"], ["/a", "2"], ["/a", "3"])],
    ["a word that is in two texts on two pages", locations(["/a", "1"], ["/b", "2"])],
  ])("doubts %s, unless the site also writes the word as we suggest", (_what, at) => {
    expect(weighSiteWord(unknown(), at)).toMatchObject({ rule: "spelling/unknown-word", severity: "hint", confidence: 0.5 });
    const [right = ""] = unknown().suggestions;
    expect(weighSiteWord(unknown(), at, [`Our ${right} is good.`])).toEqual(unknown());
    expect(weighSiteWord(unknown(0.98), locations(["/a", "1"], ["/b", "2"]))).toEqual(unknown(0.98));
  });

  it("treats a word that is the topic of one page as the site's own", () => {
    const page = locations(["/a", "1"], ["/a", "2"], ["/a", "3"], ["/a", "4"], ["/a", "5"]);
    expect(weighSiteWord(unknown(), page)).toMatchObject({
      rule: SITE_WORD_RULE,
      message: expect.stringContaining("on 1 page and"),
    });
  });

  it("keeps a sure misspelling that is repeated often, beside the right spelling or beyond doubt", () => {
    const [right = ""] = unknown().suggestions;
    expect(weighSiteWord(unknown(0.95), everywhere, [`${right.toUpperCase()}!`])).toEqual(unknown(0.95));
    expect(weighSiteWord(unknown(0.995), everywhere)).toEqual(unknown(0.995));
    expect(weighSiteWord(unknown(0.95), everywhere, [`un${right}s`]).rule).toBe(SITE_WORD_RULE);
  });

  it("keeps a misspelling that people often make, although the site always writes it so", () => {
    const listed = everywhere.map((location) => ({ ...location, evidence: "listed-slip" as const }));
    expect(weighSiteWord(unknown(0.92), listed)).toEqual(unknown(0.92));
    expect(weighSiteWord(unknown(0.92), everywhere).rule).toBe(SITE_WORD_RULE);
    expect(weighSiteWord(unknown(0.7), listed).rule).toBe(SITE_WORD_RULE);
  });

  it("takes several words of another language for text in it, if they are a good part of the unknown words", () => {
    const foreign = words(3, 0.95).map((found) => ({
      ...found,
      locations: found.locations.map((location) => ({ ...location, evidence: "foreign" as const })),
    }));
    const confidences = (found: ReturnType<typeof words>) => weighSiteWords(found, []).map(({ confidence }) => confidence);
    const slips = words(6, 0.95);
    expect(confidences([...foreign, ...slips])).toEqual([0.5, 0.5, 0.5, ...slips.map(() => 0.95)]);
    expect(new Set(confidences([...foreign.slice(1), ...slips]))).toEqual(new Set([0.95]));
    expect(new Set(confidences([...foreign, ...slips, ...slips.slice(1)]))).toEqual(new Set([0.95]));
  });

  it("lowers the confidence of a word that is a name somewhere, and treats it as the site's own after three texts", () => {
    const named = { ...elsewhere, confidence: 0.4 };
    const weighed = weighSiteWord(unknown(), [...locations(["/a", "1"]), named]);
    expect(weighed).toMatchObject({ rule: "spelling/unknown-word", severity: "hint" });
    expect(weighed.confidence).toBeLessThan(MAIL_CONFIDENCE);
    const onOnePage = [...locations(["/b", "1"], ["/b", "3"]), named];
    expect(weighSiteWord(unknown(), onOnePage).rule).toBe(SITE_WORD_RULE);
    expect(weighSiteWord(unknown(0.995), onOnePage)).toEqual(unknown(0.995));
  });

  it("asks about a word in the site's domain, even if close to a common one, and about a name in the page's head", () => {
    const at = { ...elsewhere, url: "https://www.zyngo.example/" };
    expect(weighSiteWord(unknown(0.95), [at])).toMatchObject({ rule: SITE_WORD_RULE, severity: "hint" });
    expect(weighSiteWord(unknown(), [elsewhere, { ...elsewhere, kind: "name" }]).rule).toBe(SITE_WORD_RULE);
    expect(weighSiteWord(unknown(0.95), [elsewhere, { ...elsewhere, kind: "name" }])).toEqual(unknown(0.95));
  });

  it("changes only unknown words", () => {
    const grammar = makeFinding({ check: "grammar", rule: "grammar/repeated-word" });
    expect(weighSiteWord(grammar, everywhere)).toEqual(grammar);
    const dialect = makeFinding({ rule: "spelling/other-dialect" });
    expect(weighSiteWord(dialect, everywhere)).toEqual(dialect);
  });

  const rulesOf = (found: ReturnType<typeof words>) => new Set(weighSiteWords(found, []).map(({ rule }) => rule));

  it("treats doubtful words that far outnumber the sure misspellings as the site's own", () => {
    const weighed = weighSiteWords([...words(12, 0.5), ...words(4, 0.8)], []);
    expect(weighed.slice(0, 12).every(({ rule }) => rule === SITE_WORD_RULE)).toBe(true);
    expect(weighed.slice(12)).toEqual(words(4, 0.8).map(({ issue }) => issue));
  });

  it("keeps doubtful words if they are few, or if the site has many misspellings", () => {
    expect(rulesOf(words(9, 0.5))).toEqual(new Set(["spelling/unknown-word"]));
    expect(rulesOf([...words(12, 0.5), ...words(5, 0.8)])).toEqual(new Set(["spelling/unknown-word"]));
  });
});
