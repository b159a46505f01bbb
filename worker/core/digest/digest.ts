import type { Wording } from "../checks/finding.ts";

/** An Issue in a Digest. */
export type DigestItem = Pick<Wording, "check" | "severity" | "message" | "text" | "excerpt"> & {
  issueId: string;
  suggestion: string | null;
  /** The first page that has (or had) it, and the number of such pages. */
  pageUrl: string;
  pageCount: number;
  reopened: boolean;
  /** Number of further Issues of the same kind that the mail only counts. */
  alike: number;
};

/** New and fixed Issues since a recipient's last mail. `buildDigest` never returns an empty one. */
export type Digest = {
  siteId: string;
  /** The Site's name with its address: see worker/core/view/sites/site-label.ts. */
  siteName: string;
  /** The Issues that the mail shows, and the number of all. */
  opened: DigestItem[];
  openedCount: number;
  fixed: DigestItem[];
  fixedCount: number;
  /** Total number of open Issues after this Crawl. */
  stillOpen: number;
  pagesChecked: number;
  /** Number of pages that could not be checked this time; nothing on them counts as fixed. */
  pagesFailed: number;
};
