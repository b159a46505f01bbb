import { MAIL_CONFIDENCE, type Wording } from "../checks/finding.ts";
import { plural } from "../text/plural.ts";
import { isInDomain, isStatedName, type Place } from "./own-names.ts";

/** The rule of Issues that ask whether a word is the Site's own. Their fingerprint is that of the misspelling which they were taken for. */
export const SITE_WORD_RULE = "spelling/site-word";

const UNKNOWN_WORD = "spelling/unknown-word";
/** Texts written apart, from which on a word is used and not mistyped, on several pages or on one. Navigation is one text on however many pages. */
const FEWEST_TEXTS = 3;
const FEWEST_TEXTS_ON_ONE_PAGE = 5;
/** What a word is found with where the text around it says that it is a name. */
const NAMED = 0.4;
/** So near to a common word that it is a misspelling, however often it is repeated ("accomodation" on a hotel's every page). */
const SURE_MISTAKE = 0.9;
/** So many doubtful words, and so many for each sure misspelling, are vocabulary: of what people mistype, few are doubtful. */
const MANY_DOUBTFUL = 10;
const DOUBTFUL_FOR_ONE_SURE = 3;
/** Shown on the site, never mailed; and asked there. */
const HINT = 0.5;
const CONFIDENCE = MAIL_CONFIDENCE / 2;

type Weighed = Pick<Wording, "rule" | "severity" | "confidence" | "message" | "text">;
/**
 * Weighs the unknown words of a Site by how it uses them.
 * 1. One that stands in several texts, always in the same spelling, is its vocabulary: asked about once, for the dictionary, and no mistake.
 * 2. So is one in the domain, however near to a common word; and one that the pages state as a name (see own-names.ts).
 * 3. One that is plainly a name at one place is hardly a mistake at another.
 * 4. Where doubtful words far outnumber sure misspellings (a handbook that is full of commands), they are its vocabulary, too.
 *
 * All else comes back as it is.
 */
export function weighSiteWords<Issue extends Weighed>(found: readonly { issue: Issue; places: readonly Place[] }[]): Issue[] {
  const weighed = found.map(({ issue, places }) => ({ issue: weighByUse(issue, places), places }));
  const unknown = weighed.filter(({ issue }) => issue.rule === UNKNOWN_WORD);
  const doubtful = unknown.filter(({ issue }) => issue.confidence < MAIL_CONFIDENCE).length;
  const sure = unknown.length - doubtful;
  if (doubtful < MANY_DOUBTFUL || doubtful < sure * DOUBTFUL_FOR_ONE_SURE) return weighed.map(({ issue }) => issue);
  return weighed.map(({ issue, places }) =>
    issue.rule === UNKNOWN_WORD && issue.confidence < MAIL_CONFIDENCE ? asQuestion(issue, places) : issue,
  );
}

function weighByUse<Issue extends Weighed>(issue: Issue, places: readonly Place[]): Issue {
  if (issue.rule !== UNKNOWN_WORD) return issue;
  if (isInDomain(issue.text, places)) return asQuestion(issue, places);
  if (issue.confidence >= SURE_MISTAKE) return issue;
  if (isStatedName(issue.text, places)) return asQuestion(issue, places);
  const texts = new Set(places.map(({ block }) => block)).size;
  const isNamedSomewhere = places.some(({ confidence }) => confidence <= NAMED);
  const fewest = countPages(places) > 1 || isNamedSomewhere ? FEWEST_TEXTS : FEWEST_TEXTS_ON_ONE_PAGE;
  if (texts >= fewest) return asQuestion(issue, places);
  return isNamedSomewhere && issue.confidence >= MAIL_CONFIDENCE ? { ...issue, severity: "hint", confidence: HINT } : issue;
}

function asQuestion<Issue extends Weighed>(issue: Issue, places: readonly Place[]): Issue {
  const message = `“${issue.text}” is used on ${plural(countPages(places), "page")} and is not in our dictionaries. Is it one of your own words?`;
  return { ...issue, rule: SITE_WORD_RULE, severity: "hint", confidence: CONFIDENCE, message };
}

function countPages(places: readonly Place[]): number {
  return new Set(places.map(({ url }) => url)).size;
}
