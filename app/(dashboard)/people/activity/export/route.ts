import { csvResponse } from "#app/_lib/csv-response.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findAllActivity } from "#prisma/queries/people/find-activity.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { ACTIVITY_HEADINGS, activityCells } from "#worker/core/view/csv/activity-cells.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";

/** Answers with everything that was done in the team as CSV. */
export async function GET(): Promise<Response> {
  const { teamId } = await requireMember("activity.see");
  return csvResponse({
    fileName: exportFileName(["activity"], { at: new Date(), ending: "csv" }),
    headings: ACTIVITY_HEADINGS,
    batches: findAllActivity(getDatabase(), { teamId: teamOf(teamId) }),
    cellsOf: activityCells,
  });
}
