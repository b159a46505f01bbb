import { z } from "zod";
import type { Occurrence } from "#worker/core/issues/issue.ts";

/** An Occurrence as the database stores it, without its id. */
export const occurrenceRow = z.object({
  issueId: z.string(),
  pageId: z.string(),
  selector: z.string(),
  blockHash: z.string().nullable(),
  excerpt: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
});
export type OccurrenceRow = z.infer<typeof occurrenceRow>;

/** Returns the row of an Occurrence; none if its page is not on record. */
export function toOccurrenceRows(
  issueId: string,
  { url, selector, blockHash, excerpt, range }: Occurrence,
  pageIds: ReadonlyMap<string, string>,
): OccurrenceRow[] {
  const pageId = pageIds.get(url);
  if (pageId === undefined) return [];
  return [{ issueId, pageId, selector, blockHash, excerpt, start: range?.start ?? null, end: range?.end ?? null }];
}
