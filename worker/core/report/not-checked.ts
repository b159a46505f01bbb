import { plural } from "../text/plural.ts";
import { shownAddress } from "../view/shown-address.ts";

/**
 * Part of a site that a Crawl did not check, with the reason. `example`: one of its addresses, if it makes sense to show one.
 */
export type NotChecked = { code: NotCheckedCode; message: string; count: number; example?: string };
/** Count for one code, with an example if there is one. */
export type LeftOut = { count: number; example?: string | undefined };

/** Appends an example address. */
const such = (example?: string) => (example ? `, such as ${shownAddress(example)}` : "");
const addresses = (count: number) => plural(count, "address", "addresses");
const pages = (count: number) => plural(count, "page");
/** Returns the singular or plural form for a count. */
const either = (count: number, one: string, many: string) => (count === 1 ? one : many);
const them = (count: number) => either(count, "it", "them");
const whatWasKnown = (count: number) => `We keep what we knew about ${them(count)}.`;

/** Closed set of reasons. Each sentence says what was left out, why, and where possible what to do. */
const SENTENCES = {
  "page-limit": (count) => `We did not visit ${pages(count)} because of the page limit.`,
  "not-proven": (count) =>
    `We did not visit ${pages(count)}, because you have not verified yet that this site is yours. You can do so in its settings.`,
  "trap-dates": (count, example) => `We did not visit ${addresses(count)} of an endless calendar${such(example)}.`,
  "trap-filters": (count, example) =>
    `We did not visit ${addresses(count)} that only ${either(count, "filters or sorts", "filter or sort")} the same content${such(example)}.`,
  "trap-list": (count, example) => `We did not visit ${addresses(count)} of endless lists without new content${such(example)}.`,
  "trap-folders": (count, example) =>
    `We did not check ${addresses(count)} that ${either(count, "shows", "show")} the same pages again in ever deeper folders${such(example)}, because links there do not begin with a slash.`,
  "trap-parameters": (count, example) =>
    `We did not visit ${addresses(count)} that ${either(count, "shows a page", "show pages")} again under another parameter that changes nothing${such(example)}.`,
  "trap-path": (count, example) =>
    `We did not visit ${addresses(count)} that ${either(count, "repeats", "repeat")} the same folders${such(example)}.`,
  variants: (count, example) => `We did not visit ${addresses(count)} for printing, sharing or replying${such(example)}.`,
  depth: (count) =>
    `We did not visit ${pages(count)} that ${either(count, "is", "are")} too many clicks away from the start page.`,
  sitemaps: (count) =>
    `We did not read ${plural(count, "sitemap")} (too many files or too slow), so we may miss pages that no link leads to.`,
  "too-many-addresses": () => "We stopped collecting addresses, because the site has far more than the page limit allows.",
  robots: (count) => `We did not visit ${pages(count)} that robots.txt disallows.`,
  "not-html": (count) =>
    `We did not read ${addresses(count)} that ${either(count, "is not a web page", "are not web pages")} (documents, pictures, downloads).`,
  "too-large": (count) => `We did not read ${pages(count)} that ${either(count, "is", "are")} too large.`,
  "cut-short": (count) =>
    `We read only the beginning of ${pages(count)}, because ${either(count, "it is", "they are")} too large.`,
  "sign-in": (count) =>
    `We could not open ${pages(count)} behind a sign-in: the sign-in that you gave us did not work there. ${whatWasKnown(count)}`,
  acts: (count, example) =>
    `We did not visit ${addresses(count)} that might sign us out or change your site${such(example)}, because we use your sign-in.`,
  "no-text": (count, example) =>
    `We could not check ${pages(count)}, because ${either(count, "it", "they")} showed no text${such(example)}. Open ${them(count)} in a private browser window: we do not see what comes only after a click or a sign-in.`,
  failed: (count) => `We could not load ${pages(count)}. ${whatWasKnown(count)}`,
  "needs-browser": (count) => `We read ${pages(count)} without a browser, so we may have missed text there.`,
  "check-failed": (count) =>
    `We could not check ${plural(count, "text")} because of a fault on our side; we check ${them(count)} again next time.`,
  "text-cost": (count) =>
    `We checked only a part of ${plural(count, "text")}, because checking the rest would take far too long. ${whatWasKnown(count)}`,
  "check-budget": (count) =>
    `We did not check ${plural(count, "text")}, because the computing time for the page or the crawl was used up. ${whatWasKnown(count)}`,
  "grammar-server": (count) =>
    `We could not check the grammar of ${plural(count, "text")}, because the LanguageTool server did not answer; we try again next time.`,
  language: (count) =>
    `We did not check ${plural(count, "text")} in ${either(count, "a language", "languages")} that we do not support yet.`,
  "link-unknown": (count) =>
    `We could not tell whether ${plural(count, "link")} ${either(count, "works", "work")}: the server did not answer in time or does not let programs in.`,
  "links-robots": (count) =>
    `We did not check ${plural(count, "link")}, because robots.txt disallows ${either(count, "its address", "their addresses")}.`,
  "links-pending": (count) =>
    `We are still checking ${plural(count, "link")} to other sites that answer slowly; what we find follows.`,
  "links-left": (count) => `We did not check ${plural(count, "link")}, because the crawl ended first.`,
  "site-down": (count) => `We did not visit ${pages(count)}, because the site stopped answering.`,
  "same-text": (count) => `We did not visit ${pages(count)}, because all pages of the site showed the same text.`,
  "pages-missing": (count) =>
    `We did not record ${pages(count)}, because most pages of the site were suddenly missing. ${whatWasKnown(count)}`,
  "time-limit": (count) => `We did not visit ${pages(count)}, because the crawl ran out of time.`,
  "crawl-delay": (count) =>
    `We did not visit ${pages(count)}: robots.txt asks for a pause before each page, and the crawl ran out of time.`,
  interrupted: (count) => `We did not visit ${pages(count)}, because the crawl was stopped.`,
} satisfies Record<string, (count: number, example?: string) => string>;

export type NotCheckedCode = keyof typeof SENTENCES;

/** Returns the code under which an unread page is counted, or null for pages that were read or are no pages. */
export function notCheckedCode(outcome: string | null, failureCode: string | null): NotCheckedCode | null {
  if (failureCode === "robots" || failureCode === "not-html" || failureCode === "too-large") return failureCode;
  if (outcome === "failed" && (failureCode === "sign-in" || failureCode === "no-text")) return failureCode;
  return outcome === "failed" ? "failed" : null;
}

function sentence(code: NotCheckedCode, count: number, example: string | undefined): string {
  const say: (count: number, example?: string) => string = SENTENCES[code];
  return say(count, example);
}

/** Returns the non-zero counts with their sentences, in the order of the table above. */
export function listNotChecked(leftOut: ReadonlyMap<NotCheckedCode, LeftOut>): NotChecked[] {
  const account: NotChecked[] = [];
  for (const code of NOT_CHECKED_CODES) {
    const { count = 0, example } = leftOut.get(code) ?? {};
    if (count > 0) account.push({ code, count, message: sentence(code, count, example), ...(example ? { example } : {}) });
  }
  return account;
}

/** All codes, in the order in which reports list them. */
export const NOT_CHECKED_CODES = Object.keys(SENTENCES).filter(isNotCheckedCode);

function isNotCheckedCode(code: string): code is NotCheckedCode {
  return Object.hasOwn(SENTENCES, code);
}
