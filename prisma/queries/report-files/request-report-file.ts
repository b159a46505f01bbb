import type { Database } from "#prisma/client.ts";
import { enqueueReport, type Queue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { drawingSince, REPORT_FILE_DAYS } from "#worker/core/report/outside/report-file.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };

const DAY_MS = 86_400_000;
/** Reports that may be made of a Site in an hour. Each takes a browser for some seconds. */
const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;

/**
 * Has a worker draw a Site's report as PDF, unless one is being drawn. Returns its id.
 * @throws DomainError `not-found` when the Team has no such Site, `conflict` before its first Crawl, `unavailable` after too many.
 */
export async function requestReportFile(
  { db, queue, now }: Dependencies,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const sites = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Site" AS site WHERE site."id" = ${siteId} AND ${sqlSitesOf(teamId)} FOR NO KEY UPDATE`;
    if (sites.length === 0) throw new DomainError("not-found", "This site is no longer in your list.");
    const finished = await tx.crawl.findFirst({ where: { siteId, state: "finished" }, select: { id: true } });
    if (!finished) throw new DomainError("conflict", "There is no report yet. Wait until the first crawl has finished.");
    const underWay = await tx.reportFile.findFirst({
      where: { siteId, state: { in: ["queued", "drawing"] }, requestedAt: { gt: drawingSince(now) } },
      select: { id: true },
    });
    if (underWay) return underWay;
    const recent = await tx.reportFile.count({ where: { siteId, requestedAt: { gt: new Date(now.getTime() - HOUR_MS) } } });
    if (recent >= MOST_AN_HOUR)
      throw new DomainError(
        "unavailable",
        `You made ${MOST_AN_HOUR} reports of this site within an hour. Use the last one, or try again later.`,
        {
          retryable: true,
        },
      );
    const expiresAt = new Date(now.getTime() + REPORT_FILE_DAYS * DAY_MS);
    const file = await tx.reportFile.create({ data: { siteId, requestedAt: now, expiresAt }, select: { id: true } });
    await enqueueReport(queue, tx, file.id);
    return file;
  });
}
