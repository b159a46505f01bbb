import { CHECK_IDS, CHECK_KINDS } from "../checks/check-kinds.ts";
import { MAIL_CONFIDENCE } from "../checks/finding.ts";
import { SITE_WORD_RULE } from "../issues/site-words.ts";
import { plural } from "../text/plural.ts";
import { formatFinding } from "./format-finding.ts";
import type { NotChecked } from "./not-checked.ts";
import type { Report } from "./report.ts";
import type { TextStyle } from "./text-style.ts";

/** Formats a report for people: Findings grouped by check, most certain first, then what was not checked and why. */
export function formatReport(report: Report, notChecked: readonly NotChecked[], style: TextStyle): string {
  const sure = report.findings.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE);
  const ownWords = report.findings.filter(({ rule }) => rule === SITE_WORD_RULE);
  const unsure = report.findings.filter(({ confidence, rule }) => confidence < MAIL_CONFIDENCE && rule !== SITE_WORD_RULE);
  const sections = CHECK_IDS.map((check) => {
    const found = sure.filter((finding) => finding.check === check);
    return formatSection(`${CHECK_KINDS[check].heading} (${found.length})`, found, style);
  });
  return [
    formatSummary(report, style),
    ...sections,
    formatSection(`Possible issues (${unsure.length}), of which we are less sure`, unsure, style),
    formatOwnWords(ownWords, style),
    formatNotChecked(notChecked, style),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function formatSummary({ site, stats, ...report }: Report, style: TextStyle): string {
  const findings = report.findings.filter(({ rule }) => rule !== SITE_WORD_RULE);
  const counts = CHECK_IDS.map((check) => ({ check, count: findings.filter((finding) => finding.check === check).length }))
    .filter(({ count }) => count > 0)
    .map(({ check, count }) => plural(count, ...CHECK_KINDS[check].nouns));
  const read = `${plural(stats.pages, "page")} of ${style.plain(site)}`;
  const seconds = stats.ms < 9950 ? (stats.ms / 1000).toFixed(1) : Math.round(stats.ms / 1000).toString();
  const texts = stats.uniqueBlocks === 0 ? "" : `${plural(stats.uniqueBlocks, "text")} and `;
  const effort = `${texts}${plural(stats.links, "link")} in ${seconds} s`;
  return counts.length === 0
    ? `${style.strong("No issues")} on ${read} (${effort}).`
    : `${style.strong(counts.join(", "))} on ${read} (${effort}).`;
}

function formatSection(title: string, findings: Report["findings"], style: TextStyle): string {
  if (findings.length === 0) return "";
  return [style.strong(title), ...findings.map((finding) => formatFinding(finding, style))].join("\n\n");
}

/** Formats the site's own words, most used first, on one line, because nothing is wrong with them. */
function formatOwnWords(findings: Report["findings"], style: TextStyle): string {
  if (findings.length === 0) return "";
  const words = findings.toSorted((a, b) => b.occurrences.length - a.occurrences.length).map(({ text }) => style.plain(text));
  return [
    style.strong(`Your own words? (${words.length}) You use them often, and they are not in our dictionaries`),
    `  ${words.join(", ")}`,
  ].join("\n");
}

function formatNotChecked(notChecked: readonly NotChecked[], style: TextStyle): string {
  if (notChecked.length === 0) return "";
  return [style.strong("Not checked"), ...notChecked.map(({ message }) => `  ${message}`)].join("\n");
}
