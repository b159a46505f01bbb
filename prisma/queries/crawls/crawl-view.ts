import { z } from "zod";
import type { Prisma } from "#prisma/client.ts";
import { WAIT_CODES, type WaitCode } from "#worker/core/crawl/wait-codes.ts";

/** Columns of a Crawl that the dashboard shows. */
export const CRAWL_COLUMNS = {
  id: true,
  siteId: true,
  reason: true,
  state: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  attempts: true,
  pagesFound: true,
  pagesDone: true,
  pagesFailed: true,
  pagesChanged: true,
  findings: true,
  linksFound: true,
  linksChecked: true,
  opened: true,
  fixed: true,
  failureCode: true,
  failureMessage: true,
  notChecked: true,
  onlyUrls: true,
  waitsFor: true,
} as const;

/** A code of a later version is shown as none. */
export const waitCode = z.enum(WAIT_CODES).nullable().catch(null);

type CrawlRow = Prisma.CrawlGetPayload<{ select: typeof CRAWL_COLUMNS }>;

/** Parts of the site that a Crawl left out, with the reason as shown to the owner; `count` is the number of pages or links. */
export const storedNotChecked = z.object({ code: z.string(), message: z.string(), count: z.number().int() });
export type StoredNotChecked = z.infer<typeof storedNotChecked>;

/** A Crawl as shown in the dashboard. */
export type CrawlView = Omit<CrawlRow, "notChecked" | "waitsFor"> & {
  notChecked: StoredNotChecked[];
  waitsFor: WaitCode | null;
};

/** Converts a row. @throws ZodError when `notChecked` does not have the shape that recording writes. */
export function toCrawlView(row: CrawlRow): CrawlView {
  return { ...row, notChecked: z.array(storedNotChecked).parse(row.notChecked), waitsFor: waitCode.parse(row.waitsFor) };
}
