import { type Finding, holdsAt, wordingOf } from "../checks/finding.ts";
import { linkFindings } from "../checks/links/link-findings.ts";
import { linkRule } from "../checks/links/link-rules.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import { type FindMeantPage, makeFindMeantPage } from "../checks/links/meant-page.ts";
import { neededAt, needsFile } from "../checks/links/target-use.ts";
import { dropOverlapping } from "../checks/overlap.ts";
import { makeIsTaught } from "../checks/spelling/make-is-taught.ts";
import { createHouseStyle, type HouseStyle } from "../checks/style/house-style.ts";
import type { StyleMatch } from "../checks/style/rule-matcher.ts";
import type { Language } from "../language/languages.ts";
import type { BlockKind } from "../page/block.ts";
import { isRequestable } from "../page/html/link-attributes.ts";
import type { PageLink } from "../page/page-content.ts";
import type { SnapshotBlock } from "../page/snapshot/snapshot.ts";
import { makeIsIgnored } from "../url/ignored-links.ts";
import { earlierFingerprints, fingerprint, linkFingerprints } from "./fingerprint.ts";
import type { Candidate } from "./inherit-identity.ts";
import { type Occurrence, type SeenIssue, WHOLE_PAGE } from "./issue.ts";
import { mergeWording } from "./merge-wording.ts";
import { findMissingTexts, type WholePage } from "./missing-texts.ts";
import type { FindingLocation } from "./own-names.ts";
import { settleDialects } from "./settle-dialects.ts";
import { weighSiteWords } from "./site-words.ts";

/** Current Snapshot of a Page. A page that failed to load keeps its last one, so nothing on it counts as fixed. */
export type SeenPage = {
  url: string;
  blocks: SnapshotBlock[];
  links: PageLink[];
  /** True if it was unchanged since the last finished Crawl and read only because of a new version. */
  isReread: boolean;
};
/** `versionBefore`: version of the link rules at the target's last verdict in a finished Crawl; null if there is none. */
export type SeenTarget = LinkVerdict & { versionBefore: number | null };
/** A Block's text with its Findings and the matches of the Team's house style. `isNew`: no finished Crawl had seen it before. */
export type SeenBlock = { text: string; findings: Finding[]; matches?: StyleMatch[]; isNew: boolean };

type Seen = {
  pages: SeenPage[];
  blocks: ReadonlyMap<string, SeenBlock>;
  verdicts: ReadonlyMap<string, SeenTarget>;
  /** The Team's house style. `wholePages`: all pages, if some must have a text. `rulesKnownAt`: see missing-texts.ts. */
  houseStyle?: { style: HouseStyle; wholePages: readonly WholePage[]; rulesKnownAt: Date | null };
  /** The Site's and its Team's dictionary. */
  words: string[];
  now: Date;
  /** End of the Site's last Crawl: Findings that time alone made true since then are new. Null before the first. */
  lastCrawlAt: Date | null;
  /** Link targets that the Site's owner ignores: see `makeIsIgnored`. */
  ignoredLinks: string[];
  siteLanguage: "auto" | Language;
};

/**
 * `undecided`: fingerprints that this Crawl could not decide, such as those of a link target that blocks robots. `doubtful`: the links to
 * such targets, to compare their places with those of known Issues.
 */
export type GatheredIssues = { seen: SeenIssue[]; undecided: Set<string>; doubtful: Candidate[] };

const NO_STYLE = createHouseStyle([]);
/** Limit of occurrences per Issue: a word to avoid may be on every page. */
const MAX_STYLE_OCCURRENCES = 2_000;

/**
 * Gathers the Findings of all Pages into one SeenIssue per fingerprint, weighed by the spelling of the whole Site. Leaves out
 * dictionary words, ignored links and Findings that do not hold now.
 */
export function gatherSeen({
  pages,
  blocks,
  verdicts,
  words,
  ignoredLinks,
  now,
  lastCrawlAt,
  siteLanguage,
  ...own
}: Seen): GatheredIssues {
  const { style, wholePages, rulesKnownAt } = own.houseStyle ?? { style: NO_STYLE, wholePages: [], rulesKnownAt: null };
  const byFingerprint = new Map<string, SeenIssue>();
  const locationsOf = new Map<string, FindingLocation[]>();
  const undecided = new Set<string>();
  const doubtful: Candidate[] = [];
  const identify = rememberEach((finding: Finding, blockText: string) => ({
    key: fingerprint(finding, blockText),
    earlier: earlierFingerprints(finding, blockText),
  }));
  const namesOf = rememberEach(linkFingerprints);
  const findMeantPage = makeFindMeantPage(pages);
  const isTaught = makeIsTaught(words);
  const isIgnored = makeIsIgnored(ignoredLinks);
  const add = ({ finding, text: blockText, kind, occurrence, isNew }: Omit<PageFinding, "block">) => {
    const { key, earlier } = identify(finding, blockText);
    const issue = byFingerprint.get(key) ?? startIssue(key, finding);
    // A word may be doubtful on one page and clearly wrong on another: the most confident Finding describes the Issue.
    Object.assign(issue, mergeWording(wordingOf(issue), wordingOf(finding)));
    if (finding.check !== "style" || issue.occurrences.length < MAX_STYLE_OCCURRENCES) issue.occurrences.push(occurrence);
    const locations = locationsOf.get(key) ?? [];
    const { url, selector, blockHash } = occurrence;
    const { confidence, evidence } = finding;
    locations.push({ url, selector, kind, block: blockHash, confidence, evidence });
    locationsOf.set(key, locations);
    for (const one of earlier) if (!issue.earlier.includes(one)) issue.earlier.push(one);
    issue.isOldText &&= !isNew;
    byFingerprint.set(key, issue);
  };
  const heldNotYet = (finding: Finding) => lastCrawlAt !== null && !holdsAt(finding, lastCrawlAt);
  const said: PageFinding[] = [];
  for (const { url, blocks: placed, isReread } of pages) {
    for (const { hash, selector, kind } of placed) {
      const block = blocks.get(hash);
      if (!block) continue;
      const ofStyle = style.findings(url, block.text, block.matches ?? []);
      const others = ofStyle.length > 0 ? dropOverlapping(block.findings, ofStyle) : block.findings;
      for (const finding of [...ofStyle, ...others]) {
        if (isTaught(finding) || !holdsAt(finding, now)) continue;
        const { excerpt, range } = finding;
        const isNew = (block.isNew && !isReread) || heldNotYet(finding);
        const occurrence = { url, selector, blockHash: hash, excerpt, range };
        said.push({ finding, block: hash, text: block.text, kind, occurrence, isNew });
      }
    }
  }
  for (const one of settleDialects(said, siteLanguage)) add(one);
  const placed = new Map(pages.map((page) => [page.url, page.blocks]));
  const matchesOn = (url: string) => (placed.get(url) ?? []).flatMap(({ hash }) => blocks.get(hash)?.matches ?? []);
  for (const { finding, url, isUnsure, isNew } of findMissingTexts({ style, pages: wholePages, matchesOn, rulesKnownAt })) {
    const occurrence = { url, selector: WHOLE_PAGE, blockHash: null, excerpt: finding.excerpt, range: null };
    if (isUnsure) undecided.add(fingerprint(finding, ""));
    else add({ finding, text: "", kind: null, occurrence, isNew });
  }
  for (const { url, links, isReread } of pages) {
    for (const link of links) {
      const verdict = verdicts.get(link.url) ?? null;
      if (isIgnored(link.url)) continue;
      for (const found of linkFindings(verdict, [link], url)) {
        const finding = withMeantPage(found, link, findMeantPage);
        const occurrence = { url, selector: link.selector, blockHash: null, excerpt: finding.excerpt, range: null };
        if (verdict?.state === "unknown" && isRequestable(link)) {
          const names = namesOf(link.url);
          for (const name of names) undecided.add(name);
          doubtful.push({ ...wordingOf(finding), fingerprint: names[0] ?? "", earlier: names, occurrences: [occurrence] });
        } else {
          add({ finding, text: "", kind: null, occurrence, isNew: isLinkNews(finding, verdict, isReread) });
        }
      }
    }
  }
  const found = [...byFingerprint].map(([key, issue]) => ({ issue, locations: locationsOf.get(key) ?? [] }));
  const seen = weighSiteWords(found, textsOn(pages, blocks));
  return { seen, undecided, doubtful };
}

/**
 * True if a link broke, or was added, since the last finished Crawl. False if only a newer rule reports a target that was
 * judged before, or if only a newer version reads this link on an unchanged page.
 */
function isLinkNews({ rule }: Finding, verdict: SeenTarget | null, isReread: boolean): boolean {
  if (verdict === null || verdict.versionBefore === null) return !isReread;
  if (linkRule(rule).since > verdict.versionBefore) return false;
  return !isReread || rule === verdict.rule;
}

/** Adds the page that a link to a missing page most likely means. */
function withMeantPage(finding: Finding, link: PageLink, findMeantPage: FindMeantPage): Finding {
  const isOfPage = finding.rule === "links/not-found" && finding.suggestions.length === 0 && !needsFile(neededAt(link));
  const meant = isOfPage ? findMeantPage(link.url) : null;
  return meant === null ? finding : { ...finding, suggestions: [meant] };
}

/** Yields the text of each Block of the pages once. */
function* textsOn(pages: readonly SeenPage[], blocks: Seen["blocks"]): Generator<string> {
  for (const hash of new Set(pages.flatMap((page) => page.blocks.map((block) => block.hash)))) {
    const block = blocks.get(hash);
    if (block) yield block.text;
  }
}

/** A Finding in a Block on a page. */
type PageFinding = {
  finding: Finding;
  block: string;
  text: string;
  kind: BlockKind | null;
  occurrence: Occurrence;
  isNew: boolean;
};

/** Returns `compute` so that it runs once for each first argument: a Block or a link may be on every page of a site. */
function rememberEach<Key, Rest extends unknown[], Result>(
  compute: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const known = new Map<Key, { result: Result }>();
  return (key, ...rest) => {
    const entry = known.get(key) ?? { result: compute(key, ...rest) };
    known.set(key, entry);
    return entry.result;
  };
}

function startIssue(key: string, finding: Finding): SeenIssue {
  return { fingerprint: key, earlier: [], ...wordingOf(finding), occurrences: [], isOldText: true };
}
