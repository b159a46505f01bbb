import { MAIL_CONFIDENCE, type WordEvidence, type Wording } from "../checks/finding.ts";
import type { BlockKind } from "../page/block.ts";
import { plural } from "../text/plural.ts";
import { type FindingLocation, isInDomain, isStatedName } from "./own-names.ts";
import { countUses } from "./word-uses.ts";

/** Rule of Issues that ask if a word is the Site's own. Their fingerprint is that of the misspelling that they replace. */
export const SITE_WORD_RULE = "spelling/site-word";

const UNKNOWN_WORD = "spelling/unknown-word";
/**
 * Number of different texts, on several pages or on one, from which a word is deliberate and not mistyped. Navigation is one
 * text, even on many pages.
 */
const FEWEST_TEXTS = 3;
const FEWEST_TEXTS_ON_ONE_PAGE = 5;
/** Confidence at or below which the text around a word marks it as a name. */
const NAMED = 0.4;
/**
 * Confidence from which a word is so close to a common one that it is a misspelling, even if repeated ("accomodation" on all
 * pages of a hotel).
 */
const SURE_MISTAKE = 0.9;
/**
 * The same, if the Site never writes the word as we suggest: then it repeats a word of its own ("Disassemblies"), or a
 * misspelling that is beyond doubt.
 */
const SURE_WITHOUT_RIGHT = 0.99;
/** Confidence below which two texts with a word, and none with its correction, make it doubtful. */
const SURE_TWICE = 0.97;
/** Words of another language on a Site, and their share of its unknown words, from which they are text in that language. */
const FEWEST_FOREIGN = 3;
const FOREIGN_SHARE = 1 / 3;
/** This many doubtful words, and this many for each sure misspelling, are vocabulary: few typing errors are doubtful. */
const MANY_DOUBTFUL = 10;
const DOUBTFUL_FOR_ONE_SURE = 3;
/** Confidences of a hint and of a question: both are shown on the site, never mailed. */
const HINT = 0.5;
const CONFIDENCE = MAIL_CONFIDENCE / 2;

type Weighed = Pick<Wording, "rule" | "severity" | "confidence" | "message" | "text" | "suggestions">;
type Found<Issue> = { issue: Issue; locations: readonly FindingLocation[] };

/**
 * Weighs the unknown words of a Site by their use in its `texts`.
 * 1. A word in several texts, always in the same spelling, is vocabulary: the owner is asked once to add it to the dictionary.
 * 2. So is a word in the domain, even if close to a common word, and a word that the pages state as a name (see own-names.ts).
 * 3. A word that is clearly a name in one Block is hardly a mistake in another.
 * 4. Words of another language that are a good part of the unknown words are quotations or names.
 * 5. If doubtful words far outnumber sure misspellings (a handbook full of commands), they are vocabulary, too.
 * Other Issues are returned unchanged.
 */
export function weighSiteWords<Issue extends Weighed>(found: readonly Found<Issue>[], texts: Iterable<string>): Issue[] {
  const words = found.filter(({ issue }) => issue.rule === UNKNOWN_WORD);
  const uses = countUses(
    words.filter(isRepeated).flatMap(({ issue }) => issue.suggestions.slice(0, 1)),
    texts,
  );
  const foreign = words.filter((one) => saysOf(one, "foreign")).length;
  const isQuoting = foreign >= FEWEST_FOREIGN && foreign >= words.length * FOREIGN_SHARE;
  const weighed = found.map((one) => ({
    issue: isQuoting && saysOf(one, "foreign") ? asHint(one.issue) : weighByUse(one, uses),
    locations: one.locations,
  }));
  const unknown = weighed.filter(({ issue }) => issue.rule === UNKNOWN_WORD);
  const doubtful = unknown.filter(({ issue }) => issue.confidence < MAIL_CONFIDENCE).length;
  const sure = unknown.length - doubtful;
  if (doubtful < MANY_DOUBTFUL || doubtful < sure * DOUBTFUL_FOR_ONE_SURE) return weighed.map(({ issue }) => issue);
  return weighed.map(({ issue, locations }) =>
    issue.rule === UNKNOWN_WORD && issue.confidence < MAIL_CONFIDENCE ? asQuestion(issue, locations) : issue,
  );
}

function saysOf<Issue>({ locations }: Found<Issue>, said: WordEvidence): boolean {
  return locations.some(({ evidence }) => evidence === said);
}

function isRepeated<Issue extends Weighed>({ issue, locations }: Found<Issue>): boolean {
  return issue.confidence >= MAIL_CONFIDENCE && countTexts(locations) > 1;
}

function weighByUse<Issue extends Weighed>(one: Found<Issue>, uses: ReadonlyMap<string, number>): Issue {
  const { issue, locations } = one;
  if (issue.rule !== UNKNOWN_WORD) return issue;
  if (isInDomain(issue.text, locations)) return asQuestion(issue, locations);
  const texts = countTexts(locations);
  // Whoever believes in a common misspelling writes it always.
  const isSlip = saysOf(one, "listed-slip") || (uses.get(issue.suggestions[0]?.toLowerCase() ?? "") ?? 0) > 0;
  if (issue.confidence >= (isSlip || texts < FEWEST_TEXTS ? SURE_MISTAKE : SURE_WITHOUT_RIGHT))
    return texts > 1 && !isSlip && issue.confidence < SURE_TWICE ? asHint(issue) : issue;
  if (isStatedName(issue.text, locations)) return asQuestion(issue, locations);
  const isNamedSomewhere = locations.some(({ confidence }) => confidence <= NAMED);
  const isOnPages = countPages(locations) > 1 || isNamedSomewhere || issue.confidence >= SURE_MISTAKE;
  if (texts >= (isOnPages ? FEWEST_TEXTS : FEWEST_TEXTS_ON_ONE_PAGE)) return asQuestion(issue, locations);
  const isDoubtful = isNamedSomewhere || (texts > 1 && !isSlip);
  return isDoubtful && issue.confidence >= MAIL_CONFIDENCE ? asHint(issue) : issue;
}

/** Kinds of texts in the head of a page. They repeat its headings, so they do not show that a word was written again. */
const REPEATING: ReadonlySet<BlockKind | null> = new Set<BlockKind>(["title", "description", "social"]);

function countTexts(locations: readonly FindingLocation[]): number {
  return new Set(locations.filter(({ kind }) => !REPEATING.has(kind)).map(({ block }) => block)).size;
}

function asHint<Issue extends Weighed>(issue: Issue): Issue {
  return { ...issue, severity: "hint", confidence: Math.min(HINT, issue.confidence) };
}

function asQuestion<Issue extends Weighed>(issue: Issue, locations: readonly FindingLocation[]): Issue {
  const message = `“${issue.text}” is used on ${plural(countPages(locations), "page")} and is not in our dictionaries. Is it one of your own words?`;
  return { ...issue, rule: SITE_WORD_RULE, severity: "hint", confidence: CONFIDENCE, message };
}

function countPages(locations: readonly FindingLocation[]): number {
  return new Set(locations.map(({ url }) => url)).size;
}
