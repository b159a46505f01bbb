import type { CheckId } from "../../checks/check-kinds.ts";
import type { NotChecked } from "../not-checked.ts";
import type { Report } from "../report.ts";

/**
 * The end of one site's check, for formats that other programs read. `checks`: those that ran. `failure`: why the site could not be checked;
 * null if it was.
 */
export type ReportRun = {
  checks: readonly CheckId[];
  report: Report;
  notChecked: readonly NotChecked[];
  failure: { code: string; message: string } | null;
};

const NOTHING: Report["stats"] = { pages: 0, rendered: 0, blocks: 0, uniqueBlocks: 0, links: 0, ms: 0, peakRssMB: 0 };

/** Returns the end of a site that could not be checked at all. */
export function failedRun(site: string, failure: NonNullable<ReportRun["failure"]>): ReportRun {
  return { checks: [], report: { site, pages: [], findings: [], stats: NOTHING }, notChecked: [], failure };
}
