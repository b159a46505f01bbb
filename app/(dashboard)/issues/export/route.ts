import { csvResponse } from "#app/_lib/csv-response.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

/** Answers with the issues of all sites of the team as CSV, with the filters of the list's address. */
export async function GET(request: Request): Promise<Response> {
  const { teamId } = await requireMember("sites.see");
  const query = parseIssueListQuery(Object.fromEntries(new URL(request.url).searchParams));
  const now = new Date();
  return csvResponse({
    fileName: exportFileName(["issues"], { at: now, ending: "csv" }),
    headings: ISSUE_HEADINGS,
    batches: findAllIssues(getDatabase(), { teamId, query, now }),
    cellsOf: (issue) => issueCells(issue, getSettings().APP_URL),
  });
}
