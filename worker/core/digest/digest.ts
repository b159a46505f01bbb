import type { Wording } from "../checks/finding.ts";

/** One Issue as a Digest tells it. */
export type DigestItem = Pick<Wording, "check" | "severity" | "message" | "text" | "excerpt"> & {
  issueId: string;
  suggestion: string | null;
  /** The first page where it stands (or stood), and on how many. */
  pageUrl: string;
  pageCount: number;
  reopened: boolean;
};

/** What is new and fixed since a recipient was last told. An empty one is never made: see `buildDigest`. */
export type Digest = {
  siteId: string;
  siteName: string;
  opened: DigestItem[];
  fixed: DigestItem[];
  /** Open Issues in all, after this Crawl. */
  stillOpen: number;
  pagesChecked: number;
  /** Pages that could not be checked this time; nothing on them counts as fixed. */
  pagesFailed: number;
};
