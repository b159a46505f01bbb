import type { Database } from "#prisma/client.ts";
import type { ReportFileState } from "#prisma/generated/enums.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { drawingSince } from "#worker/core/report/outside/report-file.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** A Site's report as PDF, as its Team sees it. */
export type ReportFileView = {
  id: string;
  state: ReportFileState;
  requestedAt: Date;
  expiresAt: Date;
  bytes: number | null;
  issues: number | null;
};

const SHOWN = 5;

/** Returns a Site's last reports, the newest first; none if the Team has no such Site. One whose worker was lost counts as failed. */
export async function findReportFiles(
  db: Database,
  { teamId, siteId, now }: { teamId: TeamScope; siteId: string; now: Date },
): Promise<ReportFileView[]> {
  const files = await db.reportFile.findMany({
    where: { siteId, site: sitesOf(teamId), expiresAt: { gt: now } },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, state: true, requestedAt: true, expiresAt: true, bytes: true, issues: true },
  });
  const isLost = ({ state, requestedAt }: ReportFileView) => state !== "ready" && requestedAt <= drawingSince(now);
  return files.map((file) => (isLost(file) ? { ...file, state: "failed" as const } : file));
}
