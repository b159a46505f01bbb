import type { Database } from "#prisma/client.ts";
import { makePdfKey, type PictureStore } from "#prisma/pictures/picture-store.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { reservePicture } from "#prisma/queries/pictures/record-picture.ts";
import { findReportBrand } from "#prisma/queries/report-brand/find-report-brand.ts";
import { claimReportFile } from "#prisma/queries/report-files/claim-report-file.ts";
import { recordFailedReport, recordReportFile } from "#prisma/queries/report-files/record-report-file.ts";
import { findReport } from "#prisma/queries/sharing/find-report.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { OpenBrowser } from "#worker/browser/open-browser.ts";
import { printHtml } from "#worker/browser/print-html.ts";
import { type PrintedReport, reportHtml } from "#worker/core/report/outside/report-html.ts";
import type { ExportedIssue } from "#worker/core/view/csv/issue-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { explainQuality } from "#worker/core/view/quality/quality-words.ts";
import type { Log } from "#worker/log.ts";

/** `printer` null: there is no browser on this machine. */
export type ReportDependencies = { db: Database; printer: OpenBrowser | null; store: PictureStore; log: Log };

/** Issues that a report prints, the weightiest; more would be no reading for people. */
const MOST_PRINTED = 1_000;

/** Draws a requested report as PDF and stores it. A failure is recorded, so that the page that waits for it says so. */
export async function drawReport(dependencies: ReportDependencies, id: string): Promise<void> {
  const { db, printer, store, log } = dependencies;
  const claimed = await claimReportFile(db, id);
  if (!claimed) return;
  const startedAt = performance.now();
  try {
    const report = await collectReport(db, { ...claimed, now: serviceClock.now() });
    if (!printer || !report) throw new Error(printer ? "The site has no report." : "There is no browser on this machine.");
    const pdf = await printHtml(printer, reportHtml(report));
    const key = makePdfKey();
    await reservePicture(db, { key, now: serviceClock.now() });
    await store.put(key, pdf);
    const issues = report.issues.length;
    await recordReportFile(db, { id, key, bytes: pdf.length, issues });
    log.info(
      { siteId: claimed.siteId, issues, bytes: pdf.length, ms: Math.round(performance.now() - startedAt) },
      "report drawn",
    );
  } catch (error) {
    log.error({ siteId: claimed.siteId, err: error }, "a report could not be drawn");
    await recordFailedReport(db, id);
  }
}

/** Collects what a report prints: the open Issues as the Site's page lists them. Null if no Crawl has finished. */
export async function collectReport(
  db: Database,
  { teamId, siteId, now }: { teamId: string; siteId: string; now: Date },
): Promise<PrintedReport | null> {
  const query = parseIssueListQuery({});
  const [report, brand] = await Promise.all([findReport(db, { teamId, siteId, query, now }), findReportBrand(db, teamId)]);
  if (!report?.crawl) return null;
  const { crawl, quality, list } = report;
  const issues: ExportedIssue[] = [];
  for await (const batch of findAllIssues(db, { teamId, siteId, query, now }, MOST_PRINTED)) {
    issues.push(...batch);
    if (issues.length >= MOST_PRINTED) break;
  }
  return {
    siteName: report.siteName,
    startUrl: report.startUrl,
    timeZone: report.timeZone,
    madeAt: now,
    pagesRead: crawl.pagesDone - crawl.pagesFailed,
    readAt: crawl.finishedAt,
    quality: quality && { score: quality.quality.score, sentences: explainQuality(quality.figures, quality.quality) },
    notChecked: crawl.notChecked.map(({ message }) => message),
    total: list.total,
    checks: list.counts?.checks ?? [],
    issues,
    brand,
  };
}
