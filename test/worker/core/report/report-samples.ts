import { makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { Finding } from "#worker/core/checks/finding.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { PageVisit } from "#worker/core/crawl/visit.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import type { ReportSource } from "#worker/core/report/build-report.ts";

/** A spelling mistake in a sentence; `fields` replace what a test is about. */
export function makeFinding(fields: Partial<Finding> = {}): Finding {
  return {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "“recieve” is not a word we know.",
    text: "recieve",
    suggestions: ["receive"],
    excerpt: "You will recieve your bread.",
    range: { start: 9, end: 16 },
    subject: "recieve",
    ...fields,
  };
}

/** The Finding of a dead link, as the link checks would word it. */
export function makeLinkFinding(link: PageLink, verdict: LinkVerdict | null): Finding | null {
  if (verdict?.state !== "broken") return null;
  return makeFinding({
    check: "links",
    rule: "links/not-found",
    message: verdict.reason,
    text: verdict.url,
    suggestions: [],
    excerpt: link.text,
    range: null,
    subject: verdict.url,
  });
}

/** Page by page: what it says, where it links to, and what was found in each of its Blocks. */
export type SamplePage = { url: string; visit?: Partial<PageVisit>; blocks?: Block[]; links?: PageLink[] };

export function makeSource(pages: SamplePage[], fields: Partial<ReportSource> = {}): ReportSource {
  return {
    site: "https://bakery.example/",
    pages: pages.map(({ url, visit, blocks, links = [] }) => ({
      visit: makeVisit({ url, ...visit }),
      snapshot: blocks ? makeSnapshot({ title: `Title of ${url}`, blocks, links }) : null,
    })),
    checkedBlock: () => null,
    textOf: () => null,
    verdicts: [],
    linkFinding: makeLinkFinding,
    ms: 1234.5,
    peakRssMB: 150.4,
    now: new Date("2026-11-21T06:00:00Z"),
    siteLanguage: "auto",
    ...fields,
  };
}
