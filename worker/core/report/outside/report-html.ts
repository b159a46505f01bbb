import { CHECK_IDS, CHECK_KINDS } from "../../checks/check-kinds.ts";
import { plural } from "../../text/plural.ts";
import type { ExportedIssue } from "../../view/csv/issue-cells.ts";
import { unnamedTarget } from "../../view/issues/unnamed-target.ts";
import { sentenceOfExcerpt } from "../../view/marks/sentence-of.ts";
import { clockTime } from "../../view/moments.ts";
import { shownAddress, shownPath } from "../../view/shown-address.ts";
import { type Markup, markup, NO_MARKUP } from "./markup.ts";
import { REPORT_STYLE } from "./report-style.ts";

/** The sender that a Team shows on its reports. `logo`: a data URL. */
export type ReportBrand = { name: string; logo: string | null };

/** The content of a printed report. `issues`: the weightiest of `total`. */
export type PrintedReport = {
  siteName: string;
  startUrl: string;
  timeZone: string;
  madeAt: Date;
  /** Pages that the last finished Crawl read, and when it ended. */
  pagesRead: number;
  readAt: Date | null;
  quality: { score: number; sentences: readonly string[] } | null;
  notChecked: readonly string[];
  total: number;
  checks: readonly { check: (typeof CHECK_IDS)[number]; count: number }[];
  issues: readonly ExportedIssue[];
  brand: ReportBrand | null;
};

/** Loads nothing and runs nothing, even where the browser that prints it would let it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Writes a report as a document for printing on A4, with every text of the site escaped. */
export function reportHtml(report: PrintedReport): string {
  const { siteName, startUrl, total, issues } = report;
  const rest = total - issues.length;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${siteName}: report</title>
<style>${{ written: REPORT_STYLE }}</style>
</head>
<body>
${header(report)}
<h1>${siteName}</h1>
<p class="address">${shownAddress(startUrl)}</p>
${figures(report)}
${notChecked(report)}
${issues.length === 0 ? markup`<p>We found nothing to fix.</p>` : CHECK_IDS.map((check) => section(report, check))}
${rest > 0 ? markup`<p class="rest">and ${plural(rest, "more issue")}. The list in Flawless has all of them, also as a CSV file.</p>` : NO_MARKUP}
</body>
</html>
`.written;
}

function header({ brand, madeAt, timeZone }: PrintedReport): Markup {
  const date = markup`<p class="date">Report of ${clockTime(madeAt, timeZone)}</p>`;
  if (!brand) return markup`<header><p class="sender">Flawless</p>${date}</header>`;
  const logo = brand.logo === null ? NO_MARKUP : markup`<img src="${brand.logo}" alt="">`;
  return markup`<header><p class="sender">${logo}<span>${brand.name}</span></p>${date}</header>`;
}

function figures({ total, checks, quality, pagesRead, readAt, timeZone }: PrintedReport): Markup {
  const found = checks.filter(({ count }) => count > 0);
  const read = `${plural(pagesRead, "page")} read${readAt ? ` on ${clockTime(readAt, timeZone)}` : ""}`;
  return markup`<dl class="figures">
<div><dt>Open</dt><dd><strong>${plural(total, "issue")}</strong></dd></div>
${quality ? markup`<div><dt>Quality</dt><dd><strong>${quality.score}</strong> of 100</dd></div>` : NO_MARKUP}
<div><dt>Source</dt><dd>${read}</dd></div>
</dl>
${found.length > 0 ? markup`<p>${found.map(({ check, count }) => plural(count, ...CHECK_KINDS[check].nouns)).join(", ")}.</p>` : NO_MARKUP}
${(quality?.sentences ?? []).map((sentence) => markup`<p class="small">${sentence}</p>`)}`;
}

function notChecked({ notChecked: reasons }: PrintedReport): Markup {
  if (reasons.length === 0) return NO_MARKUP;
  return markup`<h3>What we did not check</h3><ul class="small">${reasons.map((reason) => markup`<li>${reason}</li>`)}</ul>`;
}

function section({ issues, checks }: PrintedReport, check: (typeof CHECK_IDS)[number]): Markup {
  const own = issues.filter((issue) => issue.check === check);
  if (own.length === 0) return NO_MARKUP;
  const count = checks.find((one) => one.check === check)?.count ?? own.length;
  return markup`<h2>${CHECK_KINDS[check].heading} <span>${count}</span></h2>
<ol>${own.map(item)}</ol>
`;
}

function item(issue: ExportedIssue): Markup {
  const { check, message, suggestions, url, pageCount } = issue;
  const [best] = suggestions;
  const better =
    best === undefined
      ? NO_MARKUP
      : markup` <span class="better">→ ${(check === "links" ? shownAddress(best) : best) || "(remove it)"}</span>`;
  const place =
    url === ""
      ? "no longer on the site"
      : `${shownPath(url)}${pageCount > 1 ? ` and ${plural(pageCount - 1, "more page")}` : ""}`;
  return markup`<li><p class="sentence">${check === "links" ? linkText(issue) : sentence(issue)}${better}</p><p class="small">${message}</p><p class="small place">${place}</p></li>
`;
}

function linkText({ excerpt, text }: ExportedIssue): Markup {
  return markup`${excerpt ? `“${excerpt}”` : unnamedTarget(text)} <span class="target">${shownAddress(text)}</span>`;
}

function sentence({ excerpt, text }: ExportedIssue): Markup {
  const { before, mistake, after } = sentenceOfExcerpt(excerpt, text);
  return mistake === "" ? markup`${text}: ${before}` : markup`${before}<mark>${mistake}</mark>${after}`;
}
