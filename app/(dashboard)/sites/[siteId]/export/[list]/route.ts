import { csvResponse } from "#app/_lib/csv-response.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findAllCrawls } from "#prisma/queries/crawls/find-all-crawls.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { findAllPages } from "#prisma/queries/pages/find-page-list.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { CRAWL_HEADINGS, crawlCells } from "#worker/core/view/csv/crawl-cells.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { PAGE_HEADINGS, pageCells } from "#worker/core/view/csv/page-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { parsePageListQuery } from "#worker/core/view/pages/page-list-query.ts";

type Context = { params: Promise<{ siteId: string; list: string }> };

const LISTS = new Set(["issues", "crawls", "pages"]);

/** Answers with a list of a site as CSV: its issues or pages, with the filters of the list's address, or its crawls. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { teamId } = await requireMember("sites.see");
  const { siteId, list } = await params;
  const db = getDatabase();
  const site = await findSite(db, { teamId, siteId });
  if (!site || !LISTS.has(list)) return new Response("There is no such list.", { status: 404 });
  const now = new Date();
  const fileName = exportFileName([site.name, list], { at: now, ending: "csv" });
  const wanted = { teamId, siteId: site.id };
  if (list === "crawls")
    return csvResponse({ fileName, headings: CRAWL_HEADINGS, batches: findAllCrawls(db, wanted), cellsOf: crawlCells });
  const search = Object.fromEntries(new URL(request.url).searchParams);
  if (list === "pages") {
    const { q, state } = parsePageListQuery(search);
    return csvResponse({
      fileName,
      headings: PAGE_HEADINGS,
      batches: findAllPages(db, { ...wanted, q, state }),
      cellsOf: (page) => pageCells(page, getSettings().APP_URL),
    });
  }
  const query = parseIssueListQuery(search);
  return csvResponse({
    fileName,
    headings: ISSUE_HEADINGS,
    batches: findAllIssues(db, { ...wanted, query, now }),
    cellsOf: (issue) => issueCells(issue, getSettings().APP_URL),
  });
}
