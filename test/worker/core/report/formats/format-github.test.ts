import { describe, expect, it } from "vitest";
import { formatGithub } from "#worker/core/report/formats/format-github.ts";
import { makeReportFinding, makeReportRun } from "./report-run-samples.ts";

describe("formatGithub", () => {
  it("writes an annotation for each new mistake, and a summary", () => {
    expect(formatGithub(makeReportRun([makeReportFinding()]))).toBe(
      "::error title=recieve → receive::“recieve” is not a word we know.%0A“You will recieve your bread.”%0Ahttps://bakery.example/bread\n" +
        "https://bakery.example/: 1 issue on 2 pages.\n",
    );
  });

  it("lets no text of a page begin a command of its own", () => {
    const hostile = makeReportFinding({
      text: "a\n::set-output name=x::y",
      message: "100 %, no: really\r\n::add-mask::x",
      suggestions: [],
    });
    const lines = formatGithub(makeReportRun([hostile])).split("\n");
    expect(lines[0]).toContain("title=a%0A%3A%3Aset-output name=x%3A%3Ay::100 %25, no: really%0D%0A::add-mask::x");
    expect(lines.filter((line) => line.startsWith("::"))).toHaveLength(1);
    expect(lines.some((line) => line.includes("\r"))).toBe(false);
  });

  it("leaves out what may be no mistake, and with a baseline what is known", () => {
    const unsure = formatGithub(makeReportRun([makeReportFinding({ confidence: 0.3 })]));
    expect(unsure).toBe("https://bakery.example/: 0 issues on 2 pages.\n");
    expect(formatGithub(makeReportRun([makeReportFinding()], []))).toBe("https://bakery.example/: 0 new issues on 2 pages.\n");
  });
});
