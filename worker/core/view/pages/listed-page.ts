import type { PageState } from "./page-state.ts";

/** A Page as a list shows it. */
export type ListedPage = {
  id: string;
  siteId: string;
  url: string;
  title: string;
  state: PageState;
  /** Why it was not read, as shown to the owner; null if it was. */
  reason: string | null;
  /** HTTP status of the last visit; null: there was no answer. */
  status: number | null;
  lastVisitedAt: Date | null;
  /** As its Site's page counts them. */
  openIssues: number;
};
