import type { Database, Prisma } from "#prisma/client.ts";
import { type Wording, wordingSchema } from "#worker/core/checks/finding.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { findPlaces, type IssuePlace } from "./find-places.ts";

/** An Issue as shown: the mistake, the suggestions, and the pages that contain it. */
export type IssueView = Wording & {
  id: string;
  state: IssueState;
  openedAt: Date;
  fixedAt: Date | null;
  /**
   * For a fixed Issue: a Crawl that no longer saw it, a person who marked it, or a new dictionary word. Null for all others.
   */
  fixedBy: "crawl" | "person" | "dictionary" | null;
  /** The first pages that contain it, and the number of all. */
  places: IssuePlace[];
  pageCount: number;
};

/** Columns that hold an Issue's wording. */
const WORDING_COLUMNS = {
  check: true,
  rule: true,
  severity: true,
  confidence: true,
  message: true,
  text: true,
  subject: true,
  suggestions: true,
  excerpt: true,
} as const satisfies Record<keyof Wording, true>;

/** Columns of an Issue that `withPlaces` takes. */
export const ISSUE_COLUMNS = {
  id: true,
  ...WORDING_COLUMNS,
  state: true,
  openedAt: true,
  fixedAt: true,
  events: { where: { kind: { not: "assigned" } }, orderBy: { id: "desc" }, take: 1, select: { kind: true } },
} as const satisfies Prisma.IssueSelect;

type IssueRow = Prisma.IssueGetPayload<{ select: typeof ISSUE_COLUMNS }>;

/** Adds the pages to rows of one Site's Issues. The rows must come from a query that was limited to the Team. */
export async function withPlaces(db: Database, issues: IssueRow[]): Promise<IssueView[]> {
  const places = await findPlaces(
    db,
    issues.map((issue) => issue.id),
  );
  return issues.map(({ events, ...issue }) => ({
    ...issue,
    ...wordingSchema.parse(issue),
    fixedBy: fixedByOf(issue.state, events[0]?.kind),
    places: places.get(issue.id)?.places ?? [],
    pageCount: places.get(issue.id)?.pageCount ?? 0,
  }));
}

/** Returns who or what fixed an Issue, by the kind of its last event; null if it is not fixed. */
export function fixedByOf(state: IssueState, lastEvent: IssueRow["events"][number]["kind"] | undefined): IssueView["fixedBy"] {
  if (state !== "fixed") return null;
  if (lastEvent === "marked_fixed") return "person";
  return lastEvent === "taught" ? "dictionary" : "crawl";
}
