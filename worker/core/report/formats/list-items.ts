import { MAIL_CONFIDENCE } from "../../checks/finding.ts";
import { OBJECT_PLACEHOLDER } from "../../page/block.ts";
import type { Report, ReportChange, ReportFinding } from "../report.ts";

/** `known`: it was there at the last run. `unsure`: it may be no mistake. Without a baseline, everything sure is new. */
export type ItemStatus = "new" | "known" | "unsure" | "fixed";

/** One mistake of a report, with the pages that contain it, each once. */
export type ReportItem = Pick<ReportFinding, "check" | "rule" | "message" | "text"> & {
  status: ItemStatus;
  /** Null for a fixed mistake, which is on record only by its text. */
  finding: ReportFinding | null;
  places: { url: string; selector: string }[];
};

/** Returns the mistakes of a report, and with a baseline the fixed ones after them. */
export function listItems({ findings, changes }: Report): ReportItem[] {
  const news = new Set((changes ?? []).filter(({ event, quiet }) => event !== "fixed" && !quiet).map(keyOf));
  const found = findings.map((finding): ReportItem => {
    const { check, rule, message, text, occurrences, confidence } = finding;
    const isNew = changes === undefined || news.has(keyOf(finding));
    const status = confidence < MAIL_CONFIDENCE ? "unsure" : isNew ? "new" : "known";
    const excerpt = finding.excerpt.replaceAll(OBJECT_PLACEHOLDER, "…");
    return { check, rule, message, text, status, finding: { ...finding, excerpt }, places: onePerPage(occurrences) };
  });
  const fixed = (changes ?? []).filter(({ event, quiet }) => event === "fixed" && !quiet);
  return [...found, ...fixed.map(itemOfFixed)];
}

function itemOfFixed({ check, rule, message, text, occurrences }: ReportChange): ReportItem {
  return { check, rule, message, text, status: "fixed", finding: null, places: onePerPage(occurrences) };
}

function onePerPage(places: readonly { url: string; selector: string }[]): ReportItem["places"] {
  const byUrl = new Map<string, ReportItem["places"][number]>();
  for (const { url, selector } of places) if (!byUrl.has(url)) byUrl.set(url, { url, selector });
  return [...byUrl.values()];
}

function keyOf({ rule, text }: Pick<ReportFinding, "rule" | "text">): string {
  return JSON.stringify([rule, text]);
}
