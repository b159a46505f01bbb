import { plural } from "#worker/core/text/plural.ts";

/** Returns "1 page", "37 pages", "1,204 pages" or "no pages". */
export function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : plural(count, noun);
}

/** Returns "1 issue", "12 issues" or "no issues". */
export const countOfIssues = (count: number): string => countOf(count, "issue");

/** Returns one line without control characters, for subjects and header values that contain site names. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}
