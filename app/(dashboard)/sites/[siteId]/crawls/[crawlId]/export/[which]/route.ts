import { csvResponse } from "#app/_lib/csv-response.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findAllCrawlPages } from "#prisma/queries/crawls/find-all-crawl-pages.ts";
import { findCrawl } from "#prisma/queries/crawls/find-crawl.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { CRAWL_PAGE_HEADINGS, crawlPageCells } from "#worker/core/view/csv/crawl-cells.ts";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";

type Context = { params: Promise<{ siteId: string; crawlId: string; which: string }> };

/** Answers with a list of one crawl as CSV: all its pages, or those that were not checked. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { teamId } = await requireMember("sites.see");
  const { siteId, crawlId, which } = await params;
  const db = getDatabase();
  const [site, crawl] = await Promise.all([findSite(db, { teamId, siteId }), findCrawl(db, { teamId, crawlId })]);
  if (!site || crawl?.siteId !== site.id || (which !== "pages" && which !== "not-checked"))
    return new Response("There is no such list.", { status: 404 });
  return csvResponse({
    fileName: exportFileName([site.name, which], { at: crawl.startedAt ?? crawl.queuedAt, ending: "csv" }),
    headings: CRAWL_PAGE_HEADINGS,
    batches: findAllCrawlPages(db, { teamId, crawlId: crawl.id, onlyUnread: which === "not-checked" }),
    cellsOf: crawlPageCells,
  });
}
