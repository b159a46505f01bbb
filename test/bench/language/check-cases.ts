import { serveCases } from "#test/bench/sites/serve-cases.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import type { ReportFinding } from "#worker/core/report/report.ts";
import { runCheckCommand } from "./run-check-command.ts";

/**
 * Serves texts as a web site, runs `npm run check` on it, and returns the findings of each text.
 * @throws when the command fails, or did not read every page
 */
export async function checkCases(
  cases: readonly string[],
  { lang, only }: { lang: string; only: readonly CheckId[] },
): Promise<ReportFinding[][]> {
  const site = await serveCases(cases, { lang });
  try {
    const report = await runCheckCommand(site.url, ["--only", only.join(","), "--max-pages", String(site.pages)]);
    if (report.pages.length !== site.pages) throw new Error(`${report.pages.length} of ${site.pages} pages were read.`);
    const found = cases.map((): ReportFinding[] => []);
    for (const finding of report.findings) {
      const at = finding.occurrences.map(({ url, selector }) => site.caseAt(url, selector));
      for (const index of new Set(at)) if (index !== null) found[index]?.push(finding);
    }
    return found;
  } finally {
    await site.close();
  }
}
