import { plural } from "../../text/plural.ts";
import { listItems, type ReportItem } from "./list-items.ts";
import type { ReportRun } from "./report-run.ts";

const COMMANDS = { error: "error", warning: "warning", hint: "notice" } as const;

/**
 * Formats a report as workflow commands of GitHub Actions, which shows them as annotations. It leaves out what may be no mistake, and with a baseline
 * what is not new. The escapes are those of `@actions/core`, so that no text of a page can begin a command of its own.
 */
export function formatGithub(run: ReportRun): string {
  return [...linesOf(run), ...(run.failure ? [] : [summaryOf(run)])].join("\n").concat("\n");
}

function linesOf({ report, notChecked, failure }: ReportRun): string[] {
  return [
    ...(failure ? [command("error", `${report.site} could not be checked`, failure.message)] : []),
    ...listItems(report).flatMap((item) => (item.status === "new" && item.finding ? [annotation(item, item.finding)] : [])),
    ...notChecked.map(({ message }) => command("notice", `Not checked on ${report.site}`, message)),
  ];
}

function annotation({ text, message, places }: ReportItem, finding: NonNullable<ReportItem["finding"]>): string {
  const [first, ...more] = places;
  const best = finding.suggestions[0];
  const where = more.length > 0 ? `${first?.url} and ${plural(more.length, "more page")}` : first?.url;
  const sentence = finding.check !== "links" && finding.excerpt ? [`“${finding.excerpt}”`] : [];
  return command(COMMANDS[finding.severity], best ? `${text} → ${best}` : text, [message, ...sentence, where].join("\n"));
}

function summaryOf({ report }: ReportRun): string {
  const count = listItems(report).filter(({ status }) => status === "new").length;
  const news = report.changes === undefined ? "" : "new ";
  return escapeMessage(
    `${report.site}: ${count === 1 ? `1 ${news}issue` : `${count} ${news}issues`} on ${plural(report.stats.pages, "page")}.`,
  );
}

function command(name: "error" | "warning" | "notice", title: string, message: string): string {
  return `::${name} title=${escapeProperty(title)}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
