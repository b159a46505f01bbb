import { foldVolatile } from "../text/fold-volatile.ts";
import { wordOverlap, wordsOf } from "../text/word-overlap.ts";
import { decodeIfValid } from "../url/decode-if-valid.ts";
import { differOnlyInKeys, keyShape } from "../url/differ-only-in-keys.ts";
import { addressShape } from "../url/steady-address.ts";
import type { IssueState, KnownIssue, KnownPlace, Occurrence, SeenIssue } from "./issue.ts";

/** A seen Issue as far as it is compared with known ones. */
export type Candidate = Pick<SeenIssue, "fingerprint" | "check" | "rule" | "subject" | "text" | "occurrences" | "earlier">;
/**
 * `renamed`: new fingerprints of known Issues, by id. `merged`: ids of known Issues that turned out to be one with another, and the id of
 * that one.
 */
export type Inheritance = { renamed: Map<string, string>; merged: Map<string, string> };

/** Which of several Issues that became one gives it its state: a person's decision first. */
const RANK: readonly IssueState[] = ["ignored", "snoozed", "open", "reopened", "recurring", "unconfirmed", "fixed"];
/** Part of the words around a mistake that must be the same for it to be the same mistake. */
const SAME_WORDS = 0.5;
/** Different words of a link's text that tell it from others. */
const FEWEST_WORDS = 3;
/** Known Issues that are compared with one seen Issue: a page may have thousands of equal links. */
const MOST_COMPARED = 50;

/**
 * Finds the known Issues that a Crawl sees under another fingerprint: those that an earlier version named differently, and those of which
 * only a volatile part changed. The latter are recognised by comparing what the same place had at the last Crawl. Issues of which this
 * Crawl sees the very fingerprint are no candidates. A known Issue passes to one seen Issue at most.
 */
export function inheritIdentity(known: readonly KnownIssue[], seen: readonly Candidate[]): Inheritance {
  const inheritance: Inheritance = { renamed: new Map(), merged: new Map() };
  const byFingerprint = new Map(known.map((issue) => [issue.fingerprint, issue]));
  const seenNow = new Set(seen.map(({ fingerprint }) => fingerprint));
  const taken = new Set<string>();
  for (const issue of seen) {
    const named = [issue.fingerprint, ...issue.earlier].flatMap((one) => byFingerprint.get(one) ?? []);
    const same = named.filter((one) => one.fingerprint === issue.fingerprint || isSameKind(one, issue, seenNow, taken));
    join(inheritance, same, issue.fingerprint);
    for (const { id } of same) taken.add(id);
  }
  const left = known.filter(({ id, fingerprint, state }) => state !== "fixed" && !taken.has(id) && !seenNow.has(fingerprint));
  if (left.length === 0) return inheritance;
  let fresh = seen.filter(({ fingerprint, earlier }) => ![fingerprint, ...earlier].some((one) => byFingerprint.has(one)));
  for (const keysOf of [keysInPlace, keysOnPage, keysOfLinkText])
    fresh = matchByPlace({ left, fresh, keysOf, isPair: isSameText, taken, inheritance });
  for (const keysOf of [keysOfMadeAddress, keysOfMadeAddressAndText])
    fresh = matchByPlace({ left, fresh, keysOf, isPair: isSameLink, taken, inheritance });
  return inheritance;
}

/** An anchor that was missing and a page that is gone are different faults, even if earlier versions gave them one fingerprint. */
function isSameKind(known: KnownIssue, issue: Candidate, seenNow: ReadonlySet<string>, taken: ReadonlySet<string>): boolean {
  if (seenNow.has(known.fingerprint) || taken.has(known.id)) return false;
  return isOfAnchor(known.rule) === isOfAnchor(issue.rule);
}

function isOfAnchor(rule: string): boolean {
  return rule === "links/fragment";
}

function join({ renamed, merged }: Inheritance, same: readonly KnownIssue[], fingerprint: string): void {
  const [first, ...others] = same.toSorted((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state));
  if (!first) return;
  if (first.fingerprint !== fingerprint) renamed.set(first.id, fingerprint);
  for (const { id } of others) merged.set(id, first.id);
}

type Place = { key: string; excerpt: string };
type PlacedIssue = Pick<Candidate, "check" | "rule" | "subject" | "text"> & {
  occurrences: readonly (Pick<Occurrence, "url" | "selector" | "excerpt"> & Pick<KnownPlace, "isStillLinked">)[];
};
type Matching = {
  left: readonly KnownIssue[];
  fresh: readonly Candidate[];
  keysOf(issue: PlacedIssue): Place[];
  isPair(known: Said, seen: Said): boolean;
  taken: Set<string>;
  inheritance: Inheritance;
};

/** Pairs known and seen Issues with a common key, each once. Returns the seen ones that are left. */
function matchByPlace({ left, fresh, keysOf, isPair, taken, inheritance }: Matching): Candidate[] {
  const byKey = new Map<string, { issue: KnownIssue; excerpt: string }[]>();
  for (const issue of left)
    for (const { key, excerpt } of taken.has(issue.id) ? [] : keysOf(issue)) {
      const placed = byKey.get(key);
      if (placed) placed.push({ issue, excerpt });
      else byKey.set(key, [{ issue, excerpt }]);
    }
  const find = (issue: Candidate): KnownIssue | null => {
    for (const { key, excerpt } of keysOf(issue)) {
      const placed = byKey.get(key) ?? [];
      for (let at = 0; at < Math.min(placed.length, MOST_COMPARED); ) {
        const known = placed[at];
        if (!known || taken.has(known.issue.id)) placed.splice(at, 1);
        else if (isPair({ ...known.issue, excerpt: known.excerpt }, { ...issue, excerpt })) return known.issue;
        else at += 1;
      }
    }
    return null;
  };
  return fresh.filter((issue) => {
    const found = find(issue);
    if (!found) return true;
    taken.add(found.id);
    inheritance.renamed.set(found.id, issue.fingerprint);
    return false;
  });
}

/** A mistake with the text that it is in. */
type Said = Pick<PlacedIssue, "check" | "text"> & { excerpt: string };

function isSameText(known: Said, seen: Said): boolean {
  if (seen.check === "links") return foldVolatile(known.excerpt) === foldVolatile(seen.excerpt);
  return wordOverlap(known.excerpt, seen.excerpt) >= SAME_WORDS;
}

function isSameLink(known: Said, seen: Said): boolean {
  return isSameText(known, seen) && differOnlyInKeys(known.text, seen.text);
}

/**
 * Returns the places at which another Issue may be this one. A page that still links to the very target, which works now, has the other link
 * as well.
 */
function placesOf({ occurrences }: PlacedIssue): PlacedIssue["occurrences"] {
  return occurrences.filter(({ isStillLinked }) => isStillLinked !== true);
}

/** Keys of the very places: the element on the page. Any number in the query of a link may have changed there. */
function keysInPlace(issue: PlacedIssue): Place[] {
  const phrase = phraseOf(issue, true);
  return placesOf(issue).map(({ url, selector, excerpt }) => ({ key: JSON.stringify([phrase, url, selector]), excerpt }));
}

/** Keys of the pages, for elements that moved. */
function keysOnPage(issue: PlacedIssue): Place[] {
  const phrase = phraseOf(issue, false);
  return placesOf(issue).map(({ url, excerpt }) => ({ key: JSON.stringify([phrase, url]), excerpt }));
}

/**
 * Keys of links by their text, for those that moved and have another number as well: a banner that comes and goes moves everything below it.
 * A short text ("read more") may lead to many things. A number in both text and address names the target ("Minutes of 2023").
 */
function keysOfLinkText(issue: PlacedIssue): Place[] {
  if (issue.check !== "links") return [];
  const phrase = phraseOf(issue, true);
  const inAddress = new Set(decodeIfValid(issue.text).match(/\p{N}+/gu));
  const namesIn = (excerpt: string) => excerpt.match(/\p{N}+/gu)?.filter((number) => inAddress.has(number)) ?? [];
  return placesOf(issue)
    .filter(({ excerpt }) => wordsOf(excerpt).size >= FEWEST_WORDS)
    .map(({ url, excerpt }) => ({ key: JSON.stringify([phrase, url, foldVolatile(excerpt), ...namesIn(excerpt)]), excerpt }));
}

/** Keys of the very places of links whose paths may have keys that look like no others: `/a-8f3k/b-92ls`. */
function keysOfMadeAddress(issue: PlacedIssue): Place[] {
  if (issue.check !== "links") return [];
  const shape = `${kindOf(issue)} ${keyShape(issue.text)}`;
  return placesOf(issue).map(({ url, selector, excerpt }) => ({ key: JSON.stringify([shape, url, selector]), excerpt }));
}

/** Keys of such links by their text, for those that moved. */
function keysOfMadeAddressAndText(issue: PlacedIssue): Place[] {
  if (issue.check !== "links") return [];
  const shape = `${kindOf(issue)} ${keyShape(issue.text)}`;
  return placesOf(issue)
    .filter(({ excerpt }) => wordsOf(excerpt).size >= FEWEST_WORDS)
    .map(({ url, excerpt }) => ({ key: JSON.stringify([shape, url, foldVolatile(excerpt)]), excerpt }));
}

function kindOf({ rule }: Pick<PlacedIssue, "rule">): string {
  return isOfAnchor(rule) ? "anchor" : "page";
}

function phraseOf({ check, rule, subject, text }: PlacedIssue, loose: boolean): string {
  if (check !== "links") return `${rule} ${foldVolatile(subject)}`;
  return `${kindOf({ rule })} ${addressShape(text, { loose })}`;
}
