import type { CheckedBlock } from "../checks/check.ts";
import type { CheckId } from "../checks/check-kinds.ts";
import type { LinkVerdict } from "../checks/links/link-verdict.ts";
import { needsNextCrawl } from "../checks/links/needs-next-crawl.ts";
import type { HouseStyle } from "../checks/style/house-style.ts";
import { gatherSeen, type SeenBlock, type SeenPage } from "../issues/gather-seen.ts";
import type { KnownIssue, KnownPlace, SeenIssue } from "../issues/issue.ts";
import type { RememberedCrawl, RememberedIssue } from "../issues/remembered-issue.ts";
import { type TrackedIssues, trackIssues } from "../issues/track-issues.ts";
import type { Language } from "../language/languages.ts";
import type { Block } from "../page/block.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";
import type { ReportChange } from "./report.ts";

/** A page after a Crawl. `snapshot`: null if the page is gone. `isNew`: it says something else than before. `isUnread`: it was not read this time. */
export type ComparedPage = { url: string; snapshot: Snapshot | null; isReread: boolean; isNew: boolean; isUnread: boolean };

/** Results of a Crawl. */
export type CrawlResult = {
  pages: readonly ComparedPage[];
  block(hash: string): Block | null;
  checked(hash: string): CheckedBlock | null;
  verdicts: readonly LinkVerdict[];
  style: HouseStyle;
  only: readonly CheckId[];
  language: "auto" | Language;
  /** True if the last Crawl saw the same pages missing, but recorded nothing. Absent: false. */
  believesMissing?: boolean;
  now: Date;
};

/**
 * Compares a Crawl with the one before, by the same steps as the service. `before`: null at the first one, whose Issues are the baseline.
 * Issues of checks that did not run this time are kept as they were.
 */
export function compareCrawls(
  before: RememberedCrawl | null,
  crawl: CrawlResult,
): { changes: ReportChange[]; issues: RememberedIssue[] } {
  const runs = ({ check }: { check: CheckId }) => crawl.only.includes(check);
  const gathered = gatherSeen(seenIn(before, crawl));
  const seen = gathered.seen.filter(runs);
  const remembered = before?.issues ?? [];
  const places = new Map(crawl.pages.map((page) => [page.url, page]));
  const placeOf = makePlaceOf(places, crawl, before?.blocks ?? new Set());
  const known: KnownIssue[] = remembered
    .map((issue, index) => ({ ...issue, id: String(index), occurrences: issue.occurrences.map((at) => placeOf(issue, at)) }))
    .filter(runs);
  const undecided = new Set([...gathered.undecided, ...onIncompletePages(known, crawl)]);
  const notNews = new Set(known.filter(({ id }) => isWithdrawn(remembered[Number(id)], places)).map(({ id }) => id));
  const { believesMissing = false } = crawl;
  const rules = { notNews, baseline: before === null, believesMissing, needsNextCrawl };
  const tracked = trackIssues(known, { ...gathered, seen, undecided }, rules);
  const issues = nextIssues(tracked, { seen, remembered, isFirst: before === null });
  const byFingerprint = new Map(issues.map((issue) => [issue.fingerprint, issue]));
  const changes = tracked.changes.flatMap(({ event, quiet, fingerprint }): ReportChange[] => {
    const issue = byFingerprint.get(fingerprint);
    // Without people, nothing is ignored or snoozed.
    if (event === null || event === "ignored" || event === "woken" || !issue) return [];
    const { check, rule, message, text } = issue;
    const occurrences = issue.occurrences.map(({ url, selector }) => ({ url, selector }));
    return [{ event, quiet, check, rule, message, text, occurrences }];
  });
  return { changes, issues: [...issues, ...remembered.filter((issue) => !runs(issue))] };
}

function seenIn(before: RememberedCrawl | null, crawl: CrawlResult): Parameters<typeof gatherSeen>[0] {
  const { pages, style, now, language } = crawl;
  const read = pages.flatMap(({ snapshot, ...page }) => (snapshot ? [{ ...page, snapshot }] : []));
  const seenPages: SeenPage[] = read.map(({ url, isReread, snapshot: { blocks, links } }) => ({
    url,
    blocks,
    links,
    isReread,
  }));
  const hashes = new Set(seenPages.flatMap(({ blocks }) => blocks.map(({ hash }) => hash)));
  const verdicts = crawl.verdicts.map((verdict) => {
    const versionBefore = before?.judged.has(verdict.url) ? before.linkRules : null;
    return [verdict.url, { ...verdict, versionBefore }] as const;
  });
  return {
    pages: seenPages,
    blocks: new Map([...hashes].map((hash) => [hash, seenBlock(hash, before, crawl)])),
    verdicts: new Map(verdicts),
    houseStyle: {
      style,
      wholePages: read.map(({ url, isNew, snapshot: { title, isTruncated } }) => ({ url, isNew, title, isTruncated })),
      rulesKnownAt: null,
    },
    words: [...style.words],
    now,
    lastCrawlAt: before?.at ?? null,
    ignoredLinks: [],
    siteLanguage: language,
  };
}

function seenBlock(hash: string, before: RememberedCrawl | null, { block, checked, style }: CrawlResult): SeenBlock {
  const { text, kind } = block(hash) ?? { text: "", kind: "text" as const };
  const findings = checked(hash)?.findings ?? [];
  return { text, findings, matches: style.match({ kind, text }), isNew: !before?.blocks.has(hash) };
}

type Places = ReadonlyMap<string, ComparedPage>;

/** Returns a function that adds to a remembered place what is there now. `before`: hashes of the Blocks that the Site had. */
function makePlaceOf(places: Places, { block }: CrawlResult, before: ReadonlySet<string>) {
  const blockAt = (snapshot: Snapshot | null, selector: string): KnownPlace["now"] => {
    const hash = snapshot?.blocks.find((one) => one.selector === selector)?.hash;
    const text = hash === undefined ? undefined : block(hash)?.text;
    return hash === undefined || text === undefined ? null : { hash, text };
  };
  const linkAt = (snapshot: Snapshot | null, selector: string): KnownPlace["now"] => {
    const link = snapshot?.links.find((one) => one.selector === selector);
    return link ? { hash: link.url, text: link.text } : null;
  };
  const freshOn = (snapshot: Snapshot | null) => {
    const hashes = snapshot?.blocks.filter(({ hash }) => !before.has(hash)) ?? [];
    return hashes.flatMap(({ hash }) => block(hash)?.text ?? []);
  };
  return ({ text }: RememberedIssue, at: RememberedIssue["occurrences"][number]): KnownPlace => {
    const { url, selector, excerpt, blockHash } = at;
    const { snapshot = null, isUnread = false } = places.get(url) ?? {};
    const place = { url, selector, excerpt, isPageGone: !snapshot, isUnread };
    if (blockHash !== null) return { ...place, now: blockAt(snapshot, selector), fresh: freshOn(snapshot) };
    return {
      ...place,
      now: linkAt(snapshot, selector),
      isStillLinked: snapshot?.links.some(({ url }) => url === text) === true,
    };
  };
}

/** Returns the fingerprints of Issues on pages that were not read or checked to their end, so that they may still be there. */
function* onIncompletePages(known: readonly KnownIssue[], { pages, checked }: CrawlResult): Generator<string> {
  const cutOff = new Set(pages.filter(({ snapshot }) => snapshot?.isTruncated).map(({ url }) => url));
  const isUnfinished = (hash: string) => checked(hash)?.unfinished !== undefined;
  const unchecked = new Set(
    pages.filter(({ snapshot }) => snapshot?.blocks.some(({ hash }) => isUnfinished(hash))).map(({ url }) => url),
  );
  for (const { fingerprint, check, occurrences } of known) {
    const readsTexts = check !== "links" && check !== "style";
    if (occurrences.some(({ url }) => cutOff.has(url) || (readsTexts && unchecked.has(url)))) yield fingerprint;
  }
}

/** Returns true if an Issue was never reported, or if its text is still there, so that other rules withdrew it. */
function isWithdrawn(issue: RememberedIssue | undefined, places: Places): boolean {
  if (!issue?.isReported) return true;
  const isThere = (url: string, hash: string | null) =>
    places.get(url)?.snapshot?.blocks.some((block) => block.hash === hash) === true;
  return issue.occurrences.some(({ url, blockHash }) => blockHash !== null && isThere(url, blockHash));
}

type Sources = { seen: readonly SeenIssue[]; remembered: readonly RememberedIssue[]; isFirst: boolean };

/** Returns the Issues to remember, with their latest wording and places. */
function nextIssues(tracked: TrackedIssues, { seen, remembered, isFirst }: Sources): RememberedIssue[] {
  const now = new Map(seen.map((issue) => [issue.fingerprint, issue]));
  const changes = new Map(tracked.changes.map((change) => [change.fingerprint, change]));
  const known = tracked.known.map(({ id, fingerprint }) => ({ before: remembered[Number(id)], fingerprint }));
  const opened = tracked.changes.filter(({ id }) => id === null).map(({ fingerprint }) => ({ before: undefined, fingerprint }));
  return [...known, ...opened].flatMap(({ before, fingerprint }): RememberedIssue[] => {
    const [wording, change] = [now.get(fingerprint) ?? before, changes.get(fingerprint)];
    const state = change?.after ?? before?.state;
    const course = change?.course ?? before?.course;
    if (!wording || !state || !course) return [];
    const { check, rule, subject, text, message, confidence } = wording;
    const occurrences = wording.occurrences.map(({ url, selector, excerpt, blockHash }) => ({
      url,
      selector,
      excerpt,
      blockHash,
    }));
    const isOpening = change?.event === "opened" || change?.event === "reopened";
    const isReported = isOpening ? isFirst || !change.quiet : before?.isReported === true;
    return [{ fingerprint, state, course, check, rule, subject, text, message, confidence, occurrences, isReported }];
  });
}
