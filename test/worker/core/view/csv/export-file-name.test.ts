import { describe, expect, it } from "vitest";
import { exportFileName } from "#worker/core/view/csv/export-file-name.ts";

const at = new Date("2026-11-21T23:30:00Z");
const name = (...parts: string[]) => exportFileName(parts, { at, ending: "csv" });

describe("exportFileName", () => {
  it("names the site, the list and the day", () => {
    expect(name("Harbour Bakery", "issues")).toBe("flawless-harbour-bakery-issues-2026-11-21.csv");
    expect(exportFileName(["Café Zürich", "report"], { at, ending: "pdf" })).toBe("flawless-cafe-zurich-report-2026-11-21.pdf");
  });

  it.each(['"; filename="evil.exe', "../../etc/passwd", "a\r\nSet-Cookie: b", "日本語", "x".repeat(500)])(
    "makes a plain name of %j",
    (hostile) => {
      expect(name(hostile, "issues")).toMatch(/^[a-z0-9-]{1,100}\.csv$/);
    },
  );
});
