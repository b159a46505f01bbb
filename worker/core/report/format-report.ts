import { CHECK_IDS, MAIL_CONFIDENCE } from "../checks/finding.ts";
import { CHECK_NAMES, CHECK_NOUNS } from "../view/issue-words.ts";
import { plural } from "../view/plural.ts";
import { formatFinding } from "./format-finding.ts";
import type { NotChecked } from "./not-checked.ts";
import type { Report } from "./report.ts";
import type { TextStyle } from "./text-style.ts";

/** The report as people read it: what is wrong, grouped by check, the surest first; then what was not checked and why. */
export function formatReport(report: Report, notChecked: readonly NotChecked[], style: TextStyle): string {
  const sure = report.findings.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE);
  const unsure = report.findings.filter(({ confidence }) => confidence < MAIL_CONFIDENCE);
  const sections = CHECK_IDS.map((check) => {
    const found = sure.filter((finding) => finding.check === check);
    return formatSection(`${CHECK_NAMES[check]} (${found.length})`, found, style);
  });
  return [
    formatSummary(report, style),
    ...sections,
    formatSection(`Perhaps (${unsure.length}): worth a look, less certain`, unsure, style),
    formatNotChecked(notChecked, style),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function formatSummary({ site, findings, stats }: Report, style: TextStyle): string {
  const counts = CHECK_IDS.map((check) => ({ check, count: findings.filter((finding) => finding.check === check).length }))
    .filter(({ count }) => count > 0)
    .map(({ check, count }) => plural(count, ...CHECK_NOUNS[check]));
  const read = `${plural(stats.pages, "page")} of ${style.plain(site)}`;
  const seconds = stats.ms < 9950 ? (stats.ms / 1000).toFixed(1) : Math.round(stats.ms / 1000).toString();
  const effort = `${plural(stats.uniqueBlocks, "text")} and ${plural(stats.links, "link")} in ${seconds} s`;
  return counts.length === 0
    ? `${style.strong("Nothing found")} on ${read} (${effort}).`
    : `${style.strong(counts.join(", "))} on ${read} (${effort}).`;
}

function formatSection(title: string, findings: Report["findings"], style: TextStyle): string {
  if (findings.length === 0) return "";
  return [style.strong(title), ...findings.map((finding) => formatFinding(finding, style))].join("\n\n");
}

function formatNotChecked(notChecked: readonly NotChecked[], style: TextStyle): string {
  if (notChecked.length === 0) return "";
  return [style.strong("Not checked"), ...notChecked.map(({ message }) => `  ${message}`)].join("\n");
}
