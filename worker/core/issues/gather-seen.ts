import { type Finding, holdsAt, wordingOf } from "../checks/finding.ts";
import { linkFindings } from "../checks/links/link-findings.ts";
import { linkRule } from "../checks/links/link-rules.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import { notYetFound } from "../checks/overlap.ts";
import { makeIsTaught } from "../checks/spelling/make-is-taught.ts";
import { createHouseStyle, type HouseStyle } from "../checks/style/house-style.ts";
import type { StyleMatch } from "../checks/style/rule-matcher.ts";
import type { Language } from "../language/languages.ts";
import type { BlockKind } from "../page/block.ts";
import { isToAsk } from "../page/html/link-attributes.ts";
import type { PageLink } from "../page/page-content.ts";
import type { SnapshotBlock } from "../page/snapshot/snapshot.ts";
import { makeIsIgnored } from "../url/ignored-links.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Occurrence, SeenIssue } from "./issue.ts";
import { findMissingTexts, type WholePage } from "./missing-texts.ts";
import type { Place } from "./own-names.ts";
import { settleDialects } from "./settle-dialects.ts";
import { weighSiteWords } from "./site-words.ts";

/** What a Page says now: its current Snapshot. A page that failed to load keeps its last one, so nothing on it counts as fixed. */
export type SeenPage = {
  url: string;
  blocks: SnapshotBlock[];
  links: PageLink[];
  /** It had not changed since the last finished Crawl, and was read anew only because another version reads or judges otherwise. */
  isReread: boolean;
};
/** `versionBefore`: of the link rules by which a finished Crawl judged the target last; null: none did. */
export type SeenTarget = LinkVerdict & { versionBefore: number | null };
/** A Block's text with its Findings, and where the Team's rules match. `isNew`: no finished Crawl had seen it before. */
export type SeenBlock = { text: string; findings: Finding[]; matches?: StyleMatch[]; isNew: boolean };

type Seen = {
  pages: SeenPage[];
  blocks: ReadonlyMap<string, SeenBlock>;
  verdicts: ReadonlyMap<string, SeenTarget>;
  /** The Team's own rules. `wholePages`: every page, where some must have a text. `rulesKnownAt`: see missing-texts.ts. */
  houseStyle?: { style: HouseStyle; wholePages: readonly WholePage[]; rulesKnownAt: Date | null };
  /** The Site's and its Team's dictionary. */
  words: string[];
  now: Date;
  /** When the Site's last Crawl ended: what time alone made true since is news. Null before the first. */
  lastCrawlAt: Date | null;
  /** Link targets that the Site's owner does not want to hear about: see `makeIsIgnored`. */
  ignoredLinks: string[];
  siteLanguage: "auto" | Language;
};

/** `undecided`: fingerprints about which this Crawl could not tell, such as a link target that turns robots away. */
export type Gathered = { seen: SeenIssue[]; undecided: Set<string> };

const NO_STYLE = createHouseStyle([]);
/** A word to avoid may be on every page: so many places show where. */
const MOST_STYLE_PLACES = 2_000;

/**
 * Gathers the Findings of all Pages under one SeenIssue for each fingerprint, weighed by how the whole Site writes. Words that were taught,
 * links that are ignored, and what does not hold now, are left out.
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
}: Seen): Gathered {
  const { style, wholePages, rulesKnownAt } = own.houseStyle ?? { style: NO_STYLE, wholePages: [], rulesKnownAt: null };
  const byFingerprint = new Map<string, SeenIssue>();
  const placesOf = new Map<string, Place[]>();
  const undecided = new Set<string>();
  const isTaught = makeIsTaught(words);
  const isIgnored = makeIsIgnored(ignoredLinks);
  const add = ({ finding, text: blockText, kind, place: occurrence, isNew }: Omit<Said, "block">) => {
    const key = fingerprint(finding, blockText);
    const issue = byFingerprint.get(key) ?? startIssue(key, finding);
    // One word may be doubtful where it stands first and plainly wrong elsewhere: the surest Finding speaks for the Issue.
    if (finding.confidence > issue.confidence) Object.assign(issue, wordingOf(finding));
    if (finding.check !== "style" || issue.occurrences.length < MOST_STYLE_PLACES) issue.occurrences.push(occurrence);
    const places = placesOf.get(key) ?? [];
    const { url, selector, blockHash } = occurrence;
    places.push({ url, selector, kind, block: blockHash, confidence: finding.confidence });
    placesOf.set(key, places);
    issue.oldText &&= !isNew;
    byFingerprint.set(key, issue);
  };
  const heldNotYet = (finding: Finding) => lastCrawlAt !== null && !holdsAt(finding, lastCrawlAt);
  const said: Said[] = [];
  for (const { url, blocks: placed, isReread } of pages) {
    for (const { hash, selector, kind } of placed) {
      const block = blocks.get(hash);
      if (!block) continue;
      const ofStyle = style.findings(url, block.text, block.matches ?? []);
      const others = ofStyle.length > 0 ? notYetFound(block.findings, ofStyle) : block.findings;
      for (const finding of [...ofStyle, ...others]) {
        if (isTaught(finding) || !holdsAt(finding, now)) continue;
        const { excerpt, range } = finding;
        const isNew = (block.isNew && !isReread) || heldNotYet(finding);
        const place = { url, selector, blockHash: hash, excerpt, range };
        said.push({ finding, block: hash, text: block.text, kind, place, isNew });
      }
    }
  }
  for (const one of settleDialects(said, siteLanguage)) add(one);
  const placed = new Map(pages.map((page) => [page.url, page.blocks]));
  const matchesOn = (url: string) => (placed.get(url) ?? []).flatMap(({ hash }) => blocks.get(hash)?.matches ?? []);
  for (const { finding, url, isUnsure, isNew } of findMissingTexts({ style, pages: wholePages, matchesOn, rulesKnownAt })) {
    const place = { url, selector: "body", blockHash: null, excerpt: finding.excerpt, range: null };
    if (isUnsure) undecided.add(fingerprint(finding, ""));
    else add({ finding, text: "", kind: null, place, isNew });
  }
  for (const { url, links, isReread } of pages) {
    for (const link of links) {
      const verdict = verdicts.get(link.url) ?? null;
      if (isIgnored(link.url)) continue;
      for (const finding of linkFindings(verdict, [link], url)) {
        if (verdict?.state === "unknown" && isToAsk(link)) undecided.add(fingerprint(finding, ""));
        else {
          const place = { url, selector: link.selector, blockHash: null, excerpt: finding.excerpt, range: null };
          add({ finding, text: "", kind: null, place, isNew: isLinkNews(finding, verdict, isReread) });
        }
      }
    }
  }
  const seen = weighSiteWords([...byFingerprint].map(([key, issue]) => ({ issue, places: placesOf.get(key) ?? [] })));
  return { seen, undecided };
}

/**
 * Whether a link went wrong, or came, since the last finished Crawl. It did neither where only a newer rule complains of a target that was
 * judged before, or where only a newer version sees the link, or this use of it, on a page that has not changed.
 */
function isLinkNews({ rule }: Finding, verdict: SeenTarget | null, isReread: boolean): boolean {
  if (verdict === null || verdict.versionBefore === null) return !isReread;
  if (linkRule(rule).since > verdict.versionBefore) return false;
  return !isReread || rule === verdict.rule;
}

/** A Finding in a Block on a page. */
type Said = { finding: Finding; block: string; text: string; kind: BlockKind | null; place: Occurrence; isNew: boolean };

function startIssue(key: string, finding: Finding): SeenIssue {
  return { fingerprint: key, ...wordingOf(finding), occurrences: [], oldText: true };
}
