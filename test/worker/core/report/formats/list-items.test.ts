import { describe, expect, it } from "vitest";
import { listItems } from "#worker/core/report/formats/list-items.ts";
import type { ReportChange } from "#worker/core/report/report.ts";
import { makeReportFinding, makeReportRun } from "./report-run-samples.ts";

const change = (event: ReportChange["event"], text: string, quiet = false): ReportChange => ({
  event,
  quiet,
  check: "spelling",
  rule: "spelling/unknown-word",
  message: "It is not a word we know.",
  text,
  occurrences: [{ url: "https://bakery.example/old", selector: "p" }],
});
const statuses = (run: ReturnType<typeof makeReportRun>) => listItems(run.report).map(({ text, status }) => [text, status]);

describe("listItems", () => {
  it("takes every sure mistake as new where nothing is known of an earlier run", () => {
    const findings = [makeReportFinding(), makeReportFinding({ text: "Brightwell", confidence: 0.4 })];
    expect(statuses(makeReportRun(findings))).toEqual([
      ["recieve", "new"],
      ["Brightwell", "unsure"],
    ]);
  });

  it("tells new, known and fixed ones apart with a baseline", () => {
    const findings = [makeReportFinding(), makeReportFinding({ text: "teh" }), makeReportFinding({ text: "adress" })];
    const changes = [
      change("opened", "recieve"),
      change("reopened", "adress"),
      change("opened", "teh", true),
      change("fixed", "wich"),
    ];
    expect(statuses(makeReportRun(findings, changes))).toEqual([
      ["recieve", "new"],
      ["teh", "known"],
      ["adress", "new"],
      ["wich", "fixed"],
    ]);
  });

  it("names each page once, and shows objects in a sentence as an ellipsis", () => {
    const place = { url: "https://bakery.example/bread", selector: "main > p", block: "1" };
    const finding = makeReportFinding({
      excerpt: "Press \uFFFC to recieve it.",
      occurrences: [place, { ...place, selector: "footer" }],
    });
    const [item] = listItems(makeReportRun([finding]).report);
    expect(item?.places).toEqual([{ url: place.url, selector: place.selector }]);
    expect(item?.finding?.excerpt).toBe("Press … to recieve it.");
  });
});
