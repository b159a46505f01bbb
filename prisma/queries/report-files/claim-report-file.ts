import type { Database } from "#prisma/client.ts";

/** Takes a requested report for drawing. Null if it was taken already, or its Site is gone. */
export async function claimReportFile(db: Database, id: string): Promise<{ siteId: string; teamId: string } | null> {
  const { count } = await db.reportFile.updateMany({ where: { id, state: "queued" }, data: { state: "drawing" } });
  if (count === 0) return null;
  const file = await db.reportFile.findUnique({ where: { id }, select: { siteId: true, site: { select: { teamId: true } } } });
  return file && { siteId: file.siteId, teamId: file.site.teamId };
}
