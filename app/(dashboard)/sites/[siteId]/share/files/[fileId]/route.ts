import { getDatabase } from "#app/_lib/database.ts";
import { getPictureStore } from "#app/_lib/picture-store.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findReportFileKey } from "#prisma/queries/report-files/find-report-file-key.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";

type Context = { params: Promise<{ siteId: string; fileId: string }> };

/** Answers with a report as PDF to a member of its Team. For all others it does not exist. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { teamId } = await requireMember("sites.see");
  const { siteId, fileId } = await params;
  const found = await findReportFileKey(getDatabase(), { teamId, siteId, fileId, now: new Date() });
  const file = found && (await getPictureStore().get(found.key));
  if (!found || !file) return new Response("There is no such file, or it has expired. Make the PDF again.", { status: 404 });
  const name = exportFileName([found.siteName, "report"], { at: found.requestedAt, ending: "pdf" });
  return new Response(file.stream, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(file.bytes),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
