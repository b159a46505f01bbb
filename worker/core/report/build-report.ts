import type { CheckedBlock } from "../checks/check.ts";
import { type Finding, holdsAt } from "../checks/finding.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import { dropOverlapping } from "../checks/overlap.ts";
import { makeIsTaught } from "../checks/spelling/make-is-taught.ts";
import type { HouseStyle } from "../checks/style/house-style.ts";
import type { StyleMatch } from "../checks/style/rule-matcher.ts";
import type { PageVisit } from "../crawl/visit.ts";
import { settleDialects } from "../issues/settle-dialects.ts";
import type { Language } from "../language/languages.ts";
import type { PageLink } from "../page/page-content.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";
import { groupFindings, type PlacedFinding } from "./group-findings.ts";
import type { Report } from "./report.ts";

/** Input of a report: the visits of one Crawl with the pages' contents, and the results of checks and links. */
export type ReportSource = {
  site: string;
  pages: { visit: PageVisit; snapshot: Snapshot | null }[];
  checkedBlock(hash: string): CheckedBlock | null;
  verdicts: LinkVerdict[];
  /** Returns the Finding for a link, or null if nothing is wrong with it. */
  linkFinding(link: PageLink, verdict: LinkVerdict | null, pageUrl: string): Finding | null;
  ms: number;
  peakRssMB: number;
  /** Time at which time-dependent Findings must hold. */
  now: Date;
  siteLanguage: "auto" | Language;
  /** Returns the text of a Block, or null if it is not stored. */
  textOf(hash: string): string | null;
  houseStyle?: HouseStyle | undefined;
};

/** Builds the report of one Crawl for `npm run check`. */
export function buildReport(source: ReportSource): Report {
  const pages = source.pages.filter(({ visit }) => visit.outcome !== "skipped");
  const snapshots = pages.map(({ snapshot }) => snapshot).filter((snapshot) => snapshot !== null);
  const blocks = snapshots.flatMap((snapshot) => snapshot.blocks);
  const texts = new Set(blocks.map(({ hash }) => hash));
  return {
    site: source.site,
    pages: pages.map(({ visit, snapshot }) => ({
      url: visit.url,
      status: visit.status,
      title: snapshot?.title ?? "",
      rendered: visit.rendered ?? "http",
      blocks: snapshot?.blocks.length ?? 0,
      ms: Math.round(visit.ms),
    })),
    findings: groupFindings(
      settleDialects([...placeFindings(source)], source.siteLanguage),
      texts.values().map((hash) => source.textOf(hash) ?? ""),
    ),
    stats: {
      pages: pages.length,
      rendered: pages.filter(({ visit }) => visit.rendered === "browser").length,
      blocks: blocks.length,
      uniqueBlocks: texts.size,
      links: new Set(snapshots.flatMap((snapshot) => snapshot.links.map(({ url }) => url))).size,
      ms: Math.round(source.ms),
      peakRssMB: Math.round(source.peakRssMB),
    },
  };
}

function* placeFindings({
  pages: all,
  checkedBlock,
  verdicts,
  linkFinding,
  now,
  textOf,
  houseStyle,
}: ReportSource): Generator<PlacedFinding> {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.url, verdict]));
  const pages = all.filter(({ visit }) => visit.outcome !== "skipped" || visit.failure?.code === "sitemap");
  const isNamed = makeIsTaught(houseStyle?.words ?? []);
  for (const { visit, snapshot } of pages) {
    const { url } = visit;
    const matchesOfPage: StyleMatch[] = [];
    for (const { hash, selector, kind } of snapshot?.blocks ?? []) {
      const text = textOf(hash) ?? "";
      const matches = houseStyle?.match({ kind, text }) ?? [];
      const ofStyle = houseStyle?.findings(url, text, matches) ?? [];
      matchesOfPage.push(...matches);
      const holding = checkedBlock(hash)?.findings.filter((finding) => holdsAt(finding, now) && !isNamed(finding)) ?? [];
      for (const finding of [...ofStyle, ...dropOverlapping(holding, ofStyle)])
        yield { finding, url, selector, kind, block: hash };
    }
    for (const link of snapshot?.links ?? []) {
      const finding = linkFinding(link, verdictOf.get(link.url) ?? null, url);
      if (finding) yield { finding, url, selector: link.selector, kind: null, block: null };
    }
    // A text that was not read may be the one that a page must have.
    if (!houseStyle || !snapshot || snapshot.isTruncated || visit.outcome === "skipped") continue;
    for (const { finding } of houseStyle.missing({ url, title: snapshot.title }, matchesOfPage))
      yield { finding, url, selector: "body", kind: null, block: null };
  }
}
