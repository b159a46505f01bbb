import { plural } from "../text/plural.ts";
import type { ReportChange } from "./report.ts";
import type { TextStyle } from "./text-style.ts";

/** Maximum number of pages listed for one change. */
const MAX_PAGES = 3;
const TITLES = { opened: "New since the last run", reopened: "Came back", fixed: "Fixed since the last run" } as const;

/** Formats what changed since the baseline. Quiet changes are only counted. */
export function formatChanges(changes: readonly ReportChange[], style: TextStyle): string {
  const news = changes.filter(({ quiet }) => !quiet);
  const quiet = changes.length - news.length;
  const sections = (["opened", "reopened", "fixed"] as const).flatMap((event) => {
    const group = news.filter((change) => change.event === event);
    return group.length === 0
      ? []
      : [style.strong(`${TITLES[event]} (${group.length})`), ...group.map((one) => format(one, style))];
  });
  const summary = news.length === 0 ? [style.strong("Nothing new since the last run.")] : [];
  const rest =
    quiet === 0
      ? []
      : [`We left out ${plural(quiet, "change")} that may be no mistake or that only newer rules report; --json lists them.`];
  return `${[...summary, ...sections, ...rest].join("\n\n")}\n`;
}

function format({ text, message, occurrences }: ReportChange, style: TextStyle): string {
  const urls = [...new Set(occurrences.map(({ url }) => url))];
  const pages = urls.slice(0, MAX_PAGES).map((url) => style.faint(`    ${style.plain(url)}`));
  const more = urls.length - pages.length;
  const rest = more > 0 ? [style.faint(`    and ${plural(more, "more page")}`)] : [];
  return [`  ${style.strong(style.plain(text))}`, `    ${style.plain(message)}`, ...pages, ...rest].join("\n");
}
