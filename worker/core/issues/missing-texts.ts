import type { Finding } from "../checks/finding.ts";
import type { HouseStyle } from "../checks/style/house-style.ts";
import type { StyleMatch } from "../checks/style/rule-matcher.ts";

/** A page whose texts are known. `isNew`: it says something else than at the last finished Crawl. */
export type WholePage = { url: string; title: string; isTruncated: boolean; isNew: boolean };

type Pages = {
  style: Pick<HouseStyle, "missing">;
  pages: readonly WholePage[];
  /** The rules' matches in all texts of a page. */
  matchesOn(url: string): readonly StyleMatch[];
  /** Rules that are younger tell no news; null: all were applied before. */
  rulesKnownAt: Date | null;
};
/** `isUnsure`: only part of the page was read, and the text may be in the rest. `isNew`: the page lost it, or came without it. */
type Missing = { finding: Finding; url: string; isUnsure: boolean; isNew: boolean };

/** Finds the texts that pages must have and lack. */
export function findMissingTexts({ style, pages, matchesOn, rulesKnownAt }: Pages): Missing[] {
  return pages.flatMap(({ url, title, isTruncated, isNew }) =>
    style.missing({ url, title: title || url }, matchesOn(url)).map(({ finding, changedAt }) => ({
      finding,
      url,
      isUnsure: isTruncated,
      isNew: isNew && (rulesKnownAt === null || changedAt <= rulesKnownAt),
    })),
  );
}
