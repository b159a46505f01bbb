import { MAIL_CONFIDENCE, type Wording } from "../checks/finding.ts";
import { plural } from "../text/plural.ts";
import { type FindingLocation, isInDomain, isStatedName } from "./own-names.ts";

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
/** This many doubtful words, and this many for each sure misspelling, are vocabulary: few typing errors are doubtful. */
const MANY_DOUBTFUL = 10;
const DOUBTFUL_FOR_ONE_SURE = 3;
/** Confidences of a hint and of a question: both are shown on the site, never mailed. */
const HINT = 0.5;
const CONFIDENCE = MAIL_CONFIDENCE / 2;

type Weighed = Pick<Wording, "rule" | "severity" | "confidence" | "message" | "text">;
/**
 * Weighs the unknown words of a Site by their use.
 * 1. A word in several texts, always in the same spelling, is vocabulary: the owner is asked once to add it to the dictionary.
 * 2. So is a word in the domain, even if close to a common word, and a word that the pages state as a name (see own-names.ts).
 * 3. A word that is clearly a name in one Block is hardly a mistake in another.
 * 4. If doubtful words far outnumber sure misspellings (a handbook full of commands), they are vocabulary, too.
 * Other Issues are returned unchanged.
 */
export function weighSiteWords<Issue extends Weighed>(
  found: readonly { issue: Issue; locations: readonly FindingLocation[] }[],
): Issue[] {
  const weighed = found.map(({ issue, locations }) => ({ issue: weighByUse(issue, locations), locations }));
  const unknown = weighed.filter(({ issue }) => issue.rule === UNKNOWN_WORD);
  const doubtful = unknown.filter(({ issue }) => issue.confidence < MAIL_CONFIDENCE).length;
  const sure = unknown.length - doubtful;
  if (doubtful < MANY_DOUBTFUL || doubtful < sure * DOUBTFUL_FOR_ONE_SURE) return weighed.map(({ issue }) => issue);
  return weighed.map(({ issue, locations }) =>
    issue.rule === UNKNOWN_WORD && issue.confidence < MAIL_CONFIDENCE ? asQuestion(issue, locations) : issue,
  );
}

function weighByUse<Issue extends Weighed>(issue: Issue, locations: readonly FindingLocation[]): Issue {
  if (issue.rule !== UNKNOWN_WORD) return issue;
  if (isInDomain(issue.text, locations)) return asQuestion(issue, locations);
  if (issue.confidence >= SURE_MISTAKE) return issue;
  if (isStatedName(issue.text, locations)) return asQuestion(issue, locations);
  const texts = new Set(locations.map(({ block }) => block)).size;
  const isNamedSomewhere = locations.some(({ confidence }) => confidence <= NAMED);
  const fewest = countPages(locations) > 1 || isNamedSomewhere ? FEWEST_TEXTS : FEWEST_TEXTS_ON_ONE_PAGE;
  if (texts >= fewest) return asQuestion(issue, locations);
  return isNamedSomewhere && issue.confidence >= MAIL_CONFIDENCE ? { ...issue, severity: "hint", confidence: HINT } : issue;
}

function asQuestion<Issue extends Weighed>(issue: Issue, locations: readonly FindingLocation[]): Issue {
  const message = `“${issue.text}” is used on ${plural(countPages(locations), "page")} and is not in our dictionaries. Is it one of your own words?`;
  return { ...issue, rule: SITE_WORD_RULE, severity: "hint", confidence: CONFIDENCE, message };
}

function countPages(locations: readonly FindingLocation[]): number {
  return new Set(locations.map(({ url }) => url)).size;
}
