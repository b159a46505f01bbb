import { describe, expect, it } from "vitest";
import { makeRule } from "#test/worker/core/checks/style/house-rules.ts";
import { makeBlock, makeLink } from "#test/worker/crawl/fake/visit-samples.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { createHouseStyle } from "#worker/core/checks/style/house-style.ts";
import { buildReport } from "#worker/core/report/build-report.ts";
import { reportSchema } from "#worker/core/report/report.ts";
import { makeFinding, makeSource } from "./report-samples.ts";

const HOME = "https://bakery.example/";
const BREAD = "https://bakery.example/bread";
const nav = makeBlock("You will recieve your bread.");
const body = makeBlock("We bake it it every day.");
const DEAD: LinkVerdict = {
  url: "https://mill.example/gone",
  state: "broken",
  rule: "links/not-found",
  status: 404,
  reason: "This page does not exist (404).",
  finalUrl: null,
};
const findingsOf = (found: Record<string, ReturnType<typeof makeFinding>[]>) => (hash: string) =>
  found[hash] ? { hash, language: "en-US" as const, findings: found[hash] } : null;

describe("buildReport", () => {
  it("matches the schema exactly", () => {
    const report = buildReport(
      makeSource([{ url: HOME, blocks: [nav] }], { checkedBlock: findingsOf({ [nav.hash]: [makeFinding()] }) }),
    );
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report).toEqual({
      site: HOME,
      pages: [{ url: HOME, status: 200, title: `Title of ${HOME}`, rendered: "http", blocks: 1, ms: 12 }],
      findings: [
        {
          check: "spelling",
          rule: "spelling/unknown-word",
          severity: "error",
          confidence: 0.9,
          message: "“recieve” is not a word we know.",
          text: "recieve",
          suggestions: ["receive"],
          excerpt: "You will recieve your bread.",
          occurrences: [{ url: HOME, selector: "p:nth-of-type(1)", block: nav.hash }],
        },
      ],
      stats: { pages: 1, rendered: 0, blocks: 1, uniqueBlocks: 1, links: 0, ms: 1235, peakRssMB: 150 },
    });
  });

  it("reports a mistake in the navigation of two pages once, with both locations", () => {
    const report = buildReport(
      makeSource(
        [
          { url: HOME, blocks: [nav] },
          { url: BREAD, blocks: [body, nav] },
        ],
        { checkedBlock: findingsOf({ [nav.hash]: [makeFinding()] }) },
      ),
    );
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.occurrences).toEqual([
      { url: HOME, selector: "p:nth-of-type(1)", block: nav.hash },
      { url: BREAD, selector: "p:nth-of-type(2)", block: nav.hash },
    ]);
    expect(report.stats).toMatchObject({ blocks: 3, uniqueBlocks: 2 });
  });

  it("lists a location once if a word is wrong twice in one Block", () => {
    const twice = [makeFinding(), makeFinding({ range: { start: 30, end: 37 } })];
    const report = buildReport(makeSource([{ url: HOME, blocks: [nav] }], { checkedBlock: findingsOf({ [nav.hash]: twice }) }));
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.occurrences).toHaveLength(1);
  });

  it("separates findings that differ in check, rule or subject", () => {
    const found = [
      makeFinding(),
      makeFinding({ subject: "untill" }),
      makeFinding({ rule: "spelling/case" }),
      makeFinding({ check: "grammar", rule: "grammar/repeated-word" }),
    ];
    const report = buildReport(makeSource([{ url: HOME, blocks: [nav] }], { checkedBlock: findingsOf({ [nav.hash]: found }) }));
    expect(report.findings).toHaveLength(4);
  });

  it("puts spelling before grammar before links, and the most certain first", () => {
    const found = [
      makeFinding({ check: "grammar", rule: "grammar/repeated-word", text: "it it", subject: "it it" }),
      makeFinding({ text: "colour", subject: "colour", confidence: 0.4 }),
      makeFinding(),
    ];
    const report = buildReport(
      makeSource([{ url: HOME, blocks: [nav], links: [makeLink(DEAD.url)] }], {
        checkedBlock: findingsOf({ [nav.hash]: found }),
        verdicts: [DEAD],
      }),
    );
    expect(report.findings.map(({ text }) => text)).toEqual(["recieve", "colour", "it it", DEAD.url]);
  });

  it("reports a broken link on each page that uses it, but no working or undecided one", () => {
    const report = buildReport(
      makeSource(
        [
          {
            url: HOME,
            blocks: [nav],
            links: [makeLink(DEAD.url), makeLink("https://fine.example/"), makeLink("https://shy.example/")],
          },
          { url: BREAD, blocks: [body], links: [makeLink(DEAD.url)] },
        ],
        {
          verdicts: [
            DEAD,
            { ...DEAD, url: "https://fine.example/", state: "ok" },
            { ...DEAD, url: "https://shy.example/", state: "unknown" },
          ],
        },
      ),
    );
    expect(report.findings.map(({ text, excerpt, occurrences }) => ({ text, excerpt, occurrences }))).toEqual([
      {
        text: DEAD.url,
        excerpt: "more",
        occurrences: [
          { url: HOME, selector: "a", block: null },
          { url: BREAD, selector: "a", block: null },
        ],
      },
    ]);
    expect(report.stats.links).toBe(3);
  });

  it("lists failed and gone pages with their status, and leaves out addresses that are not separate pages", () => {
    const report = buildReport(
      makeSource([
        { url: HOME, blocks: [nav], visit: { rendered: "browser" } },
        { url: BREAD, visit: { outcome: "failed", status: null, rendered: null } },
        { url: `${HOME}old`, visit: { outcome: "gone", status: 410, rendered: null } },
        { url: `${HOME}menu.pdf`, visit: { outcome: "skipped", rendered: null } },
      ]),
    );
    expect(report.pages.map(({ url, status, title, blocks, rendered }) => [url, status, title, blocks, rendered])).toEqual([
      [HOME, 200, `Title of ${HOME}`, 1, "browser"],
      [BREAD, null, "", 0, "http"],
      [`${HOME}old`, 410, "", 0, "http"],
    ]);
    expect(report.stats).toMatchObject({ pages: 3, rendered: 1 });
  });

  it("merges mistakes that differ by a capital, and offers the correction in small letters", () => {
    const its = (text: string, right: string) =>
      makeFinding({ check: "grammar", rule: "grammar/wrong-word", text, suggestions: [right], subject: "its" });
    const teh = (text: string, right: string) => makeFinding({ text, suggestions: [right], subject: "teh" });
    const findings = [its("Its", "It's"), its("its", "it's"), teh("Teh", "The"), teh("teh", "the")];
    const report = buildReport(
      makeSource([{ url: HOME, blocks: [body] }], { checkedBlock: findingsOf({ [body.hash]: findings }) }),
    );
    expect(report.findings.map(({ text, suggestions }) => [text, suggestions[0]])).toEqual([
      ["teh", "the"],
      ["its", "it's"],
    ]);
  });

  it("says what one's own rules find, before other checks about the same words, and which page lacks a text", () => {
    const style = createHouseStyle([
      makeRule("avoid", "recieve", { replacement: "get" }),
      makeRule("name", "bake it"),
      makeRule("require", "your bread"),
    ]);
    const texts = new Map([nav, body].map(({ hash, text }) => [hash, text]));
    const report = buildReport(
      makeSource(
        [
          { url: HOME, blocks: [nav] },
          { url: BREAD, blocks: [body] },
        ],
        {
          checkedBlock: findingsOf({ [nav.hash]: [makeFinding()] }),
          houseStyle: style,
          textOf: (hash) => texts.get(hash) ?? null,
        },
      ),
    );
    expect(report.findings.map(({ rule, text, occurrences }) => [rule, text, occurrences.map(({ url }) => url)])).toEqual([
      ["style/avoid", "recieve", [HOME]],
      ["style/require", "Missing text", [BREAD]],
    ]);
  });
});
