import { plural } from "../view/plural.ts";

/** What a Crawl left out, and why: a true account says what it does not know. */
export type NotChecked = { code: NotCheckedCode; message: string; count: number };

const pages = (count: number) => plural(count, "page");

/** Closed set of reasons; each sentence says what was left out, why, and where it helps, what to do. */
const SENTENCES = {
  "page-limit": (count) => `${pages(count)} over the page limit: not visited.`,
  trap: (count) =>
    `${plural(count, "address", "addresses")} of a kind that never ends (repeating folders, endless filters, calendars): not visited.`,
  depth: (count) => `${pages(count)} too many clicks away from the start page: not visited.`,
  "too-many-addresses": () => "More addresses than can be noted down: the page limit was reached long before.",
  robots: (count) => `${pages(count)} that robots.txt asks not to visit.`,
  "not-html": (count) =>
    `${plural(count, "address", "addresses")} that hold no web page (documents, pictures, downloads): not read.`,
  "too-large": (count) => `${pages(count)} larger than can be read.`,
  "cut-short": (count) => `${pages(count)} so large that only the beginning was read.`,
  failed: (count) => `${pages(count)} that could not be loaded. What was known of them is kept.`,
  "needs-browser": (count) => `${pages(count)} that may say more in a browser, read without one.`,
  "check-failed": (count) => `${plural(count, "text")} whose check broke off; they are checked again next time.`,
  language: (count) => `${plural(count, "text")} in languages that are not checked yet.`,
  "link-unknown": (count) =>
    `${plural(count, "link target")} that would not say whether they work (no answer in time, or no access for programs).`,
  "links-left": (count) => `${plural(count, "link target")} not asked: the crawl ended before.`,
  "site-down": (count) => `${pages(count)} not visited, because the site stopped answering.`,
  "time-limit": (count) => `${pages(count)} not visited, because the time for this crawl was used up.`,
  interrupted: (count) => `${pages(count)} not visited, because the crawl was stopped.`,
} satisfies Record<string, (count: number) => string>;

export type NotCheckedCode = keyof typeof SENTENCES;

/** Under which code a page that was not read is left out; null where it was read, or is none. */
export function leftOutCode(outcome: string | null, failureCode: string | null): NotCheckedCode | null {
  if (failureCode === "robots" || failureCode === "not-html" || failureCode === "too-large") return failureCode;
  return outcome === "failed" ? "failed" : null;
}

/** Codes with their counts, as an account: those with a count of none are left out, in the order of the table above. */
export function accountNotChecked(counts: ReadonlyMap<NotCheckedCode, number>): NotChecked[] {
  const account: NotChecked[] = [];
  for (const code of NOT_CHECKED_CODES) {
    const count = counts.get(code) ?? 0;
    if (count > 0) account.push({ code, count, message: SENTENCES[code](count) });
  }
  return account;
}

/** All codes, in the order in which an account lists them. */
export const NOT_CHECKED_CODES = Object.keys(SENTENCES).filter(isNotCheckedCode);

function isNotCheckedCode(code: string): code is NotCheckedCode {
  return Object.hasOwn(SENTENCES, code);
}
