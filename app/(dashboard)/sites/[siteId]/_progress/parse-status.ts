import * as z from "zod/mini";
import "#app/_lib/answers/zod-without-eval.ts";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { WAIT_CODES } from "#worker/core/crawl/wait-codes.ts";

const count = z.int().check(z.minimum(0));
const statusSchema = z.object({
  state: z.enum(["queued", "running", "finished", "failed", "cancelled"]),
  pagesFound: count,
  pagesDone: count,
  pagesFailed: count,
  findings: count,
  linksFound: count,
  linksChecked: count,
  waitsFor: z.catch(z.nullable(z.enum(WAIT_CODES)), null),
  startedAt: z.nullable(z.coerce.date()),
}) satisfies z.ZodMiniType<CrawlStatus>;

/** Returns the progress of a Crawl as the server sends it; null if it is something else. */
export function parseStatus(json: unknown): CrawlStatus | null {
  const status = statusSchema.safeParse(json);
  return status.success ? status.data : null;
}
