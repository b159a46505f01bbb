import type { ListedPage } from "../pages/listed-page.ts";
import { PAGE_STATE_WORDS } from "../pages/page-state.ts";
import type { CsvCell } from "./csv-row.ts";

export const PAGE_HEADINGS = ["Address", "Title", "State", "Reason", "Status", "Last visit", "Open issues", "Page"] as const;

/** Returns the cells of a Page, in the order of `PAGE_HEADINGS`. Its last is its address in the product. */
export function pageCells({ id, siteId, url, title, state, ...page }: ListedPage, appUrl: string): CsvCell[] {
  const { reason, status, lastVisitedAt, openIssues } = page;
  const shown = new URL(`/sites/${siteId}/pages/${id}`, appUrl).href;
  return [url, title, PAGE_STATE_WORDS[state].words, reason, status, lastVisitedAt, openIssues, shown];
}
