import { plural } from "../view/plural.ts";
import { shownAddress } from "../view/shown-address.ts";

/** What a Crawl left out, and why: a true account says what it does not know. `example`: one such address, where there is one to show. */
export type NotChecked = { code: NotCheckedCode; message: string; count: number; example?: string };
/** Of one code, how many and, where known, one of them. */
export type LeftOut = { count: number; example?: string | undefined };

/** An address to show what is meant. */
const such = (example?: string) => (example ? `, such as ${shownAddress(example)}` : "");
const addresses = (count: number) => plural(count, "address", "addresses");
const pages = (count: number) => plural(count, "page");
/** A word that goes with a count: what is left out may be one alone. */
const either = (count: number, one: string, many: string) => (count === 1 ? one : many);
const them = (count: number) => either(count, "it", "them");
const whatWasKnown = (count: number) => `What was known of ${them(count)} is kept.`;

/** Closed set of reasons; each sentence says what was left out, why, and where it helps, what to do. */
const SENTENCES = {
  "page-limit": (count) => `${pages(count)} over the page limit: not visited.`,
  "not-proven": (count) =>
    `${pages(count)} not visited, because nobody has shown yet that this site is theirs: the site's settings say how.`,
  "trap-dates": (count, example) => `${addresses(count)} of a calendar that goes on without end${such(example)}: not visited.`,
  "trap-filters": (count, example) =>
    `${addresses(count)} for filtering or sorting the same content in ever new ways${such(example)}: not visited.`,
  "trap-list": (count, example) =>
    `${addresses(count)} of lists without end that say nothing new${such(example)}: not visited.`,
  "trap-path": (count, example) => `${addresses(count)} with the same folders again and again${such(example)}: not visited.`,
  variants: (count, example) => `${addresses(count)} for printing, sharing or answering a page${such(example)}: not visited.`,
  depth: (count) => `${pages(count)} too many clicks away from the start page: not visited.`,
  sitemaps: (count) =>
    `${plural(count, "sitemap")} not read (too many files, or too slow an answer): pages that nothing else leads to may be missing.`,
  "too-many-addresses": () => "More addresses than can be noted down: the page limit was reached long before.",
  robots: (count) => `${pages(count)} that robots.txt asks not to visit.`,
  "not-html": (count) =>
    `${addresses(count)} that ${either(count, "holds", "hold")} no web page (documents, pictures, downloads): not read.`,
  "too-large": (count) => `${pages(count)} larger than can be read.`,
  "cut-short": (count) => `${pages(count)} so large that only the beginning was read.`,
  "sign-in": (count) =>
    `${pages(count)} behind a sign-in: what is kept for this site to sign in with did not open ${them(count)}. ${whatWasKnown(count)}`,
  acts: (count, example) =>
    `${addresses(count)} that may sign us out or change something on the site${such(example)}: not visited with your sign-in.`,
  failed: (count) => `${pages(count)} that could not be loaded. ${whatWasKnown(count)}`,
  "needs-browser": (count) => `${pages(count)} that may say more in a browser, read without one.`,
  "check-failed": (count) =>
    `${plural(count, "text")} whose check broke off; ${either(count, "it is", "they are")} checked again next time.`,
  "text-cost": (count) =>
    `${plural(count, "text")} that ${either(count, "takes", "take")} far longer to check than prose does, so that only a part was checked. ${whatWasKnown(count)}`,
  "check-budget": (count) =>
    `${plural(count, "text")} not checked, because the computing time for checking ${either(count, "its", "their")} page or this crawl was used up. ${whatWasKnown(count)}`,
  "grammar-server": (count) =>
    `The grammar of ${plural(count, "text")}, because the LanguageTool server did not answer; the next check asks again.`,
  language: (count) =>
    `${plural(count, "text")} in ${either(count, "a language that is", "languages that are")} not checked yet.`,
  "link-unknown": (count) =>
    `${plural(count, "link target")} that would not say whether ${either(count, "it works", "they work")} (no answer in time, or no access for programs).`,
  "links-left": (count) => `${plural(count, "link target")} not asked: the crawl ended before.`,
  "site-down": (count) => `${pages(count)} not visited, because the site stopped answering.`,
  "time-limit": (count) => `${pages(count)} not visited, because the time for this crawl was used up.`,
  "crawl-delay": (count) =>
    `${pages(count)} not visited: robots.txt asks for a pause before each page, and the time for this crawl was used up.`,
  interrupted: (count) => `${pages(count)} not visited, because the crawl was stopped.`,
} satisfies Record<string, (count: number, example?: string) => string>;

export type NotCheckedCode = keyof typeof SENTENCES;

/** Under which code a page that was not read is left out; null where it was read, or is none. */
export function leftOutCode(outcome: string | null, failureCode: string | null): NotCheckedCode | null {
  if (failureCode === "robots" || failureCode === "not-html" || failureCode === "too-large") return failureCode;
  if (outcome === "failed" && failureCode === "sign-in") return failureCode;
  return outcome === "failed" ? "failed" : null;
}

function sentence(code: NotCheckedCode, count: number, example: string | undefined): string {
  const say: (count: number, example?: string) => string = SENTENCES[code];
  return say(count, example);
}

/** Codes with their counts, as an account: those with a count of none are left out, in the order of the table above. */
export function accountNotChecked(leftOut: ReadonlyMap<NotCheckedCode, LeftOut>): NotChecked[] {
  const account: NotChecked[] = [];
  for (const code of NOT_CHECKED_CODES) {
    const { count = 0, example } = leftOut.get(code) ?? {};
    if (count > 0) account.push({ code, count, message: sentence(code, count, example), ...(example ? { example } : {}) });
  }
  return account;
}

/** All codes, in the order in which an account lists them. */
export const NOT_CHECKED_CODES = Object.keys(SENTENCES).filter(isNotCheckedCode);

function isNotCheckedCode(code: string): code is NotCheckedCode {
  return Object.hasOwn(SENTENCES, code);
}
