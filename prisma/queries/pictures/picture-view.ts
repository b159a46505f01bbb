import { z } from "zod";
import type { Database, Prisma } from "#prisma/client.ts";
import { type PictureMark, pictureMarkSchema } from "#worker/core/view/marks/picture-mark.ts";

/** A picture of a Page as shown. Sizes and marks are in the page's CSS pixels. */
export type PictureView = {
  id: string;
  pageId: string;
  url: string;
  title: string;
  /** The Snapshot that it shows; null: it was deleted. */
  snapshotId: string | null;
  /** True if the Page still says what the picture shows. */
  isCurrent: boolean;
  width: number;
  height: number;
  takenAt: Date;
  marks: PictureMark[];
};

/** Columns of a Picture that `toPictureView` takes. */
export const PICTURE_COLUMNS = {
  id: true,
  pageId: true,
  snapshotId: true,
  width: true,
  height: true,
  takenAt: true,
  marks: true,
  page: { select: { url: true, title: true, snapshotId: true } },
} as const satisfies Prisma.PictureSelect;

type PictureRow = Prisma.PictureGetPayload<{ select: typeof PICTURE_COLUMNS }>;

/**
 * Turns a row into what is shown. Drops marks that no longer hold: of deleted Issues, and in a current picture of Occurrences that are gone.
 * The row must come from a query that was limited to the Team.
 */
export async function toPictureView(db: Database, { page, marks: stored, ...row }: PictureRow): Promise<PictureView> {
  const marks = z.array(pictureMarkSchema).parse(stored);
  const isCurrent = row.snapshotId !== null && row.snapshotId === page.snapshotId;
  const kept = new Set(isCurrent ? await existingOccurrences(db, marks) : await existingIssues(db, marks));
  const isKept = ({ issueId, occurrenceId }: PictureMark) => kept.has(isCurrent ? occurrenceId : issueId);
  return { ...row, url: page.url, title: page.title, isCurrent, marks: marks.filter(isKept) };
}

async function existingOccurrences(db: Database, marks: readonly PictureMark[]): Promise<string[]> {
  const ids = marks.map(({ occurrenceId }) => occurrenceId);
  const rows = await db.occurrence.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function existingIssues(db: Database, marks: readonly PictureMark[]): Promise<string[]> {
  const ids = [...new Set(marks.map(({ issueId }) => issueId))];
  const rows = await db.issue.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
