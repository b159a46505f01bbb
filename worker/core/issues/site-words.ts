import { type Finding, MAIL_CONFIDENCE } from "../checks/finding.ts";
import { plural } from "../view/plural.ts";

/** The rule of Issues that ask whether a word is the Site's own. Their fingerprint is that of the misspelling which they were taken for. */
export const SITE_WORD_RULE = "spelling/site-word";

/** Texts written apart, from which on a word is used and not mistyped, on several pages or on one. Navigation is one text on however many pages. */
const FEWEST_TEXTS = 3;
const FEWEST_TEXTS_ON_ONE_PAGE = 5;
/** What a word is found with where the text around it says that it is a name. */
const NAMED = 0.4;
/** So near to a common word that it is a misspelling, however often it is repeated ("accomodation" on a hotel's every page). */
const SURE_MISTAKE = 0.9;
/** Shown on the site, never mailed; and asked there. */
const HINT = 0.5;
const CONFIDENCE = MAIL_CONFIDENCE / 2;

type Weighed = Pick<Finding, "rule" | "severity" | "confidence" | "message" | "text">;
/** A page, the Block on it, and how sure the Finding there is. */
export type Place = { url: string; block: string | null; confidence: number };

/**
 * Weighs an unknown word by how the Site uses it: one that stands in several texts, always in the same spelling, is its
 * vocabulary. It is asked about once, for the dictionary, and is no mistake; one that is plainly a name at one place is hardly a
 * mistake at another. All else comes back as it is.
 */
export function weighSiteWord<Issue extends Weighed>(issue: Issue, places: readonly Place[]): Issue {
  if (issue.rule !== "spelling/unknown-word" || issue.confidence >= SURE_MISTAKE) return issue;
  const pages = new Set(places.map(({ url }) => url)).size;
  const texts = new Set(places.map(({ block }) => block)).size;
  const isNamedSomewhere = places.some(({ confidence }) => confidence <= NAMED);
  const fewest = pages > 1 || isNamedSomewhere ? FEWEST_TEXTS : FEWEST_TEXTS_ON_ONE_PAGE;
  if (texts < fewest) return isNamedSomewhere ? asHint(issue) : issue;
  const message = `“${issue.text}” stands on ${plural(pages, "page")} and in no dictionary of ours. Is it one of your words?`;
  return { ...issue, rule: SITE_WORD_RULE, severity: "hint", confidence: CONFIDENCE, message };
}

function asHint<Issue extends Weighed>(issue: Issue): Issue {
  return issue.confidence < MAIL_CONFIDENCE ? issue : { ...issue, severity: "hint", confidence: HINT };
}
