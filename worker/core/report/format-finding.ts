import { OBJECT_PLACEHOLDER } from "../page/block.ts";
import { plural } from "../text/plural.ts";
import { cutAround } from "../view/marks/cut-around.ts";
import { cutEnd } from "../view/marks/cut-end.ts";
import { markMistake } from "../view/marks/mark-mistake.ts";
import type { ReportFinding } from "./report.ts";
import type { TextStyle } from "./text-style.ts";

/** Maximum number of pages listed for one Finding; a mistake in a footer is on all pages. */
const MAX_PAGES = 5;
/** Longest excerpt, in UTF-16 code units: enough to see the mistake at a glance. */
const MAX_EXCERPT = 160;

/** Formats one Finding in a few lines: the mistake, suggestions, the marked excerpt, and the pages. */
export function formatFinding(finding: ReportFinding, style: TextStyle): string {
  const excerpt = finding.check === "links" ? formatLinkText(finding, style) : formatSentence(finding, style);
  return [
    `  ${style.strong(style.plain(finding.text))}${formatSuggestions(finding, style)}`,
    `    ${style.plain(finding.message)}`,
    ...(excerpt ? [`    ${excerpt}`] : []),
    ...formatPages(finding, style),
  ].join("\n");
}

function formatSuggestions({ suggestions }: ReportFinding, style: TextStyle): string {
  const shown = suggestions.slice(0, 3).map((suggestion) => (suggestion === "" ? "(leave it out)" : style.plain(suggestion)));
  return shown.length === 0 ? "" : ` → ${shown.join(", ")}`;
}

function formatLinkText({ excerpt }: ReportFinding, style: TextStyle): string {
  return excerpt === "" ? "" : `Link text: “${style.plain(cutEnd(excerpt, MAX_EXCERPT))}”`;
}

function formatSentence({ excerpt, text }: ReportFinding, style: TextStyle): string {
  if (excerpt === "") return "";
  const { before, mistake, after } = cutAround(markMistake(excerpt, text), MAX_EXCERPT);
  const [start, end] = [before, after].map((part) => style.plain(shownObjects(part)));
  return mistake === "" ? `“${start}”` : `“${start}${style.mistake(style.plain(mistake))}${end}”`;
}

function formatPages({ occurrences }: ReportFinding, style: TextStyle): string[] {
  const urls = [...new Set(occurrences.map(({ url }) => url))];
  const shown = urls.slice(0, MAX_PAGES).map((url) => style.faint(`    ${style.plain(url)}`));
  const more = urls.length - shown.length;
  return more > 0 ? [...shown, style.faint(`    and ${plural(more, "more page")}`)] : shown;
}

/** Replaces objects that are not prose (code, a picture) with ellipses. */
function shownObjects(text: string): string {
  return text.replaceAll(OBJECT_PLACEHOLDER, "…");
}
