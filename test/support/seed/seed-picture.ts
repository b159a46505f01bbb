import { randomBytes } from "node:crypto";
import type { Database } from "#prisma/client.ts";

type Wanted = {
  siteId: string;
  pageId: string;
  takenAt: Date;
  /** The texts of the Issues that are marked, one below the other. */
  texts: readonly string[];
  /** Defaults to the current one of the Page. */
  snapshotId?: string;
};

/** Width and height of a seeded picture, in CSS pixels, and the first mark in it. */
export const SEEDED_PICTURE = { width: 1280, height: 1600, mark: { x: 160, y: 200, width: 120, height: 28 } } as const;

/** Creates the row of a Page's picture with the mark of each Issue. There is no file: the browser's request must be answered by the test. */
export async function seedPicture(db: Database, { siteId, pageId, takenAt, texts, snapshotId }: Wanted): Promise<string> {
  const page = await db.page.findUniqueOrThrow({ where: { id: pageId }, select: { snapshotId: true } });
  const occurrences = await db.occurrence.findMany({
    where: { pageId, issue: { siteId, text: { in: [...texts] } } },
    select: { id: true, issueId: true, issue: { select: { text: true } } },
  });
  const marks = occurrences.map(({ id, issueId, issue }) => ({
    occurrenceId: id,
    issueId,
    rects: [{ ...SEEDED_PICTURE.mark, y: SEEDED_PICTURE.mark.y + 100 * texts.indexOf(issue.text) }],
  }));
  const picture = await db.picture.create({
    data: {
      siteId,
      pageId,
      snapshotId: snapshotId ?? page.snapshotId,
      key: randomBytes(16).toString("hex"),
      width: SEEDED_PICTURE.width,
      height: SEEDED_PICTURE.height,
      bytes: 1,
      takenAt,
      marks,
      sought: occurrences.map(({ id }) => id),
    },
  });
  return picture.id;
}
